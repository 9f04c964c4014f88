# Generated from spec/ by `python -m spec generate`; do not edit.
"""Argument parsers of the connection commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.table import errors
from refimpl.table.command import Argv
from refimpl.table.convert import to_client_name, to_int
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from collections.abc import Callable


class AuthArgs:
    """Arguments of AUTH."""

    password: bytes | None = None
    username: bytes | None = None


def parse_auth(argv: Argv, now: int) -> AuthArgs:
    args = AuthArgs()
    argc = len(argv)
    if argc == 2:
        args.password = argv[1]
        at = 2
    else:
        args.username = argv[1]
        if 2 >= argc:
            raise CommandError(errors.SYNTAX)
        args.password = argv[2]
        at = 3
    if argc > at:
        raise CommandError(errors.SYNTAX)
    return args


class ClientKillArgs:
    """Arguments of CLIENT KILL."""

    address: bytes | None = None
    id: int | None = None
    type: bytes | None = None
    addr: bytes | None = None
    laddr: bytes | None = None
    user: bytes | None = None
    skipme: str | None = None
    maxage: int | None = None


def parse_client_kill(argv: Argv, now: int) -> ClientKillArgs:
    args = ClientKillArgs()
    argc = len(argv)
    if argc == 3:
        args.address = argv[2]
        at = 3
    else:
        at = 2
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"ID" and at < argc:
                id = to_int(argv[at])
                if id is None:
                    raise CommandError(errors.CLIENT_ID_NOT_POSITIVE)
                if id < 1:
                    raise CommandError(errors.CLIENT_ID_NOT_POSITIVE)
                args.id = id
                at += 1
            elif option == b"TYPE" and at < argc:
                args.type = argv[at]
                at += 1
            elif option == b"ADDR" and at < argc:
                args.addr = argv[at]
                at += 1
            elif option == b"LADDR" and at < argc:
                args.laddr = argv[at]
                at += 1
            elif option == b"USER" and at < argc:
                args.user = argv[at]
                at += 1
            elif option == b"SKIPME" and at < argc:
                skipme = argv[at].lower().decode("latin-1")
                if skipme not in ("yes", "no"):
                    raise CommandError(errors.SYNTAX)
                args.skipme = skipme
                at += 1
            elif option == b"MAXAGE" and at < argc:
                maxage = to_int(argv[at])
                if maxage is None:
                    raise CommandError(errors.KILL_AGE)
                if maxage < 1:
                    raise CommandError(errors.KILL_AGE_NOT_POSITIVE)
                args.maxage = maxage
                at += 1
            else:
                raise CommandError(errors.SYNTAX)
        at = argc
    if argc > at:
        raise CommandError(errors.SYNTAX)
    return args


class ClientListArgs:
    """Arguments of CLIENT LIST."""

    type: bytes | None = None
    id: bool = False
    ids: list[int] = []  # replaced, never filled


def parse_client_list(argv: Argv, now: int) -> ClientListArgs:
    args = ClientListArgs()
    argc = len(argv)
    if argc == 2:
        return args
    at = 2
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"TYPE" and at < argc:
            if args.type is not None:
                raise CommandError(errors.SYNTAX)
            if args.id:
                raise CommandError(errors.SYNTAX)
            args.type = argv[at]
            at += 1
        elif option == b"ID" and at < argc:
            if args.id:
                raise CommandError(errors.SYNTAX)
            if args.type is not None:
                raise CommandError(errors.SYNTAX)
            args.id = True
            if argc < at + 1:
                raise CommandError(errors.SYNTAX)
            items = argv[at:]
            ids_groups: list[int] = []
            for item in items:
                id_item = to_int(item)
                if id_item is None:
                    raise CommandError(errors.CLIENT_ID_INVALID)
                ids_groups.append(id_item)
            args.ids = ids_groups
            at = argc
        else:
            raise CommandError(errors.SYNTAX)
    return args


class ClientNoEvictArgs:
    """Arguments of CLIENT NO-EVICT."""

    enabled: str


def parse_client_no_evict(argv: Argv, now: int) -> ClientNoEvictArgs:
    args = ClientNoEvictArgs()
    enabled = argv[2].lower().decode("latin-1")
    if enabled not in ("on", "off"):
        raise CommandError(errors.SYNTAX)
    args.enabled = enabled
    return args


class ClientNoTouchArgs:
    """Arguments of CLIENT NO-TOUCH."""

    enabled: str


def parse_client_no_touch(argv: Argv, now: int) -> ClientNoTouchArgs:
    args = ClientNoTouchArgs()
    enabled = argv[2].lower().decode("latin-1")
    if enabled not in ("on", "off"):
        raise CommandError(errors.SYNTAX)
    args.enabled = enabled
    return args


class ClientPauseArgs:
    """Arguments of CLIENT PAUSE."""

    timeout: int
    mode: str | None = None


def parse_client_pause(argv: Argv, now: int) -> ClientPauseArgs:
    args = ClientPauseArgs()
    argc = len(argv)
    if argc > 4:
        raise CommandError(errors.client_pause_arity(argv[1]))
    raw_timeout = argv[2]
    at = 3
    if at < argc:
        mode = argv[at].lower().decode("latin-1")
        if mode not in ("write", "all"):
            raise CommandError(errors.PAUSE_MODE)
        args.mode = mode
        at += 1
    if argc > at:
        raise CommandError(errors.SYNTAX)
    timeout = to_int(raw_timeout)
    if timeout is None:
        raise CommandError(errors.TIMEOUT_NOT_INTEGER)
    if timeout < 0:
        raise CommandError(errors.TIMEOUT_NEGATIVE)
    args.timeout = timeout
    return args


class ClientReplyArgs:
    """Arguments of CLIENT REPLY."""

    mode: str


def parse_client_reply(argv: Argv, now: int) -> ClientReplyArgs:
    args = ClientReplyArgs()
    mode = argv[2].lower().decode("latin-1")
    if mode not in ("on", "off", "skip"):
        raise CommandError(errors.SYNTAX)
    args.mode = mode
    return args


class ClientTrackingArgs:
    """Arguments of CLIENT TRACKING."""

    status: bytes
    redirect: int | None = None
    bcast: bool = False
    optin: bool = False
    optout: bool = False
    noloop: bool = False
    prefix: list[bytes] = []  # replaced, never filled
    _argv: Argv

    def options(self, look_up: Callable[[int], object]) -> None:
        """Goes on where the parser stopped; raises CommandError."""
        argv = self._argv
        argc = len(argv)
        at = 3
        while at < argc:
            option = argv[at].upper()
            at += 1
            if option == b"REDIRECT" and at < argc:
                if self.redirect is not None:
                    raise CommandError(errors.TRACKING_REDIRECT_TWICE)
                redirect = to_int(argv[at])
                if redirect is None:
                    raise CommandError(errors.NOT_INTEGER)
                look_up(redirect)
                self.redirect = redirect
                at += 1
            elif option == b"BCAST":
                self.bcast = True
            elif option == b"OPTIN":
                self.optin = True
            elif option == b"OPTOUT":
                self.optout = True
            elif option == b"NOLOOP":
                self.noloop = True
            elif option == b"PREFIX" and at < argc:
                prefix_item = argv[at]
                if self.prefix:
                    self.prefix.append(prefix_item)
                else:
                    self.prefix = [prefix_item]
                at += 1
            else:
                raise CommandError(errors.SYNTAX)


def parse_client_tracking(argv: Argv, now: int) -> ClientTrackingArgs:
    args = ClientTrackingArgs()
    args.status = argv[2]
    args._argv = argv
    return args


class ClientUnblockArgs:
    """Arguments of CLIENT UNBLOCK."""

    id: int
    reason: str | None = None


def parse_client_unblock(argv: Argv, now: int) -> ClientUnblockArgs:
    args = ClientUnblockArgs()
    argc = len(argv)
    if argc > 4:
        raise CommandError(errors.client_unblock_arity(argv[1]))
    raw_id = argv[2]
    at = 3
    if at < argc:
        reason = argv[at].lower().decode("latin-1")
        if reason not in ("timeout", "error"):
            raise CommandError(errors.UNBLOCK_REASON)
        args.reason = reason
        at += 1
    if argc > at:
        raise CommandError(errors.SYNTAX)
    id = to_int(raw_id)
    if id is None:
        raise CommandError(errors.NOT_INTEGER)
    args.id = id
    return args


class HelloArgs:
    """Arguments of HELLO."""

    protover: int | None = None
    auth: bool = False
    username: bytes | None = None
    password: bytes | None = None
    setname: bytes | None = None


def parse_hello(argv: Argv, now: int) -> HelloArgs:
    args = HelloArgs()
    argc = len(argv)
    at = 1
    if at < argc:
        protover = to_int(argv[at])
        if protover is None:
            raise CommandError(errors.PROTOCOL_NOT_INTEGER)
        if not 2 <= protover <= 3:
            raise CommandError(errors.UNSUPPORTED_PROTOCOL)
        args.protover = protover
        at += 1
    while at < argc:
        option = argv[at].upper()
        at += 1
        if option == b"AUTH" and argc - at >= 2:
            args.auth = True
            args.username = argv[at]
            args.password = argv[at + 1]
            at += 2
        elif option == b"SETNAME" and at < argc:
            setname = to_client_name(argv[at])
            if setname is None:
                raise CommandError(errors.CLIENT_NAME_INVALID)
            args.setname = setname
            at += 1
        else:
            raise CommandError(errors.hello_option(argv[at - 1]))
    return args


class PingArgs:
    """Arguments of PING."""

    message: bytes | None = None


def parse_ping(argv: Argv, now: int) -> PingArgs:
    args = PingArgs()
    argc = len(argv)
    at = 1
    if at < argc:
        args.message = argv[at]
        at += 1
    if argc > at:
        raise CommandError(errors.wrong_arity(b"ping"))
    return args


class SelectArgs:
    """Arguments of SELECT."""

    index: int


def parse_select(argv: Argv, now: int) -> SelectArgs:
    args = SelectArgs()
    index = to_int(argv[1])
    if index is None:
        raise CommandError(errors.NOT_INTEGER)
    if not -2147483648 <= index <= 2147483647:
        raise CommandError(errors.NOT_INT32)
    args.index = index
    return args
