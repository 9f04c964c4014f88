"""MIGRATE: keys go to another server while this one waits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from refimpl.datatypes.rdb.payload import dump
from refimpl.resp.replies import OK, bulks, simple
from refimpl.session.peers import PeerTimeoutError
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.session.peers import Peer
    from refimpl.table.generated.generic import MigrateArgs

_DEFAULT_TIMEOUT_MS = 1000
_LEADING_NUMBER = re.compile(rb"[ \t-\r]*([+-]?[0-9]+)")


class _Interrupted(Exception):
    """The conversation ended early: with this reply, which a new attempt may yet avoid."""

    def __init__(self, reply_line: bytes, final: bool) -> None:
        super().__init__(reply_line)
        self.reply_line = reply_line
        self.final = final


@handles("MIGRATE")
def migrate(call: Call, args: MigrateArgs) -> bytes:
    """Restore keys on another server and, unless they are copied, delete them here."""
    requests = _restorations(call, args)
    if not requests:
        return simple(b"NOKEY")
    try:
        _transfer(call, args, requests)
    except _Interrupted as first:
        # The other server may have closed a connection that was kept from an earlier call.
        if first.final:
            raise CommandError(first.reply_line) from None
        try:
            _transfer(call, args, requests)
        except _Interrupted as second:
            raise CommandError(second.reply_line) from None
    return OK


def _restorations(call: Call, args: MigrateArgs) -> list[tuple[bytes, bytes]]:
    """Each key that is there, with the request that makes it on the other server."""
    requests = []
    for key in args.keys if args.keys_given else [args.key]:
        value = call.keys.glance(key)
        if value is None:
            continue
        deadline = call.keys.expiry(key)
        ttl = 0 if deadline is None else max(1, deadline - call.now)
        words = [b"RESTORE", key, b"%d" % ttl, dump(value)]
        if args.replace:
            words.append(b"REPLACE")
        requests.append((key, bulks(words)))
    return requests


def _transfer(call: Call, args: MigrateArgs, requests: list[tuple[bytes, bytes]]) -> None:
    """Send everything at once, then go through the answers.

    Raises CommandError for an error the other server replied with, _Interrupted where it wasn't
    heard out; the keys that it has accepted until then are gone here.
    """
    host, port = args.host, _port(args.port)
    timeout = args.timeout if args.timeout > 0 else _DEFAULT_TIMEOUT_MS
    peers = call.server.peers
    try:
        peer = peers.connect(host, port, timeout, call.server.moment.second)
    except ConnectionRefusedError:
        raise _Interrupted(errors.MIGRATE_WRITING, final=False) from None
    except (OSError, UnicodeError, OverflowError):
        raise _Interrupted(errors.MIGRATE_CONNECTING, final=True) from None

    preparations = _preparations(args, peer)
    try:
        peer.send(b"".join(preparations) + b"".join(request for _, request in requests), timeout)
    except OSError as failure:
        peers.drop(host, port)
        final = isinstance(failure, PeerTimeoutError)
        raise _Interrupted(errors.MIGRATE_WRITING, final) from None

    accepted = 0
    refusal: bytes | None = None
    try:
        answers = [peer.read_line(timeout) for _ in preparations]
        refused = [answer for answer in answers if answer[:1] == b"-"]
        for key, _ in requests:
            answer = peer.read_line(timeout)
            reason = refused[0] if refused else answer
            if reason[:1] == b"-":
                peer.database = -1
                refusal = refusal or reason
                continue
            accepted += 1
            if not args.copy and call.keys.remove(key):
                call.changed("del", key)
    except OSError as failure:
        peers.drop(host, port)
        final = isinstance(failure, PeerTimeoutError) or (accepted > 0 and not args.copy)
        raise _Interrupted(errors.MIGRATE_READING, final) from None
    if refusal is not None:
        raise CommandError(errors.migrate_target(refusal[1:]))
    peer.database = args.destination_db


def _preparations(args: MigrateArgs, peer: Peer) -> list[bytes]:
    """The requests before those that restore."""
    requests = []
    if args.password is not None:
        words = [b"AUTH", args.password]
        if args.username is not None:
            words.insert(1, args.username)
        requests.append(bulks(words))
    if args.destination_db != peer.database:
        requests.append(bulks([b"SELECT", b"%d" % args.destination_db]))
    return requests


def _port(word: bytes) -> int:
    """The number that a word begins with; negative where no port is meant, else below 65536."""
    number = _LEADING_NUMBER.match(word)
    port = int(number[1]) if number is not None else 0
    return port & 0xFFFF if 0 <= port < 1 << 31 else -1
