"""What DEBUG tells about how values and databases are held.

The shapes are a real server's. Numbers that depend on an allocator or on a hash function are this
server's own.
"""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, NoReturn

from refimpl.datatypes.hash import HashValue
from refimpl.datatypes.numbers import parse_int
from refimpl.datatypes.set import SetValue
from refimpl.datatypes.sorted_set import SortedSetValue
from refimpl.keyspace.strings import encoding_at
from refimpl.resp.replies import simple
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from refimpl.datatypes.limits import Limits
    from refimpl.datatypes.quicklist import Quicklist
    from refimpl.keyspace.database import Value
    from refimpl.session.call import Call
    from refimpl.table.command import Argv

_LEAST_SLOTS = 4


def listpack(call: Call, argv: Argv) -> bytes:
    """Print a listpack: to the log, as nobody reads the output."""
    value = _value(call, argv[2])
    if "listpack" not in encoding_at(call.keys, argv[2], value):
        _fail(errors.DEBUG_NOT_LISTPACK)
    call.server.log.notice(f"DEBUG LISTPACK: {value!r}")
    return simple(b"Listpack structure printed on stdout")


def quicklist(call: Call, argv: Argv) -> bytes:
    """Print a quicklist, as ``listpack`` does."""
    value = _value(call, argv[2])
    if encoding_at(call.keys, argv[2], value) != "quicklist":
        _fail(errors.DEBUG_NOT_QUICKLIST)
    call.server.log.notice(f"DEBUG QUICKLIST: {value!r}")
    return simple(b"Quicklist structure printed on stdout")


def nodes(layout: Quicklist, limits: Limits) -> str:
    """What DEBUG OBJECT tells of a quicklist beside what it tells of every value."""
    count = len(layout.nodes)
    elements = sum(node.count for node in layout.nodes)
    size = sum(node.size for node in layout.nodes)
    return (
        f" ql_nodes:{count} ql_avg_node:{elements / count:.2f} ql_listpack_max:{layout.fill} "
        f"ql_compressed:{int(limits.list_compress_depth != 0)} ql_uncompressed_size:{size}"
    )


def string_lengths(call: Call, argv: Argv) -> bytes:
    """The bytes of a key and of its string, used and allocated."""
    key = argv[2]
    value = _value(call, key)
    if not isinstance(value, (bytes, bytearray)) or encoding_at(call.keys, key, value) == "int":
        _fail(errors.DEBUG_NOT_STRING)
    spare = sys.getsizeof(value) - sys.getsizeof(type(value)()) - len(value)
    return simple(
        b"key_sds_len:%d, key_sds_avail:0, key_zmalloc: %d, "
        b"val_sds_len:%d, val_sds_avail:%d, val_zmalloc: %d"
        % (len(key), sys.getsizeof(key), len(value), max(spare, 0), sys.getsizeof(value))
    )


def database_tables(call: Call, argv: Argv) -> bytes:
    """The hash tables of a database."""
    index = parse_int(argv[2])
    if index is None:
        _fail(errors.NOT_INTEGER)
    if not 0 <= index < len(call.server.databases):
        _fail(errors.DEBUG_NO_DATABASE)
    database = call.server.databases[index]
    full = _is_full(argv)
    return call.wire.verbatim(
        b"txt",
        b"[Dictionary HT]\n%b[Expires HT]\n%b"
        % (_table(database.values, full), _table(database.expires, full)),
    )


def key_table(call: Call, argv: Argv) -> bytes:
    """The hash table of a value."""
    value = _value(call, argv[2])
    if encoding_at(call.keys, argv[2], value) not in ("hashtable", "skiplist"):
        _fail(errors.DEBUG_NO_HASH_TABLE)
    members: list[bytes] = []
    if isinstance(value, SetValue):
        members = value.members()
    elif isinstance(value, HashValue):
        members = [field for field, _, _ in value.entries()]
    elif isinstance(value, SortedSetValue):
        members = [member for _, member in value]
    return call.wire.verbatim(b"txt", _table(members, _is_full(argv)))


def _value(call: Call, key: bytes) -> Value:
    value = call.keys.peek(key)
    if value is None:
        _fail(errors.NO_SUCH_KEY)
    return value


def _is_full(argv: Argv) -> bool:
    return len(argv) > 3 and argv[3].lower() == b"full"


def _table(items: Iterable[bytes], full: bool) -> bytes:
    """The statistics of a table that holds these: nothing for one that holds none."""
    held = list(items)
    if not held:
        return b""
    size = max(_LEAST_SLOTS, 1 << (len(held) - 1).bit_length())
    text = (
        "Hash table 0 stats (main hash table):\n"
        f" table size: {size}\n number of elements: {len(held)}\n"
    )
    if full:
        chains = Counter(Counter(hash(item) % size for item in held).values())
        used = chains.total()
        chains[0] = size - used
        average = len(held) / used
        text += (
            f" different slots: {used}\n max chain length: {max(chains)}\n"
            f" avg chain length (counted): {average:.2f}\n"
            f" avg chain length (computed): {average:.2f}\n Chain length distribution:\n"
        )
        for length, count in sorted(chains.items()):
            text += f"   {length}: {count} ({count / size:.2%})\n"
    return text.encode()


def _fail(reply_line: bytes) -> NoReturn:
    raise CommandError(reply_line)
