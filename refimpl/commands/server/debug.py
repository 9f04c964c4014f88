"""DEBUG: for tests of servers and of clients."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from refimpl.commands.server import debug_subjects, inside
from refimpl.datatypes.list import ListValue
from refimpl.datatypes.numbers import parse_double, parse_int
from refimpl.datatypes.rdb.values import serialize
from refimpl.keyspace.strings import encoding_at
from refimpl.observe.digest import dataset_digest, value_digest
from refimpl.resp.replies import OK, array, bulk, error, integer, simple
from refimpl.session.config import parse_memory
from refimpl.session.help import help_reply
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from collections.abc import Callable

    from refimpl.session.call import Call
    from refimpl.table.command import Argv


@handles("DEBUG")
def debug(call: Call, argv: Argv) -> bytes:
    """Run a subcommand; it has no entry in the table, so its arguments are counted here."""
    found = _SUBCOMMANDS.get(argv[1].lower())
    if found is None or not found[0] <= len(argv) <= found[1]:
        raise CommandError(errors.debug_unknown(argv[1]))
    return found[2](call, argv)


def _sleep(call: Call, argv: Argv) -> bytes:
    """Do nothing for so many seconds, and let everybody wait."""
    seconds = parse_double(argv[2])
    if seconds is not None and seconds > 0:
        time.sleep(seconds)
    return OK


def _object(call: Call, argv: Argv) -> bytes:
    """How a key's value is stored."""
    key = argv[2]
    value = call.keys.peek(key)
    if value is None:
        raise CommandError(errors.NO_SUCH_KEY)
    idle = call.keys.idle_seconds(key)
    clock = call.moment.second - idle & 0xFFFFFF
    text = (
        f"Value at:{id(value):#x} refcount:1 encoding:{encoding_at(call.keys, key, value)} "
        f"serializedlength:{len(serialize(value)) - 1} lru:{clock} lru_seconds_idle:{idle}"
    )
    if isinstance(value, ListValue) and value.quicklist is not None:
        text += inside.nodes(value.quicklist, call.limits)
    return simple(text.encode())


def _set_active_expire(call: Call, argv: Argv) -> bytes:
    """Whether keys expire without being accessed."""
    call.server.active_expire = parse_int(argv[2]) != 0
    return OK


_LARGEST_PACKED_THRESHOLD = (1 << 32) - (1 << 20)


def _packed_threshold(call: Call, argv: Argv) -> bytes:
    """From how many bytes on an element of a quicklist gets a node of its own; 0: as usual."""
    size = parse_memory(argv[2])
    if size is None or size > _LARGEST_PACKED_THRESHOLD:
        raise CommandError(errors.PACKED_THRESHOLD)
    call.limits.list_plain_from = size
    for database in call.server.databases:
        for value in database.values.values():
            if isinstance(value, ListValue) and value.quicklist is not None:
                value.quicklist.set_plain_from(size)
    return OK


def _pause_cron(call: Call, argv: Argv) -> bytes:
    """Stop what is done regularly, or go on with it."""
    call.server.cron_paused = bool(_number(argv[2]))
    return OK


def _allow_scripts(call: Call, argv: Argv) -> bytes:
    """Let scripts call what is not for scripts, or don't."""
    call.server.scripts_may_all = bool(_number(argv[2]))
    return OK


def _skip_checksums(call: Call, argv: Argv) -> bytes:
    """Let RESTORE take payloads whose checksum is wrong, or don't."""
    call.limits.verifies_checksums = not _number(argv[2])
    return OK


def _number(word: bytes) -> int:
    """A number as C's atoi reads it: what doesn't begin with digits is 0."""
    digits = word[: len(word) - len(word.lstrip(b"0123456789"))]
    return int(digits or b"0")


def _reply_buffer(call: Call, argv: Argv) -> bytes:
    """Checked, and without effect: there are no reply buffers that could be resized."""
    what, word = argv[2].lower(), argv[3].lower()
    if what not in (b"peak-reset-time", b"resizing"):
        raise CommandError(errors.debug_unknown(argv[1]))
    if what == b"peak-reset-time" and word not in (b"never", b"reset") and parse_int(word) is None:
        raise CommandError(errors.NOT_INTEGER)
    return OK


def _assert_sizes(call: Call, argv: Argv) -> bytes:
    """Checked, and without effect: key sizes are counted when INFO is asked."""
    if parse_int(argv[2]) is None:
        raise CommandError(errors.NOT_INTEGER)
    return OK


def _struct_sizes(call: Call, argv: Argv) -> bytes:
    """Bytes that the parts of a key take here."""
    string = sys.getsizeof(b"")
    kinds = " ".join(f"sdshdr{bits}:{string}" for bits in (5, 8, 16, 32, 64))
    entry = sys.getsizeof({}) // 8
    return bulk(f"bits:64 robj:{string} dictentry:{entry} {kinds} ".encode())


def _client_eviction(call: Call, argv: Argv) -> bytes:
    """Nothing is known of the memory of clients."""
    raise CommandError(errors.CLIENT_EVICTION_DISABLED)


def _internal_secret(call: Call, argv: Argv) -> bytes:
    """Only nodes of a cluster have one."""
    raise CommandError(errors.NO_INTERNAL_SECRET)


def _cluster_link(call: Call, argv: Argv) -> bytes:
    """Only nodes of a cluster have links."""
    raise CommandError(errors.DEBUG_ONLY_CLUSTER)


def _no_effect(call: Call, argv: Argv) -> bytes:
    """Subcommands that tune what this server doesn't have."""
    return OK


def _change_replication_id(call: Call, argv: Argv) -> bytes:
    call.server.replication_id = f"{call.random.getrandbits(160):040x}"
    return OK


def _digest(call: Call, argv: Argv) -> bytes:
    """A fingerprint of all keys and values, the same on every server that has the same."""
    return simple(dataset_digest(call.server.databases, call.now).hex().encode())


def _digest_value(call: Call, argv: Argv) -> bytes:
    """Fingerprints of the values of keys."""
    digests = []
    for key in argv[2:]:
        value = call.keys.peek(key)
        digest = bytes(20) if value is None else value_digest(call.keys, key, value, call.now)
        digests.append(simple(digest.hex().encode()))
    return array(digests)


def _error(call: Call, argv: Argv) -> bytes:
    """Answer with that error; nobody counts it as one."""
    return error(argv[2])


def _populate(call: Call, argv: Argv) -> bytes:
    """Make keys ``key:0``, ``key:1``…, those that exist stay."""
    count = parse_int(argv[2])
    if count is None or count < 0:
        raise CommandError(errors.MUST_BE_POSITIVE)
    prefix = argv[3] if len(argv) > 3 else b"key"
    size = parse_int(argv[4]) if len(argv) > 4 else 0
    if size is None or size < 0:
        raise CommandError(errors.MUST_BE_POSITIVE)
    keys = call.keys
    for number in range(count):
        key = b"%b:%d" % (prefix, number)
        if key in keys:
            continue
        value = b"value:%d" % number
        keys.add(key, value[:size].ljust(size, b"\0") if size else value)
    return OK


_MULTIPLE_OF_32 = 1234567999999999999999999999999999999


def _protocol(call: Call, argv: Argv) -> bytes:
    """A reply of that type."""
    wire = call.wire
    kind = argv[2].lower()
    match kind:
        case b"string":
            return bulk(b"Hello World")
        case b"integer":
            return integer(12345)
        case b"double":
            return wire.double(3.141)
        case b"null":
            return wire.null
        case b"bignum":
            return wire.big_number(_MULTIPLE_OF_32)
        case b"array":
            return array([integer(number) for number in range(3)])
        case b"set":
            return wire.set([integer(number) for number in range(3)])
        case b"map":
            parts: list[bytes] = []
            for number in range(3):
                parts += (integer(number), wire.boolean(number == 1))
            return wire.map(parts)
        case b"attrib":
            popularity = array([bulk(b"key:123"), integer(90)])
            attribute = wire.attribute([bulk(b"key-popularity"), popularity])
            return attribute + bulk(b"Some real reply following the attribute")
        case b"push":
            if wire.version == 2:
                raise CommandError(errors.DEBUG_ONLY_RESP3)
            message = wire.push([bulk(b"server-cpu-usage"), integer(42)])
            return bulk(b"Some real reply following the push reply") + message
        case b"verbatim":
            return wire.verbatim(b"txt", b"This is a verbatim\nstring")
        case b"true" | b"false":
            return wire.boolean(kind == b"true")
    raise CommandError(errors.DEBUG_PROTOCOL)


def _help(call: Call, argv: Argv) -> bytes:
    """The subcommands."""
    return help_reply(
        "DEBUG",
        (
            ("AOF-FLUSH-SLEEP <microsec>", "Accepted, and without effect."),
            ("ASSERT", "End the process at once; also OOM, PANIC and SEGFAULT."),
            ("CHANGE-REPL-ID", "Draw a new replication id."),
            ("CONFIG-REWRITE-FORCE-ALL", "Write every parameter to the configuration file."),
            ("DIGEST", "A fingerprint of all keys and values."),
            ("DIGEST-VALUE <key> [<key> ...]", "Fingerprints of values."),
            ("DICT-RESIZING <0|1>", "Accepted, and without effect."),
            ("ERROR <string>", "Answer with that error."),
            ("HTSTATS <dbid> [full]", "The hash tables of a database."),
            ("HTSTATS-KEY <key> [full]", "The hash table of a value."),
            ("LEAK <string>", "Accepted, and without effect."),
            ("LISTPACK <key>", "Print a listpack to the log."),
            ("LOADAOF", "Forget the dataset; there is no append-only file to load."),
            ("LOG <message>", "Write a line to the log."),
            ("MALLCTL <key> [<val>]", "The allocator has nothing to tune."),
            ("MALLCTL-STR <key> [<val>]", "The allocator has nothing to tune."),
            ("MARK-INTERNAL-CLIENT [UNMARK]", "Accepted, and without effect."),
            ("OBJECT <key>", "How a value is stored."),
            ("PAUSE-CRON <0|1>", "Stop what the server does regularly, or go on with it."),
            ("POPULATE <count> [<prefix>] [<size>]", "Make keys."),
            ("PROTOCOL <type>", "Answer with a reply of that type."),
            ("QUICKLIST <key> [<0|1>]", "Print a quicklist to the log."),
            ("QUICKLIST-PACKED-THRESHOLD <size>", "When an element gets a node of its own."),
            ("RELOAD [option ...]", "Save the dataset and load it; MERGE, NOFLUSH, NOSAVE."),
            (
                "REPL-PAUSE <clear|after-fork|before-rdb-channel|on-streaming-repl-buf>",
                "No effect.",
            ),
            ("REPLICATE <string>", "Accepted: there are no replicas to send it to."),
            ("REPLYBUFFER PEAK-RESET-TIME <NEVER||RESET|time>", "Accepted, and without effect."),
            ("REPLYBUFFER RESIZING <0|1>", "Accepted, and without effect."),
            ("SCRIPT <LIST|<sha>>", "Write all scripts, or one, to the log."),
            ("SDSLEN <key>", "The bytes of a key and its string, used and allocated."),
            ("SET-ACTIVE-EXPIRE <0|1>", "Let keys expire without being accessed, or don't."),
            ("SET-DISABLE-DENY-SCRIPTS <0|1>", "Let scripts call any command, or don't."),
            ("SET-SKIP-CHECKSUM-VALIDATION <0|1>", "Let RESTORE take damaged payloads, or don't."),
            ("SLEEP <seconds>", "Let everybody wait."),
            ("STRINGMATCH-TEST", "Match random patterns."),
            ("STRUCTSIZE", "Bytes that the parts of a key take."),
        ),
    )


def _log(call: Call, argv: Argv) -> bytes:
    call.server.log.warning(f"DEBUG LOG: {argv[2].decode('utf-8', 'replace')}")
    return OK


def _reload(call: Call, argv: Argv) -> bytes:
    """Save, forget and load the dataset, each unless told not to."""
    options = {word.lower() for word in argv[2:]}
    if not options <= {b"merge", b"noflush", b"nosave"}:
        raise CommandError(errors.DEBUG_RELOAD_OPTIONS)
    server = call.server
    if b"nosave" not in options and not server.save():
        raise CommandError(errors.SAVE_FAILED)
    if b"noflush" not in options:
        for database in server.databases:
            database.clear()
        server.functions.flush()
    if not server.reload(b"merge" in options):
        raise CommandError(errors.DEBUG_RELOAD_FAILED)
    server.log.warning("DB reloaded by DEBUG RELOAD")
    return OK


_MANY = 1 << 31

_SUBCOMMANDS: dict[bytes, tuple[int, int, Callable[[Call, Argv], bytes]]] = {
    b"reload": (2, _MANY, _reload),
    b"sleep": (3, 3, _sleep),
    b"object": (3, 3, _object),
    b"set-active-expire": (3, 3, _set_active_expire),
    b"quicklist-packed-threshold": (3, 3, _packed_threshold),
    b"change-repl-id": (2, 2, _change_replication_id),
    b"digest": (2, 2, _digest),
    b"digest-value": (2, _MANY, _digest_value),
    b"error": (3, 3, _error),
    b"log": (3, 3, _log),
    b"populate": (3, 5, _populate),
    b"protocol": (3, 3, _protocol),
    b"listpack": (3, 3, inside.listpack),
    b"quicklist": (3, 4, inside.quicklist),
    b"sdslen": (3, 3, inside.string_lengths),
    b"htstats": (3, _MANY, inside.database_tables),
    b"htstats-key": (3, _MANY, inside.key_table),
    b"dict-resizing": (3, 3, _no_effect),
    b"replybuffer": (4, 4, _reply_buffer),
    b"pause-cron": (3, 3, _pause_cron),
    b"set-disable-deny-scripts": (3, 3, _allow_scripts),
    b"set-skip-checksum-validation": (3, 3, _skip_checksums),
    b"replicate": (3, _MANY, _no_effect),
    b"structsize": (2, 2, _struct_sizes),
    b"aof-flush-sleep": (3, 3, _no_effect),
    b"keysizes-hist-assert": (3, 3, _assert_sizes),
    b"drop-cluster-packet-filter": (3, 3, debug_subjects.packet_filter),
    b"loadaof": (2, _MANY, debug_subjects.load_append_only_file),
    b"leak": (3, 3, _no_effect),
    b"mallctl": (3, _MANY, debug_subjects.allocator_integer),
    b"mallctl-str": (3, _MANY, debug_subjects.allocator_string),
    b"script": (3, 3, debug_subjects.scripts),
    b"repl-pause": (3, 3, debug_subjects.pause_replication),
    b"mark-internal-client": (2, 3, debug_subjects.mark_internal),
    b"config-rewrite-force-all": (2, 2, debug_subjects.rewrite_all),
    b"stringmatch-test": (2, 2, debug_subjects.match_patterns),
    b"assert": (2, _MANY, debug_subjects.crash),
    b"oom": (2, _MANY, debug_subjects.crash),
    b"panic": (2, _MANY, debug_subjects.crash),
    b"segfault": (2, _MANY, debug_subjects.crash),
    b"restart": (2, _MANY, debug_subjects.restart),
    b"crash-and-recover": (2, _MANY, debug_subjects.restart),
    b"client-eviction": (2, 2, _client_eviction),
    b"internal_secret": (2, 2, _internal_secret),
    b"clusterlink": (5, 5, _cluster_link),
    b"help": (2, 2, _help),
}
"""Least and most words of the request, and the function."""
