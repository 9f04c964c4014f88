"""Subcommands of DEBUG about what this server doesn't have or has otherwise, and those that end it.

What has no effect here answers as it would elsewhere, so that tests that send it can go on.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from refimpl.datatypes.glob import glob_match
from refimpl.datatypes.numbers import parse_int
from refimpl.resp.replies import OK, simple
from refimpl.session.config_rewrite import rewrite
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv


def load_append_only_file(call: Call, argv: Argv) -> bytes:
    """Forget the dataset and load what the append-only file tells of it; there is none."""
    for database in call.server.databases:
        database.clear()
    raise CommandError(errors.DEBUG_LOADAOF_FAILED)


def allocator_integer(call: Call, argv: Argv) -> bytes:
    """Python's allocator has nothing that could be tuned: no name is known."""
    if len(argv) > 3 and parse_int(argv[3]) is None:
        raise CommandError(errors.NOT_INTEGER)
    raise CommandError(errors.DEBUG_NO_SUCH_NAME)


def allocator_string(call: Call, argv: Argv) -> bytes:
    """As the other one, of strings."""
    raise CommandError(errors.DEBUG_NO_SUCH_NAME)


def scripts(call: Call, argv: Argv) -> bytes:
    """Write all scripts, or one, to the log."""
    word, log = argv[2], call.server.log
    texts = call.server.scripts.texts()
    if word.lower() == b"list":
        chosen = dict(texts)
    elif len(word) != _SHA_LENGTH:
        raise CommandError(errors.debug_unknown(argv[1]))
    elif (text := texts.get(word.lower())) is not None:
        chosen = {word: text}
    else:
        raise CommandError(errors.NO_SCRIPT)
    for sha, text in chosen.items():
        shown = text.decode("utf-8", "replace")
        log.warning(f"SCRIPT SHA: {sha.decode('latin-1')}\n{shown}")
    return OK


_SHA_LENGTH = 40
_PAUSES = (b"clear", b"after-fork", b"before-rdb-channel", b"on-streaming-repl-buf")


def pause_replication(call: Call, argv: Argv) -> bytes:
    """Checked, and without effect: no replica is ever fed."""
    if argv[2].lower() not in _PAUSES:
        raise CommandError(errors.debug_unknown(argv[1]))
    return OK


def mark_internal(call: Call, argv: Argv) -> bytes:
    """Checked, and without effect: there are no commands for internal connections only."""
    if len(argv) > 2 and argv[2].lower() != b"unmark":
        raise CommandError(errors.debug_unknown(argv[1]))
    return OK


def rewrite_all(call: Call, argv: Argv) -> bytes:
    """Write every parameter to the configuration file, also what is as it always was."""
    server = call.server
    if not server.config_file:
        raise CommandError(errors.debug_rewrite_failed(b"Bad address"))
    users: list[str] = []
    if not server.config.aclfile:
        users = [line.decode("utf-8", "surrogateescape") for line in server.users.lines()]
    try:
        rewrite(Path(server.config_file), server.config, {"user": users}, everything=True)
    except OSError as error:
        reason = (error.strerror or "").encode()
        raise CommandError(errors.debug_rewrite_failed(reason)) from None
    return OK


def packet_filter(call: Call, argv: Argv) -> bytes:
    """Checked, and without effect: there is no cluster bus."""
    if parse_int(argv[2]) is None:
        raise CommandError(errors.NOT_INTEGER)
    return OK


def match_patterns(call: Call, argv: Argv) -> bytes:
    """Match many random patterns; that it returns is the result."""
    draw = call.random
    for _ in range(_PATTERNS):
        pattern, text = (bytes(draw.choices(_PATTERN_BYTES, k=draw.randrange(16))) for _ in "pt")
        glob_match(pattern, text)
    return simple(b"Apparently Redis did not crash: test passed")


_PATTERNS = 10_000
_PATTERN_BYTES = b"*?[]^-\\abz\x00\xff"


def crash(call: Call, argv: Argv) -> bytes:
    """End the process as a fault of it would: nothing is saved, nobody is told."""
    call.server.log.warning(f"DEBUG {argv[1].decode('latin-1').upper()}: the server ends itself")
    os.abort()


def restart(call: Call, argv: Argv) -> bytes:
    """Refused: who has started this server starts it again."""
    if len(argv) > 2 and parse_int(argv[2]) is None:
        raise CommandError(errors.NOT_INTEGER)
    raise CommandError(errors.DEBUG_RESTART_FAILED)
