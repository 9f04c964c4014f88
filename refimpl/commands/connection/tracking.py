"""CLIENT TRACKING, CACHING, GETREDIR, TRACKINGINFO: caches that clients keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.resp.replies import OK, bulk, bulks, integer
from refimpl.session.registry import handles
from refimpl.session.tracking import Tracked
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.connection import ClientTrackingArgs


@handles("CLIENT TRACKING")
def track(call: Call, args: ClientTrackingArgs) -> bytes:
    """Tell this client, or another one that it names, when keys that it has read are changed."""
    client, tracking = call.client, call.server.tracking

    def must_exist(number: int) -> None:
        if number not in call.server.clients:
            raise CommandError(errors.TRACKING_REDIRECT_UNKNOWN)

    args.options(must_exist)
    status = args.status.lower()
    if status == b"off":
        tracking.disable(client)
        return OK
    if status != b"on":
        raise CommandError(errors.SYNTAX)

    if args.prefix and not args.bcast:
        raise CommandError(errors.TRACKING_PREFIX_WITHOUT_BCAST)
    before = client.tracking
    if before is not None and before.broadcast != args.bcast:
        raise CommandError(errors.TRACKING_SWITCHES_BCAST)
    if args.bcast and (args.optin or args.optout):
        raise CommandError(errors.TRACKING_BCAST_WITH_OPTIONS)
    if args.optin and args.optout:
        raise CommandError(errors.TRACKING_OPTIN_WITH_OPTOUT)
    if before is not None and ((args.optin and before.optout) or (args.optout and before.optin)):
        raise CommandError(errors.TRACKING_SWITCHES_OPTIN)
    if args.bcast:
        _check_prefixes(args.prefix, before)

    options = Tracked()
    options.redirect = args.redirect or 0
    options.broadcast = args.bcast
    options.optin = args.optin
    options.optout = args.optout
    options.noloop = args.noloop
    if args.bcast:
        options.prefixes.update(args.prefix or [b""])
    tracking.enable(client, options)
    return OK


def _check_prefixes(prefixes: list[bytes], before: Tracked | None) -> None:
    """No key may have two of a client's prefixes."""
    for place, prefix in enumerate(prefixes):
        for other in sorted(before.prefixes) if before is not None else ():
            if _overlap(prefix, other):
                raise CommandError(errors.tracking_prefix_exists(prefix, other))
        for other in prefixes[place + 1 :]:
            if _overlap(prefix, other):
                raise CommandError(errors.tracking_prefix_twice(prefix, other))


def _overlap(one: bytes, other: bytes) -> bool:
    return one.startswith(other) or other.startswith(one)


@handles("CLIENT CACHING")
def caching(call: Call, argv: Argv) -> bytes:
    """Track the keys of the next request, where otherwise they aren't, or the other way round."""
    tracked = call.client.tracking
    if tracked is None:
        raise CommandError(errors.CACHING_WITHOUT_TRACKING)
    mode = argv[2].lower()
    if mode == b"yes":
        if not tracked.optin:
            raise CommandError(errors.CACHING_YES_WITHOUT_OPTIN)
    elif mode == b"no":
        if not tracked.optout:
            raise CommandError(errors.CACHING_NO_WITHOUT_OPTOUT)
    else:
        raise CommandError(errors.SYNTAX)
    tracked.caching = True
    return OK


@handles("CLIENT GETREDIR")
def redirection(call: Call, argv: Argv) -> bytes:
    """The connection that messages go to; 0 for this one, -1 without tracking."""
    tracked = call.client.tracking
    return integer(-1 if tracked is None else tracked.redirect)


@handles("CLIENT TRACKINGINFO")
def tracking_info(call: Call, argv: Argv) -> bytes:
    """How this client is tracked."""
    tracked = call.client.tracking
    flags = [b"off"] if tracked is None else _flags(tracked)
    return call.wire.map(
        [
            bulk(b"flags"),
            call.wire.bulk_set(flags),
            bulk(b"redirect"),
            integer(-1 if tracked is None else tracked.redirect),
            bulk(b"prefixes"),
            bulks([] if tracked is None else sorted(tracked.prefixes)),
        ]
    )


def _flags(tracked: Tracked) -> list[bytes]:
    flags = [b"on"]
    if tracked.broadcast:
        flags.append(b"bcast")
    if tracked.optin:
        flags.append(b"optin")
        if tracked.caching:
            flags.append(b"caching-yes")
    if tracked.optout:
        flags.append(b"optout")
        if tracked.caching:
            flags.append(b"caching-no")
    if tracked.noloop:
        flags.append(b"noloop")
    if tracked.broken:
        flags.append(b"broken_redirect")
    return flags
