"""PING, ECHO, SELECT, AUTH, HELLO, RESET, QUIT."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from refimpl.commands.connection.list import describe
from refimpl.resp.replies import EMPTY_BULK, OK, PONG, bulk, integer
from refimpl.resp.wire import RESP2, RESP3
from refimpl.session.access.login import log_in, log_out
from refimpl.session.access.users import DEFAULT
from refimpl.session.client import Unusual
from refimpl.session.modules import listed
from refimpl.session.registry import handles, handles_short
from refimpl.session.release import VERSION
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.session.client import Client
    from refimpl.table.command import Argv
    from refimpl.table.generated.connection import AuthArgs, HelloArgs, PingArgs, SelectArgs

_PONG_MESSAGE: Final = b"*2\r\n$4\r\npong\r\n"
_RESET: Final = b"+RESET\r\n"


@handles("PING")
def ping(call: Call, args: PingArgs) -> bytes:
    """Tell that the server is alive; to a RESP2 subscriber in the form of a message."""
    if call.client.unusual & Unusual.SUBSCRIBED and call.wire.version == 2:
        return b"*2\r\n$4\r\npong\r\n" + (
            EMPTY_BULK if args.message is None else bulk(args.message)
        )
    return PONG if args.message is None else bulk(args.message)


@handles_short("PING", words=1)
def ping_plainly(call: Call, argv: Argv) -> bytes:
    """Tell that the server is alive to one who isn't subscribed, without a message."""
    return PONG


@handles("ECHO")
def echo(call: Call, argv: Argv) -> bytes:
    """Answer the given text."""
    return bulk(argv[1])


@handles("SELECT")
def select(call: Call, args: SelectArgs) -> bytes:
    """Work on another database from now on."""
    try:
        call.select(args.index)
    except IndexError:
        raise CommandError(errors.DB_OUT_OF_RANGE) from None
    return OK


def authenticate(call: Call, name: bytes, password: bytes) -> None:
    """Let the client in as that user; or note it, and raise WRONGPASS."""
    server = call.server
    client = call.client
    user = server.users.find(name)
    if user is not None and user.accepts(password):
        log_in(client, user)
        return
    server.access_log.add(
        b"auth",
        b"multi" if call.nested else b"toplevel",
        call.spelling,
        name,
        describe(client, call),
        call.now,
        server.config.acllog_max_len,
    )
    raise CommandError(errors.WRONG_PASSWORD)


@handles("AUTH")
def auth(call: Call, args: AuthArgs) -> bytes:
    """Authenticate the connection."""
    name = args.username
    if name is None:
        if call.server.users.default.no_password:
            raise CommandError(errors.NO_PASSWORD_CONFIGURED)
        name = DEFAULT
    authenticate(call, name, args.password or b"")
    return OK


def speak(client: Client, version: int) -> None:
    """Change the protocol of a connection."""
    client.wire = client.call.wire = RESP3 if version == 3 else RESP2


@handles("HELLO")
def hello(call: Call, args: HelloArgs) -> bytes:
    """Choose the protocol, and tell what the server is."""
    client = call.client
    if args.username is not None and args.password is not None:
        authenticate(call, args.username, args.password)
    if client.unusual & Unusual.UNAUTHENTICATED and call.server.users.default_needs_login:
        raise CommandError(errors.HELLO_UNAUTHENTICATED)
    if args.setname is not None:
        client.name = args.setname
    if args.protover is not None:
        speak(client, args.protover)
    wire = call.wire
    fields: list[bytes] = []
    for name, value in (
        (b"server", bulk(b"redis")),
        (b"version", bulk(VERSION.encode())),
        (b"proto", integer(wire.version)),
        (b"id", integer(client.id)),
        (b"mode", bulk(b"standalone")),
        (b"role", bulk(b"master")),
        (b"modules", listed(wire)),
    ):
        fields += (bulk(name), value)
    return wire.map(fields)


@handles("RESET")
def reset(call: Call, argv: Argv) -> bytes:
    """Bring the connection into the state it began in."""
    client = call.client
    call.server.discard_transaction(client)
    call.server.hub.forget(client)
    call.server.tracking.disable(client)
    call.server.monitors.remove(client)
    client.unusual &= ~(Unusual.REPLY_OFF | Unusual.REPLY_SKIP | Unusual.NO_TOUCH)
    client.spared = False
    client.skip_next = False
    client.name = b""
    log_out(client, call.server)
    speak(client, 2)
    call.select(0)
    return _RESET


@handles("QUIT")
def leave(call: Call, argv: Argv) -> bytes:
    """Close the connection when the reply is sent."""
    call.client.unusual |= Unusual.CLOSING
    return OK
