# Generated from spec/ by `python -m spec generate`; do not edit.
"""Argument parsers of the vector_set commands."""

from __future__ import annotations

from refimpl.table import errors
from refimpl.table.command import Argv
from refimpl.table.convert import Filter, to_double, to_filter, to_fp32, to_int, to_positive_double
from refimpl.table.failure import CommandError


class VaddArgs:
    """Arguments of VADD."""

    key: bytes
    reduce: int | None = None
    form: str
    blob: bytes | None = None
    values: list[float] = []  # replaced, never filled
    dimension: int | None = None
    element: bytes
    cas: bool = False
    noquant: bool = False
    q8: bool = False
    bin: bool = False
    ef: int | None = None
    m: int = 16
    setattr: bytes | None = None


def parse_vadd(argv: Argv, now: int) -> VaddArgs:
    args = VaddArgs()
    argc = len(argv)
    if argc < 5:
        raise CommandError(errors.wrong_arity(b"VADD"))
    args.key = argv[1]
    at = 2
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"REDUCE" and at < argc:
            if args.reduce is not None:
                raise CommandError(errors.VECTOR_INVALID)
            reduce = to_int(argv[at])
            if reduce is None:
                raise CommandError(errors.VECTOR_INVALID)
            if reduce < 1:
                raise CommandError(errors.VECTOR_INVALID)
            args.reduce = reduce
            at += 1
        else:
            at -= 1
            break
    if at >= argc:
        raise CommandError(errors.SYNTAX)
    form = argv[at].lower().decode("latin-1")
    if form not in ("fp32", "values"):
        raise CommandError(errors.VECTOR_INVALID)
    args.form = form
    if args.form == "fp32":
        if at + 1 >= argc:
            raise CommandError(errors.VECTOR_INVALID)
        blob = to_fp32(argv[at + 1])
        if blob is None:
            raise CommandError(errors.VECTOR_INVALID)
        args.blob = blob
        at += 2
    else:
        if at + 1 >= argc:
            raise CommandError(errors.VECTOR_INVALID)
        dimension = to_int(argv[at + 1])
        if dimension is None:
            raise CommandError(errors.VECTOR_INVALID)
        if dimension < 1:
            raise CommandError(errors.VECTOR_INVALID)
        args.dimension = dimension
        at += 2
        if argc - at < dimension:
            raise CommandError(errors.VECTOR_INVALID)
        items = argv[at : at + dimension]
        values_groups: list[float] = []
        for item in items:
            value_item = to_double(item)
            if value_item is None:
                raise CommandError(errors.VECTOR_INVALID)
            values_groups.append(value_item)
        args.values = values_groups
        at += dimension
    if at >= argc:
        raise CommandError(errors.wrong_arity(b"VADD"))
    args.element = argv[at]
    at += 1
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"CAS":
            args.cas = True
        elif option == b"NOQUANT":
            args.q8 = False
            args.bin = False
            args.noquant = True
        elif option == b"Q8":
            args.noquant = False
            args.bin = False
            args.q8 = True
        elif option == b"BIN":
            args.noquant = False
            args.q8 = False
            args.bin = True
        elif option == b"EF" and at < argc:
            ef = to_int(argv[at])
            if ef is None:
                raise CommandError(errors.VECTOR_EF)
            if not 1 <= ef <= 1000000:
                raise CommandError(errors.VECTOR_EF)
            args.ef = ef
            at += 1
        elif option == b"M" and at < argc:
            m = to_int(argv[at])
            if m is None:
                raise CommandError(errors.VECTOR_M)
            if not 4 <= m <= 4096:
                raise CommandError(errors.VECTOR_M)
            args.m = m
            at += 1
        elif option == b"SETATTR" and at < argc:
            args.setattr = argv[at]
            at += 1
        else:
            raise CommandError(errors.VECTOR_OPTION)
    return args


class VcardArgs:
    """Arguments of VCARD."""

    key: bytes


def parse_vcard(argv: Argv, now: int) -> VcardArgs:
    args = VcardArgs()
    argc = len(argv)
    if 1 >= argc:
        raise CommandError(errors.wrong_arity(b"VCARD"))
    args.key = argv[1]
    if argc > 2:
        raise CommandError(errors.wrong_arity(b"VCARD"))
    return args


class VdimArgs:
    """Arguments of VDIM."""

    key: bytes


def parse_vdim(argv: Argv, now: int) -> VdimArgs:
    args = VdimArgs()
    argc = len(argv)
    if 1 >= argc:
        raise CommandError(errors.wrong_arity(b"VDIM"))
    args.key = argv[1]
    if argc > 2:
        raise CommandError(errors.wrong_arity(b"VDIM"))
    return args


class VembArgs:
    """Arguments of VEMB."""

    key: bytes
    element: bytes
    raw: bool = False


def parse_vemb(argv: Argv, now: int) -> VembArgs:
    args = VembArgs()
    argc = len(argv)
    if 1 >= argc:
        raise CommandError(errors.wrong_arity(b"VEMB"))
    args.key = argv[1]
    if 2 >= argc:
        raise CommandError(errors.wrong_arity(b"VEMB"))
    args.element = argv[2]
    if argc == 3:
        return args
    at = 3
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"RAW":
            args.raw = True
        else:
            raise CommandError(errors.VEMB_OPTION)
    return args


class VgetattrArgs:
    """Arguments of VGETATTR."""

    key: bytes
    element: bytes


def parse_vgetattr(argv: Argv, now: int) -> VgetattrArgs:
    args = VgetattrArgs()
    argc = len(argv)
    if 1 >= argc:
        raise CommandError(errors.wrong_arity(b"VGETATTR"))
    args.key = argv[1]
    if 2 >= argc:
        raise CommandError(errors.wrong_arity(b"VGETATTR"))
    args.element = argv[2]
    if argc > 3:
        raise CommandError(errors.wrong_arity(b"VGETATTR"))
    return args


class VinfoArgs:
    """Arguments of VINFO."""

    key: bytes


def parse_vinfo(argv: Argv, now: int) -> VinfoArgs:
    args = VinfoArgs()
    argc = len(argv)
    if 1 >= argc:
        raise CommandError(errors.wrong_arity(b"VINFO"))
    args.key = argv[1]
    if argc > 2:
        raise CommandError(errors.wrong_arity(b"VINFO"))
    return args


class VismemberArgs:
    """Arguments of VISMEMBER."""

    key: bytes
    element: bytes


def parse_vismember(argv: Argv, now: int) -> VismemberArgs:
    args = VismemberArgs()
    argc = len(argv)
    if 1 >= argc:
        raise CommandError(errors.wrong_arity(b"VISMEMBER"))
    args.key = argv[1]
    if 2 >= argc:
        raise CommandError(errors.wrong_arity(b"VISMEMBER"))
    args.element = argv[2]
    if argc > 3:
        raise CommandError(errors.wrong_arity(b"VISMEMBER"))
    return args


class VlinksArgs:
    """Arguments of VLINKS."""

    key: bytes
    element: bytes
    withscores: str | None = None


def parse_vlinks(argv: Argv, now: int) -> VlinksArgs:
    args = VlinksArgs()
    argc = len(argv)
    if 1 >= argc:
        raise CommandError(errors.wrong_arity(b"VLINKS"))
    args.key = argv[1]
    if 2 >= argc:
        raise CommandError(errors.wrong_arity(b"VLINKS"))
    args.element = argv[2]
    at = 3
    if at < argc:
        withscores = argv[at].lower().decode("latin-1")
        if withscores not in ("withscores",):
            raise CommandError(errors.wrong_arity(b"VLINKS"))
        args.withscores = withscores
        at += 1
    if argc > at:
        raise CommandError(errors.wrong_arity(b"VLINKS"))
    return args


class VrandmemberArgs:
    """Arguments of VRANDMEMBER."""

    key: bytes
    count: int | None = None


def parse_vrandmember(argv: Argv, now: int) -> VrandmemberArgs:
    args = VrandmemberArgs()
    argc = len(argv)
    if 1 >= argc:
        raise CommandError(errors.wrong_arity(b"VRANDMEMBER"))
    args.key = argv[1]
    at = 2
    raw_count: bytes | None = None
    if at < argc:
        raw_count = argv[at]
        at += 1
    if argc > at:
        raise CommandError(errors.wrong_arity(b"VRANDMEMBER"))
    if raw_count is not None:
        count = to_int(raw_count)
        if count is None:
            raise CommandError(errors.VRANDMEMBER_COUNT)
        args.count = count
    return args


class VremArgs:
    """Arguments of VREM."""

    key: bytes
    element: bytes


def parse_vrem(argv: Argv, now: int) -> VremArgs:
    args = VremArgs()
    argc = len(argv)
    if 1 >= argc:
        raise CommandError(errors.wrong_arity(b"VREM"))
    args.key = argv[1]
    if 2 >= argc:
        raise CommandError(errors.wrong_arity(b"VREM"))
    args.element = argv[2]
    if argc > 3:
        raise CommandError(errors.wrong_arity(b"VREM"))
    return args


class VsetattrArgs:
    """Arguments of VSETATTR."""

    key: bytes
    element: bytes
    attribute: bytes


def parse_vsetattr(argv: Argv, now: int) -> VsetattrArgs:
    args = VsetattrArgs()
    argc = len(argv)
    if 1 >= argc:
        raise CommandError(errors.wrong_arity(b"VSETATTR"))
    args.key = argv[1]
    if 2 >= argc:
        raise CommandError(errors.wrong_arity(b"VSETATTR"))
    args.element = argv[2]
    if 3 >= argc:
        raise CommandError(errors.wrong_arity(b"VSETATTR"))
    args.attribute = argv[3]
    if argc > 4:
        raise CommandError(errors.wrong_arity(b"VSETATTR"))
    return args


class VsimArgs:
    """Arguments of VSIM."""

    key: bytes
    form: str
    element: bytes | None = None
    blob: bytes | None = None
    values: list[float] = []  # replaced, never filled
    dimension: int | None = None
    withscores: bool = False
    withattribs: bool = False
    count: int | None = None
    epsilon: float | None = None
    ef: int | None = None
    filter: Filter | None = None
    filter_ef: int | None = None
    truth: bool = False
    nothread: bool = False
    _argv: Argv
    _at: int

    def query(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        form = argv[2].lower().decode("latin-1")
        if form not in ("ele", "fp32", "values"):
            raise CommandError(errors.VECTOR_INVALID)
        self.form = form
        if self.form == "ele":
            self.element = argv[3]
            at = 4
        elif self.form == "fp32":
            blob = to_fp32(argv[3])
            if blob is None:
                raise CommandError(errors.VECTOR_INVALID)
            self.blob = blob
            at = 4
        else:
            dimension = to_int(argv[3])
            if dimension is None:
                raise CommandError(errors.VECTOR_INVALID)
            if dimension < 1:
                raise CommandError(errors.VECTOR_INVALID)
            self.dimension = dimension
            at = 4
            if argc - at < dimension:
                raise CommandError(errors.VECTOR_INVALID)
            items = argv[at : at + dimension]
            values_groups: list[float] = []
            for item in items:
                value_item = to_double(item)
                if value_item is None:
                    raise CommandError(errors.VECTOR_INVALID)
                values_groups.append(value_item)
            self.values = values_groups
            at += dimension
        self._argv = argv
        self._at = at

    def options(self) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        at = self._at
        argc = len(argv)
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"WITHSCORES":
                self.withscores = True
            elif option == b"WITHATTRIBS":
                self.withattribs = True
            elif option == b"COUNT" and at < argc:
                count = to_int(argv[at])
                if count is None:
                    raise CommandError(errors.VSIM_COUNT)
                if count < 1:
                    raise CommandError(errors.VSIM_COUNT)
                self.count = count
                at += 1
            elif option == b"EPSILON" and at < argc:
                epsilon = to_positive_double(argv[at])
                if epsilon is None:
                    raise CommandError(errors.VSIM_EPSILON)
                self.epsilon = epsilon
                at += 1
            elif option == b"EF" and at < argc:
                ef = to_int(argv[at])
                if ef is None:
                    raise CommandError(errors.VECTOR_EF)
                if ef < 1:
                    raise CommandError(errors.VECTOR_EF)
                self.ef = ef
                at += 1
            elif option == b"FILTER" and at < argc:
                filter = to_filter(argv[at])
                self.filter = filter
                at += 1
            elif option == b"FILTER-EF" and at < argc:
                filter_ef = to_int(argv[at])
                if filter_ef is None:
                    raise CommandError(errors.VSIM_FILTER_EF)
                if filter_ef < 1:
                    raise CommandError(errors.VSIM_FILTER_EF)
                self.filter_ef = filter_ef
                at += 1
            elif option == b"TRUTH":
                self.truth = True
            elif option == b"NOTHREAD":
                self.nothread = True
            else:
                raise CommandError(errors.VSIM_SYNTAX)


def parse_vsim(argv: Argv, now: int) -> VsimArgs:
    args = VsimArgs()
    argc = len(argv)
    if argc < 4:
        raise CommandError(errors.wrong_arity(b"VSIM"))
    args.key = argv[1]
    args._argv = argv
    return args
