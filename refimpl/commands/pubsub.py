"""Publish and subscribe: messages to whoever listens, kept for nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.datatypes.glob import glob_match
from refimpl.resp.replies import array, bulk, bulks, integer
from refimpl.session.client import Unusual
from refimpl.session.help import help_reply
from refimpl.session.registry import handles
from refimpl.table import errors
from refimpl.table.failure import CommandError

if TYPE_CHECKING:
    from refimpl.session.call import Call
    from refimpl.session.pubsub import Directory
    from refimpl.table.command import Argv
    from refimpl.table.generated.pubsub import PubsubChannelsArgs, PubsubShardchannelsArgs


def _confirm(call: Call, kind: bytes, name: bytes | None, count: int) -> bytes:
    """What is answered for each name: how many the client listens to now."""
    answer = call.wire.push(
        (bulk(kind), call.wire.null if name is None else bulk(name), integer(count))
    )
    if call.client.unusual & (Unusual.REPLY_OFF | Unusual.REPLY_SKIP):
        # Confirmations are messages: a client that wants no replies gets them all the same.
        call.client.push(answer)
        return b""
    return answer


def _subscribe(call: Call, directory: Directory, argv: Argv) -> bytes:
    kind = argv[0].lower()
    confirmations = []
    for name in argv[1:]:
        directory.add(call.client, name)
        confirmations.append(_confirm(call, kind, name, _count(call, directory)))
    return b"".join(confirmations)


def _unsubscribe(call: Call, directory: Directory, argv: Argv) -> bytes:
    """From the names given, else from all; there is an answer even when there is nothing to do."""
    kind = argv[0].lower()
    names = argv[1:] or list(directory.of(call.client))
    if not names:
        return _confirm(call, kind, None, _count(call, directory))
    confirmations = []
    for name in names:
        directory.remove(call.client, name)
        confirmations.append(_confirm(call, kind, name, _count(call, directory)))
    return b"".join(confirmations)


def _count(call: Call, directory: Directory) -> int:
    """Channels and patterns are counted together, shard channels by themselves."""
    hub, client = call.server.hub, call.client
    if directory is hub.shards:
        return len(hub.shards.of(client))
    return len(hub.channels.of(client)) + len(hub.patterns.of(client))


@handles("SUBSCRIBE")
def subscribe(call: Call, argv: Argv) -> bytes:
    """Listen to channels."""
    return _subscribe(call, call.server.hub.channels, argv)


@handles("PSUBSCRIBE")
def subscribe_to_patterns(call: Call, argv: Argv) -> bytes:
    """Listen to all channels whose name fits one of the patterns."""
    return _subscribe(call, call.server.hub.patterns, argv)


@handles("SSUBSCRIBE")
def subscribe_to_shards(call: Call, argv: Argv) -> bytes:
    """Listen to shard channels."""
    if call.nested:
        raise CommandError(errors.SSUBSCRIBE_NESTED)
    return _subscribe(call, call.server.hub.shards, argv)


@handles("UNSUBSCRIBE")
def unsubscribe(call: Call, argv: Argv) -> bytes:
    """Listen to these channels no more, or to none."""
    return _unsubscribe(call, call.server.hub.channels, argv)


@handles("PUNSUBSCRIBE")
def unsubscribe_from_patterns(call: Call, argv: Argv) -> bytes:
    """Give up these patterns, or all."""
    return _unsubscribe(call, call.server.hub.patterns, argv)


@handles("SUNSUBSCRIBE")
def unsubscribe_from_shards(call: Call, argv: Argv) -> bytes:
    """Listen to these shard channels no more, or to none."""
    return _unsubscribe(call, call.server.hub.shards, argv)


@handles("PUBLISH")
def publish(call: Call, argv: Argv) -> bytes:
    """Send a message to a channel's listeners and to those whose pattern it fits."""
    return integer(call.server.hub.publish(argv[1], argv[2]))


@handles("SPUBLISH")
def publish_to_shard(call: Call, argv: Argv) -> bytes:
    """Send a message to a shard channel's listeners."""
    return integer(call.server.hub.publish_to_shard(argv[1], argv[2]))


def _matching(directory: Directory, pattern: bytes | None) -> bytes:
    return bulks(
        name for name in directory.audience if pattern is None or glob_match(pattern, name)
    )


def _counts(directory: Directory, names: list[bytes]) -> bytes:
    flat: list[bytes] = []
    for name in names:
        flat += (bulk(name), integer(len(directory.audience.get(name, ()))))
    return array(flat)


@handles("PUBSUB CHANNELS")
def channels(call: Call, args: PubsubChannelsArgs) -> bytes:
    """The channels that somebody listens to by name."""
    return _matching(call.server.hub.channels, args.pattern)


@handles("PUBSUB SHARDCHANNELS")
def shard_channels(call: Call, args: PubsubShardchannelsArgs) -> bytes:
    """The shard channels that somebody listens to."""
    return _matching(call.server.hub.shards, args.pattern)


@handles("PUBSUB NUMSUB")
def count_listeners(call: Call, argv: Argv) -> bytes:
    """How many listen to each of the channels by name."""
    return _counts(call.server.hub.channels, argv[2:])


@handles("PUBSUB SHARDNUMSUB")
def count_shard_listeners(call: Call, argv: Argv) -> bytes:
    """How many listen to each of the shard channels."""
    return _counts(call.server.hub.shards, argv[2:])


@handles("PUBSUB NUMPAT")
def count_patterns(call: Call, argv: Argv) -> bytes:
    """How many different patterns somebody listens by."""
    return integer(len(call.server.hub.patterns.audience))


@handles("PUBSUB HELP")
def pubsub_help(call: Call, argv: Argv) -> bytes:
    """The subcommands."""
    return help_reply(
        "PUBSUB",
        (
            ("CHANNELS [<pattern>]", "The channels that somebody listens to by name."),
            ("NUMPAT", "How many patterns somebody listens by."),
            ("NUMSUB [<channel> ...]", "How many listen to each of the channels by name."),
            ("SHARDCHANNELS [<pattern>]", "The shard channels that somebody listens to."),
            ("SHARDNUMSUB [<shardchannel> ...]", "How many listen to each of them."),
        ),
    )
