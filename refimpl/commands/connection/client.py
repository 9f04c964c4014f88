"""CLIENT subcommands about this connection itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.resp.replies import OK, bulk, integer
from refimpl.session.client import Unusual
from refimpl.session.help import help_reply
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.convert import to_client_name
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.connection import (
        ClientNoEvictArgs,
        ClientNoTouchArgs,
        ClientReplyArgs,
    )


@handles("CLIENT ID")
def identity(call: Call, argv: Argv) -> bytes:
    """The connection's number."""
    return integer(call.client.id)


@handles("CLIENT GETNAME")
def get_name(call: Call, argv: Argv) -> bytes:
    """The connection's name."""
    return bulk(call.client.name) if call.client.name else call.wire.null


@handles("CLIENT SETNAME")
def set_name(call: Call, argv: Argv) -> bytes:
    """Name the connection."""
    if to_client_name(argv[2]) is None:
        raise CommandError(errors.CLIENT_NAME_INVALID)
    call.client.name = argv[2]
    return OK


@handles("CLIENT SETINFO")
def set_info(call: Call, argv: Argv) -> bytes:
    """Remember the client library's name or version."""
    attribute, value = argv[2], argv[3]
    known = attribute.lower()
    if known not in (b"lib-name", b"lib-ver"):
        raise CommandError(errors.client_info_unknown(attribute))
    if to_client_name(value) is None:
        raise CommandError(errors.client_info_invalid(attribute))
    if known == b"lib-name":
        call.client.lib_name = value
    else:
        call.client.lib_version = value
    return OK


@handles("CLIENT NO-TOUCH")
def no_touch(call: Call, args: ClientNoTouchArgs) -> bytes:
    """Let commands leave no trace in access times, or let them again."""
    if args.enabled == "on":
        call.client.unusual |= Unusual.NO_TOUCH
    else:
        call.client.unusual &= ~Unusual.NO_TOUCH
    return OK


@handles("CLIENT NO-EVICT")
def no_evict(call: Call, args: ClientNoEvictArgs) -> bytes:
    """Spare the connection when memory is short, or don't."""
    call.client.spared = args.enabled == "on"
    return OK


@handles("CLIENT REPLY")
def reply_mode(call: Call, args: ClientReplyArgs) -> bytes:
    """Turn replies on, off, or off for the next request."""
    client = call.client
    if args.mode == "on":
        client.unusual &= ~(Unusual.REPLY_OFF | Unusual.REPLY_SKIP)
        return OK
    if args.mode == "off":
        client.unusual |= Unusual.REPLY_OFF
    elif not client.unusual & Unusual.REPLY_OFF:
        client.skip_next = True
    return b""


@handles("CLIENT HELP")
def client_help(call: Call, argv: Argv) -> bytes:
    """The subcommands."""
    return help_reply(
        "CLIENT",
        (
            ("CACHING (YES|NO)", "Track the keys of the next command, or don't."),
            ("GETNAME", "This connection's name."),
            ("GETREDIR", "The connection that invalidation messages go to."),
            ("ID", "This connection's number."),
            ("INFO", "A description of this connection."),
            ("KILL <ip:port>", "Close the connection from that address."),
            (
                "KILL <filter> <value> [<filter> <value> ...]",
                "Close the connections that pass all filters:",
                "ADDR, LADDR, ID, TYPE, USER, SKIPME, MAXAGE.",
            ),
            (
                "LIST [TYPE (NORMAL|MASTER|REPLICA|PUBSUB) | ID <id> ...]",
                "A line for each connection.",
            ),
            ("NO-EVICT (ON|OFF)", "Spare this connection when memory is short."),
            ("NO-TOUCH (ON|OFF)", "Leave no trace in the access times of keys."),
            ("PAUSE <milliseconds> [WRITE|ALL]", "Let requests wait for a time."),
            ("REPLY (ON|OFF|SKIP)", "Turn replies on or off."),
            ("SETINFO <attribute> <value>", "Tell the client library's LIB-NAME or LIB-VER."),
            ("SETNAME <name>", "Name this connection."),
            (
                "TRACKING (ON|OFF) [REDIRECT <id>] [BCAST] [PREFIX <prefix> [...]]",
                "         [OPTIN] [OPTOUT] [NOLOOP]",
                "Tell which of the keys that this connection has read are changed.",
            ),
            ("TRACKINGINFO", "The state of client-side caching for this connection."),
            ("UNBLOCK <id> [TIMEOUT|ERROR]", "End the waiting of a blocked connection."),
            ("UNPAUSE", "End a CLIENT PAUSE."),
        ),
    )
