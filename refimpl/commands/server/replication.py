"""REPLICAOF, FAILOVER, REPLCONF, SYNC: a master that has no replicas.

Being a replica, or having some, is not there yet. What would need it is refused: a server that
answered OK and then served what it has would be taken for a copy of another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes.numbers import parse_int
from refimpl.resp.inline import split_words
from refimpl.resp.replies import OK, error
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.table.command import Argv
    from refimpl.table.generated.server import (
        FailoverArgs,
        PsyncArgs,
        ReplconfArgs,
        ReplicaofArgs,
        SlaveofArgs,
    )

_LONGEST_ADDRESS = 255
_CANNOT_BE_REPLICA = error(b"ERR replication is not implemented: this server can't be a replica")
_CANNOT_FEED_REPLICAS = error(
    b"ERR replication is not implemented: this server can't have replicas"
)


@handles("REPLICAOF", "SLAVEOF")
def replica_of(call: Call, args: ReplicaofArgs | SlaveofArgs) -> bytes:
    """Stay the master that it is."""
    if args.host is None:
        return OK
    raise CommandError(_CANNOT_BE_REPLICA)


@handles("FAILOVER")
def failover(call: Call, args: FailoverArgs) -> bytes:
    """There is nobody to hand over to."""
    raise CommandError(errors.NO_FAILOVER if args.abort else errors.FAILOVER_WITHOUT_REPLICAS)


@handles("SYNC")
def sync(call: Call, argv: Argv) -> bytes:
    """Refuse a replica."""
    raise CommandError(_CANNOT_FEED_REPLICAS)


@handles("PSYNC")
def partial_sync(call: Call, args: PsyncArgs) -> bytes:
    """Refuse a replica."""
    raise CommandError(_CANNOT_FEED_REPLICAS)


@handles("REPLCONF")
def configure_replica(call: Call, args: ReplconfArgs) -> bytes:
    """Check what a replica tells, option by option; to an acknowledgement there is no reply."""
    for word, value in args.pairs:
        match word.lower():
            case b"listening-port":
                _integer(value)
            case b"ip-address":
                if len(value) > _LONGEST_ADDRESS:
                    raise CommandError(errors.replconf_address(b"%d" % len(value)))
            case b"capa":
                pass
            case b"rdb-only" | b"rdb-channel":
                if not 0 <= _integer(value) <= 1:
                    raise CommandError(errors.REPLCONF_SWITCH)
            case b"rdb-filter-only":
                _check_parts(value)
            case b"main-ch-client-id":
                raise CommandError(errors.replconf_client(b"%d" % _integer(value)))
            case b"ack" | b"getack":
                return b""
            case _:
                raise CommandError(errors.replconf_unknown(word))
    return OK


def _integer(word: bytes) -> int:
    number = parse_int(word)
    if number is None:
        raise CommandError(errors.NOT_INTEGER)
    return number


def _check_parts(value: bytes) -> None:
    """A dataset may be asked for without its keys, in words that may stand in quotes."""
    parts = split_words(value)
    if parts is None:
        raise CommandError(errors.REPLCONF_PARTS)
    for part in parts:
        if part.lower() != b"functions":
            raise CommandError(errors.replconf_part(part))
