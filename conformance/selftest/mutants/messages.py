"""Publish and subscribe, client-side caching, MONITOR: who is told what, and when."""

from __future__ import annotations

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import edit

PUBSUB = "commands.pubsub"
HUB = "session.pubsub"
TRACKING = "session.tracking"
TRACK = "commands.connection.tracking"
MONITORS = "session.monitors"
PIPELINE = "execute.pipeline"

MUTANTS = (
    mutant(
        "publish-counts-clients",
        "PUBLISH doesn't count who listens by a pattern",
        edit(
            f"{HUB}:Hub.publish",
            'receivers += _tell(admirers, (b"pmessage", pattern, channel, message))',
            '_tell(admirers, (b"pmessage", pattern, channel, message))',
        ),
        hints=("PUBLISH", "pubsub/messages"),
    ),
    mutant(
        "publish-patterns-first",
        "Who listens by name is told after who listens by a pattern",
        edit(
            f"{HUB}:Hub.publish",
            "    if listeners:\n"
            '        receivers += _tell(listeners, (b"message", channel, message))\n'
            "    for pattern, admirers in list(self.patterns.audience.items()):\n"
            "        if glob_match(pattern, channel):\n"
            '            receivers += _tell(admirers, (b"pmessage", pattern, channel, message))\n',
            "    for pattern, admirers in list(self.patterns.audience.items()):\n"
            "        if glob_match(pattern, channel):\n"
            '            receivers += _tell(admirers, (b"pmessage", pattern, channel, message))\n'
            "    if listeners:\n"
            '        receivers += _tell(listeners, (b"message", channel, message))\n',
        ),
        hints=("pubsub/messages",),
    ),
    mutant(
        "spublish-to-channels",
        "SPUBLISH reaches listeners of the channel of that name",
        edit(
            f"{HUB}:Hub.publish_to_shard",
            "self.shards.audience.get(channel)",
            "(self.shards.audience.get(channel) or self.channels.audience.get(channel))",
        ),
        hints=("SPUBLISH", "pubsub/messages"),
    ),
    mutant(
        "subscribe-counts-shards",
        "SUBSCRIBE counts shard channels too",
        edit(
            f"{PUBSUB}:_count",
            "len(hub.channels.of(client)) + len(hub.patterns.of(client))",
            "len(hub.channels.of(client)) + len(hub.patterns.of(client)) + "
            "len(hub.shards.of(client))",
        ),
        hints=("pubsub/mode",),
    ),
    mutant(
        "unsubscribe-from-nothing-is-silent",
        "UNSUBSCRIBE without anything to unsubscribe from is not answered",
        edit(
            f"{PUBSUB}:_unsubscribe",
            "return _confirm(call, kind, None, _count(call, directory))",
            'return b""',
        ),
        hints=("UNSUBSCRIBE",),
    ),
    mutant(
        "subscribed-for-ever",
        "A connection that has unsubscribed stays in the mode of subscribers",
        edit(f"{HUB}:Directory.remove", "client.unusual &= ~Unusual.SUBSCRIBED", "pass"),
        hints=("UNSUBSCRIBE", "pubsub/mode"),
    ),
    mutant(
        "confirmations-are-replies",
        "CLIENT REPLY OFF silences confirmations",
        edit(f"{PUBSUB}:_confirm", "call.client.push(answer)", "pass"),
        hints=("pubsub/messages",),
    ),
    mutant(
        "pushes-before-the-reply",
        "What a client brings upon itself comes before its reply",
        edit("session.client:Client.push", "self.unusual & Unusual.RUNNING", "False"),
        hints=("pubsub/messages", "tracking/keys"),
    ),
    mutant(
        "reset-stays-subscribed",
        "RESET keeps subscriptions",
        edit("commands.connection.basics:reset", "call.server.hub.forget(client)", "pass"),
        hints=("pubsub/mode",),
    ),
    mutant(
        "numsub-counts-patterns",
        "PUBSUB NUMSUB counts a pattern of the channel's name",
        edit(
            f"{PUBSUB}:_counts",
            "len(directory.audience.get(name, ()))",
            "len(directory.audience.get(name, ()))"
            " + len(call.server.hub.patterns.audience.get(name, ()))",
        ),
        edit(f"{PUBSUB}:_counts", "directory: Directory,", "call: Call, directory: Directory,"),
        edit(f"{PUBSUB}:count_listeners", "_counts(", "_counts(call, "),
        edit(f"{PUBSUB}:count_shard_listeners", "_counts(", "_counts(call, "),
        hints=("PUBSUB", "pubsub/mode"),
    ),
    mutant(
        "numpat-counts-listeners",
        "PUBSUB NUMPAT counts a pattern for each listener",
        edit(
            f"{PUBSUB}:count_patterns",
            "len(call.server.hub.patterns.audience)",
            "sum(map(len, call.server.hub.patterns.audience.values()))",
        ),
        hints=("PUBSUB NUMPAT",),
    ),
    mutant(
        "ssubscribe-in-multi",
        "SSUBSCRIBE can be part of a transaction",
        edit(f"{PUBSUB}:subscribe_to_shards", "call.nested", "False"),
        hints=("SSUBSCRIBE",),
    ),
    mutant(
        "slow-subscribers-stay",
        "Pushed output is not held against the limit",
        edit("server.networking:Link.pushed", "beyond > 0", "False"),
        hints=("scenarios/pubsub",),
    ),
    mutant(
        "tracking-tells-twice",
        "A key that was told to have changed is still tracked",
        edit(
            f"{TRACKING}:Tracking._invalidate",
            "holders = self.table.pop(key)\n    self.items -= len(holders)",
            "holders = self.table[key]",
        ),
        hints=("tracking/keys",),
    ),
    mutant(
        "tracking-noloop-ignored",
        "NOLOOP has no effect in the default mode",
        edit(f"{TRACKING}:Tracking._invalidate", "not client.tracking.noloop", "True"),
        hints=("tracking/keys",),
    ),
    mutant(
        "tracking-broadcast-noloop-ignored",
        "NOLOOP has no effect in broadcasting mode",
        edit(f"{TRACKING}:Tracking.broadcast", "if tracked.noloop:", "if False:"),
        hints=("tracking/modes",),
    ),
    mutant(
        "tracking-writes",
        "Keys of commands that write are tracked too",
        edit(f"{TRACKING}:Tracking.remember", "not command.flags & Flag.READONLY", "False"),
        hints=("tracking/keys",),
    ),
    mutant(
        "tracking-caching-for-ever",
        "CLIENT CACHING holds for all that follows",
        edit(f"{PIPELINE}:_use_up_caching", "client.tracking.caching = False", "pass"),
        hints=("CLIENT TRACKINGINFO", "tracking/modes"),
    ),
    mutant(
        "tracking-caching-used-by-client",
        "CLIENT CACHING is used up by any CLIENT command",
        edit(f"{PIPELINE}:_use_up_caching", 'argv[0].lower() != b"client"', "len(argv) != 3"),
        hints=("tracking/modes", "CLIENT TRACKINGINFO"),
    ),
    mutant(
        "tracking-flush-untold",
        "FLUSHALL and FLUSHDB tell nobody",
        edit(f"{TRACKING}:Tracking.flushed", "if not self.clients:", "if True:"),
        hints=("tracking/keys",),
    ),
    mutant(
        "tracking-expiry-untold",
        "A key that expires is not told to have changed",
        edit(
            "keyspace.database:Database.expire_now",
            "self._environment.on_modified is not None",
            "False",
        ),
        hints=("tracking/keys",),
    ),
    mutant(
        "tracking-redirect-unsubscribed",
        "A RESP2 connection is told although it isn't subscribed",
        edit(
            f"{TRACKING}:Tracking._send",
            "tracked.redirect and target.unusual & Unusual.SUBSCRIBED",
            "tracked.redirect",
        ),
        hints=("tracking/modes",),
    ),
    mutant(
        "tracking-broken-untold",
        "Nobody is told that the target of the messages is gone",
        edit(f"{TRACKING}:Tracking._send", "client.wire.version == 3", "False"),
        hints=("tracking/modes",),
    ),
    mutant(
        "tracking-prefixes-may-overlap",
        "Prefixes are compared one way only",
        edit(
            f"{TRACK}:_overlap",
            "one.startswith(other) or other.startswith(one)",
            "one.startswith(other)",
        ),
        hints=("CLIENT TRACKING",),
    ),
    mutant(
        "tracking-table-grows",
        "tracking-table-max-keys is ignored",
        edit(f"{TRACKING}:Tracking._excess", "if limit", "if False"),
        hints=("scenarios/tracking",),
    ),
    mutant(
        "monitor-shows-administration",
        "MONITOR shows what an administrator calls",
        edit(f"{PIPELINE}:Pipeline._show", "Flag.ADMIN | Flag.SKIP_MONITOR", "Flag.SKIP_MONITOR"),
        hints=("scenarios/monitor",),
    ),
    mutant(
        "monitor-shows-passwords",
        "MONITOR shows the password of HELLO",
        edit(
            f"{MONITORS}:redacted",
            '(b"hello", b"migrate", b"config|set")',
            '(b"migrate", b"config|set")',
        ),
        hints=("scenarios/monitor",),
    ),
    mutant(
        "monitor-raw-bytes",
        "MONITOR escapes no bytes beyond ASCII",
        edit(
            f"{MONITORS}:quoted",
            "_PRINTED[byte] for byte in word",
            'b"%c" % byte if byte > 127 else _PRINTED[byte] for byte in word',
        ),
        hints=("scenarios/monitor",),
    ),
    mutant(
        "monitor-reads-keys",
        "A monitor may read keys",
        edit("execute.gates:monitor", "Flag.READONLY | ", ""),
        hints=("scenarios/monitor",),
    ),
    mutant(
        "monitor-script-after-its-calls",
        "MONITOR shows a script after what it calls",
        edit(
            f"{PIPELINE}:Pipeline._execute",
            "if server.unusual & Busy.MONITORED and command.flags & Flag.SKIP_MONITOR:",
            "if False:",
        ),
        edit(f"{PIPELINE}:Pipeline._show", "Flag.ADMIN | Flag.SKIP_MONITOR", "Flag.ADMIN"),
        hints=("scenarios/monitor",),
    ),
)
