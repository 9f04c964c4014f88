# Generated from spec/ by `python -m spec generate`; do not edit.
"""Argument parsers of the set commands."""

from __future__ import annotations

from refimpl.table import errors
from refimpl.table.command import Argv
from refimpl.table.convert import to_cursor, to_int
from refimpl.table.failure import CommandError


class SintercardArgs:
    """Arguments of SINTERCARD."""

    keys: list[bytes]
    numkeys: int
    limit: int | None = None


def parse_sintercard(argv: Argv, now: int) -> SintercardArgs:
    args = SintercardArgs()
    argc = len(argv)
    numkeys = to_int(argv[1])
    if numkeys is None:
        raise CommandError(errors.NUMKEYS_NOT_POSITIVE)
    if numkeys < 1:
        raise CommandError(errors.NUMKEYS_NOT_POSITIVE)
    args.numkeys = numkeys
    at = 2
    if argc - at < numkeys:
        raise CommandError(errors.MORE_KEYS_THAN_ARGUMENTS)
    args.keys = argv[at : at + numkeys]
    at += numkeys
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"LIMIT" and at < argc:
            limit = to_int(argv[at])
            if limit is None:
                raise CommandError(errors.LIMIT_NEGATIVE)
            if limit < 0:
                raise CommandError(errors.LIMIT_NEGATIVE)
            args.limit = limit
            at += 1
        else:
            raise CommandError(errors.SYNTAX)
    return args


class SpopArgs:
    """Arguments of SPOP."""

    key: bytes
    count: int | None = None


def parse_spop(argv: Argv, now: int) -> SpopArgs:
    args = SpopArgs()
    argc = len(argv)
    args.key = argv[1]
    at = 2
    raw_count: bytes | None = None
    if at < argc:
        raw_count = argv[at]
        at += 1
    if argc > at:
        raise CommandError(errors.SYNTAX)
    if raw_count is not None:
        count = to_int(raw_count)
        if count is None:
            raise CommandError(errors.MUST_BE_POSITIVE)
        if count < 0:
            raise CommandError(errors.MUST_BE_POSITIVE)
        args.count = count
    return args


class SrandmemberArgs:
    """Arguments of SRANDMEMBER."""

    key: bytes
    count: int | None = None


def parse_srandmember(argv: Argv, now: int) -> SrandmemberArgs:
    args = SrandmemberArgs()
    argc = len(argv)
    args.key = argv[1]
    at = 2
    raw_count: bytes | None = None
    if at < argc:
        raw_count = argv[at]
        at += 1
    if argc > at:
        raise CommandError(errors.SYNTAX)
    if raw_count is not None:
        count = to_int(raw_count)
        if count is None:
            raise CommandError(errors.NOT_INTEGER)
        if count < -9223372036854775807:
            raise CommandError(errors.COUNT_OUT_OF_LONG_RANGE)
        args.count = count
    return args


class SscanArgs:
    """Arguments of SSCAN."""

    key: bytes
    cursor: int
    match: bytes | None = None
    count: int | None = None
    novalues: bool = False
    _argv: Argv

    def options(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        at = 3
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"MATCH" and at < argc:
                self.match = argv[at]
                at += 1
            elif option == b"COUNT" and at < argc:
                count = to_int(argv[at])
                if count is None:
                    raise CommandError(errors.NOT_INTEGER)
                if count < 1:
                    raise CommandError(errors.SYNTAX)
                self.count = count
                at += 1
            elif option == b"NOVALUES":
                self.novalues = True
                if self.novalues:
                    raise CommandError(errors.NOVALUES_WITHOUT_HSCAN)
            else:
                raise CommandError(errors.SYNTAX)


def parse_sscan(argv: Argv, now: int) -> SscanArgs:
    args = SscanArgs()
    args.key = argv[1]
    cursor = to_cursor(argv[2])
    if cursor is None:
        raise CommandError(errors.INVALID_CURSOR)
    args.cursor = cursor
    args._argv = argv
    return args
