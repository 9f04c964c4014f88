# Generated from spec/ by `python -m spec generate`; do not edit.
"""Argument parsers of the bitmap commands."""

from __future__ import annotations

from typing import Any

from refimpl.datatypes.limits import Limits
from refimpl.table import errors
from refimpl.table.command import Argv
from refimpl.table.convert import to_bitfield_offset, to_bitfield_type, to_int
from refimpl.table.failure import CommandError


class BitcountArgs:
    """Arguments of BITCOUNT."""

    key: bytes
    start: int | None = None
    end: int | None = None
    unit: str | None = None


def parse_bitcount(argv: Argv, now: int) -> BitcountArgs:
    args = BitcountArgs()
    argc = len(argv)
    args.key = argv[1]
    if argc == 3:
        raise CommandError(errors.SYNTAX)
    if argc > 5:
        raise CommandError(errors.SYNTAX)
    at = 2
    if at < argc:
        start = to_int(argv[at])
        if start is None:
            raise CommandError(errors.NOT_INTEGER)
        args.start = start
        at += 1
    if at < argc:
        end = to_int(argv[at])
        if end is None:
            raise CommandError(errors.NOT_INTEGER)
        args.end = end
        at += 1
    if at < argc:
        unit = argv[at].lower().decode("latin-1")
        if unit not in ("byte", "bit"):
            raise CommandError(errors.SYNTAX)
        args.unit = unit
        at += 1
    if argc > at:
        raise CommandError(errors.SYNTAX)
    return args


class BitfieldArgs:
    """Arguments of BITFIELD."""

    key: bytes
    operations: list[tuple[Any, ...]] = []  # replaced, never filled
    _argv: Argv

    def read(self, limits: Limits) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        at = 2
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"GET" and argc - at >= 2:
                encoding_item = to_bitfield_type(argv[at])
                if encoding_item is None:
                    raise CommandError(errors.BITFIELD_TYPE)
                offset_item = to_bitfield_offset(argv[at + 1], limits, encoding_item)
                if offset_item is None:
                    raise CommandError(errors.BIT_OFFSET_NOT_INTEGER)
                if self.operations:
                    self.operations.append(("get", encoding_item, offset_item))
                else:
                    self.operations = [("get", encoding_item, offset_item)]
                at += 2
            elif option == b"SET" and argc - at >= 3:
                encoding_item = to_bitfield_type(argv[at])
                if encoding_item is None:
                    raise CommandError(errors.BITFIELD_TYPE)
                offset_item = to_bitfield_offset(argv[at + 1], limits, encoding_item)
                if offset_item is None:
                    raise CommandError(errors.BIT_OFFSET_NOT_INTEGER)
                value_item = to_int(argv[at + 2])
                if value_item is None:
                    raise CommandError(errors.NOT_INTEGER)
                if self.operations:
                    self.operations.append(("set", encoding_item, offset_item, value_item))
                else:
                    self.operations = [("set", encoding_item, offset_item, value_item)]
                at += 3
            elif option == b"INCRBY" and argc - at >= 3:
                encoding_item = to_bitfield_type(argv[at])
                if encoding_item is None:
                    raise CommandError(errors.BITFIELD_TYPE)
                offset_item = to_bitfield_offset(argv[at + 1], limits, encoding_item)
                if offset_item is None:
                    raise CommandError(errors.BIT_OFFSET_NOT_INTEGER)
                increment_item = to_int(argv[at + 2])
                if increment_item is None:
                    raise CommandError(errors.NOT_INTEGER)
                if self.operations:
                    self.operations.append(("incrby", encoding_item, offset_item, increment_item))
                else:
                    self.operations = [("incrby", encoding_item, offset_item, increment_item)]
                at += 3
            elif option == b"OVERFLOW" and at < argc:
                mode_item = argv[at].lower().decode("latin-1")
                if mode_item not in ("wrap", "sat", "fail"):
                    raise CommandError(errors.BITFIELD_OVERFLOW_TYPE)
                if self.operations:
                    self.operations.append(("overflow", mode_item))
                else:
                    self.operations = [("overflow", mode_item)]
                at += 1
            else:
                raise CommandError(errors.SYNTAX)


def parse_bitfield(argv: Argv, now: int) -> BitfieldArgs:
    args = BitfieldArgs()
    args.key = argv[1]
    args._argv = argv
    return args


class BitfieldRoArgs:
    """Arguments of BITFIELD_RO."""

    key: bytes
    operations: list[tuple[Any, ...]] = []  # replaced, never filled
    _argv: Argv

    def read(self, limits: Limits) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        at = 2
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"GET" and argc - at >= 2:
                encoding_item = to_bitfield_type(argv[at])
                if encoding_item is None:
                    raise CommandError(errors.BITFIELD_TYPE)
                offset_item = to_bitfield_offset(argv[at + 1], limits, encoding_item)
                if offset_item is None:
                    raise CommandError(errors.BIT_OFFSET_NOT_INTEGER)
                if self.operations:
                    self.operations.append(("get", encoding_item, offset_item))
                else:
                    self.operations = [("get", encoding_item, offset_item)]
                at += 2
            elif option == b"SET" and argc - at >= 3:
                encoding_item = to_bitfield_type(argv[at])
                if encoding_item is None:
                    raise CommandError(errors.BITFIELD_TYPE)
                offset_item = to_bitfield_offset(argv[at + 1], limits, encoding_item)
                if offset_item is None:
                    raise CommandError(errors.BIT_OFFSET_NOT_INTEGER)
                value_item = to_int(argv[at + 2])
                if value_item is None:
                    raise CommandError(errors.NOT_INTEGER)
                if self.operations:
                    self.operations.append(("set", encoding_item, offset_item, value_item))
                else:
                    self.operations = [("set", encoding_item, offset_item, value_item)]
                at += 3
            elif option == b"INCRBY" and argc - at >= 3:
                encoding_item = to_bitfield_type(argv[at])
                if encoding_item is None:
                    raise CommandError(errors.BITFIELD_TYPE)
                offset_item = to_bitfield_offset(argv[at + 1], limits, encoding_item)
                if offset_item is None:
                    raise CommandError(errors.BIT_OFFSET_NOT_INTEGER)
                increment_item = to_int(argv[at + 2])
                if increment_item is None:
                    raise CommandError(errors.NOT_INTEGER)
                if self.operations:
                    self.operations.append(("incrby", encoding_item, offset_item, increment_item))
                else:
                    self.operations = [("incrby", encoding_item, offset_item, increment_item)]
                at += 3
            elif option == b"OVERFLOW" and at < argc:
                mode_item = argv[at].lower().decode("latin-1")
                if mode_item not in ("wrap", "sat", "fail"):
                    raise CommandError(errors.BITFIELD_OVERFLOW_TYPE)
                if self.operations:
                    self.operations.append(("overflow", mode_item))
                else:
                    self.operations = [("overflow", mode_item)]
                at += 1
            else:
                raise CommandError(errors.SYNTAX)
        if any(each[0] == "set" for each in self.operations) or any(
            each[0] == "incrby" for each in self.operations
        ):
            raise CommandError(errors.BITFIELD_RO_ONLY_GET)


def parse_bitfield_ro(argv: Argv, now: int) -> BitfieldRoArgs:
    args = BitfieldRoArgs()
    args.key = argv[1]
    args._argv = argv
    return args


class BitopArgs:
    """Arguments of BITOP."""

    operation: str
    destination: bytes
    keys: list[bytes]


def parse_bitop(argv: Argv, now: int) -> BitopArgs:
    args = BitopArgs()
    argc = len(argv)
    operation = argv[1].lower().decode("latin-1")
    if operation not in ("and", "or", "xor", "not", "diff", "diff1", "andor", "one"):
        raise CommandError(errors.SYNTAX)
    args.operation = operation
    args.destination = argv[2]
    if args.operation == "not" and argc > 4:
        raise CommandError(errors.BITOP_NOT_ONE_SOURCE)
    if args.operation == "diff" and argc == 4:
        raise CommandError(errors.BITOP_DIFF_TWO_SOURCES)
    if args.operation == "diff1" and argc == 4:
        raise CommandError(errors.BITOP_DIFF1_TWO_SOURCES)
    if args.operation == "andor" and argc == 4:
        raise CommandError(errors.BITOP_ANDOR_TWO_SOURCES)
    args.keys = argv[3:]
    return args


class BitposArgs:
    """Arguments of BITPOS."""

    key: bytes
    bit: int
    start: int | None = None
    end: int | None = None
    unit: str | None = None


def parse_bitpos(argv: Argv, now: int) -> BitposArgs:
    args = BitposArgs()
    argc = len(argv)
    args.key = argv[1]
    bit = to_int(argv[2])
    if bit is None:
        raise CommandError(errors.NOT_INTEGER)
    if not 0 <= bit <= 1:
        raise CommandError(errors.BITPOS_BIT)
    args.bit = bit
    if argc > 6:
        raise CommandError(errors.SYNTAX)
    raw_end: bytes | None = None
    if argc == 6:
        if 3 >= argc:
            raise CommandError(errors.SYNTAX)
        start = to_int(argv[3])
        if start is None:
            raise CommandError(errors.NOT_INTEGER)
        args.start = start
        if 4 >= argc:
            raise CommandError(errors.SYNTAX)
        raw_end = argv[4]
        if 5 >= argc:
            raise CommandError(errors.SYNTAX)
        unit = argv[5].lower().decode("latin-1")
        if unit not in ("byte", "bit"):
            raise CommandError(errors.SYNTAX)
        args.unit = unit
        at = 6
    else:
        at = 3
        if at < argc:
            start = to_int(argv[at])
            if start is None:
                raise CommandError(errors.NOT_INTEGER)
            args.start = start
            at += 1
        if at < argc:
            raw_end = argv[at]
            at += 1
    if argc > at:
        raise CommandError(errors.SYNTAX)
    if raw_end is not None:
        end = to_int(raw_end)
        if end is None:
            raise CommandError(errors.NOT_INTEGER)
        args.end = end
    return args


class GetbitArgs:
    """Arguments of GETBIT."""

    key: bytes
    offset: int


def parse_getbit(argv: Argv, now: int) -> GetbitArgs:
    args = GetbitArgs()
    args.key = argv[1]
    offset = to_int(argv[2])
    if offset is None:
        raise CommandError(errors.BIT_OFFSET_NOT_INTEGER)
    if offset < 0:
        raise CommandError(errors.BIT_OFFSET_NOT_INTEGER)
    args.offset = offset
    return args


class SetbitArgs:
    """Arguments of SETBIT."""

    key: bytes
    offset: int
    _value: bytes

    def value(self) -> int:
        """Converts when asked for; raises CommandError."""
        value = to_int(self._value)
        if value is None:
            raise CommandError(errors.BIT_NOT_INTEGER)
        if not 0 <= value <= 1:
            raise CommandError(errors.BIT_NOT_INTEGER)
        return value


def parse_setbit(argv: Argv, now: int) -> SetbitArgs:
    args = SetbitArgs()
    args.key = argv[1]
    offset = to_int(argv[2])
    if offset is None:
        raise CommandError(errors.BIT_OFFSET_NOT_INTEGER)
    if offset < 0:
        raise CommandError(errors.BIT_OFFSET_NOT_INTEGER)
    args.offset = offset
    args._value = argv[3]
    return args
