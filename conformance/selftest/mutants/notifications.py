"""Keyspace notifications, and eviction."""

from __future__ import annotations

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import edit, entry, put

NOTIFICATIONS = "session.notifications:Notifications"
DATABASE = "keyspace.database:Database"
SCENARIOS = ("scenarios/notifications",)
EVICTION = ("scenarios/eviction",)
_SWAPPED = """if self._by_event:
        self._hub.publish(b"__keyevent@%d__:%b" % (database.index, name), key)
    if self._by_key:
        self._hub.publish(b"__keyspace@%d__:%b" % (database.index, key), name)
"""

MUTANTS = (
    mutant(
        "event-before-key",
        "the event's channel is told before the key's",
        edit(
            f"{NOTIFICATIONS}.tell",
            """if self._by_key:
        self._hub.publish(b"__keyspace@%d__:%b" % (database.index, key), name)
    if self._by_event:
        self._hub.publish(b"__keyevent@%d__:%b" % (database.index, name), key)
""",
            _SWAPPED,
        ),
        hints=SCENARIOS,
    ),
    mutant(
        "always-database-zero",
        "the channel names database 0 whatever the database",
        edit(
            f"{NOTIFICATIONS}.tell",
            'b"__keyspace@%d__:%b" % (database.index, key)',
            'b"__keyspace@%d__:%b" % (0, key)',
        ),
        hints=SCENARIOS,
    ),
    mutant(
        "all-classes",
        "events of classes that weren't asked for are told",
        edit(f"{NOTIFICATIONS}.tell", "if event not in self._events:", "if False:"),
        hints=SCENARIOS,
    ),
    mutant(
        "expired-is-generic",
        "expired belongs to the class of DEL",
        entry("session.notifications:CLASSES", "expired", lambda _: "g"),
        hints=SCENARIOS,
    ),
    mutant(
        "hidden-classes-lost",
        "what A hides in CONFIG GET isn't told",
        edit(
            "session.config:_event_letters",
            "letters |= set(EVENT_CLASSES)",
            'letters = letters & set(b"KEm") | set(EVENT_CLASSES)',
        ),
        hints=SCENARIOS,
    ),
    mutant(
        "expired-untold",
        "a key that expires is no event",
        edit(
            f"{DATABASE}.expire_now",
            "if self._environment.on_event is not None:",
            "if False:",
        ),
        hints=SCENARIOS,
    ),
    mutant(
        "fields-untold",
        "fields that expire by themselves are no event",
        edit(
            "keyspace.field_expiry:FieldExpiryCycle._sweep",
            'environment.on_event("hexpired", key, database)',
            "pass",
        ),
        hints=SCENARIOS,
    ),
    mutant(
        "emptied-hash-untold",
        "a hash that loses its last field by itself isn't told to be gone",
        edit(
            "keyspace.field_expiry:FieldExpiryCycle._sweep",
            'environment.on_event("del", key, database)',
            "pass",
        ),
        hints=SCENARIOS,
    ),
    mutant(
        "evicted-untold",
        "a key that is evicted is no event",
        edit("keyspace.eviction:make_room", "if environment.on_event is not None:", "if False:"),
        hints=SCENARIOS,
    ),
    mutant(
        "misses-of-glances-untold",
        "TTL of a key that isn't there is no miss",
        edit(f"{DATABASE}.glance", "if self._tells:", "if False:"),
        hints=SCENARIOS,
    ),
    mutant(
        "object-misses",
        "asking about a key that isn't there is a miss",
        edit(f"{DATABASE}.inspect", "self.peek(key)", "self.glance(key)"),
        hints=SCENARIOS,
    ),
    mutant(
        "same-type-changed",
        "a value replaced by one of its type counts as changed in type",
        put("keyspace.database:type_name", lambda _: object()),
        hints=("SET", "events"),
    ),
    mutant(
        "rename-before-from",
        "RENAME tells the new name first",
        edit(
            "commands.generic.moving:_rename",
            """call.changed("rename_from", key)
    call.changed("rename_to", new_key, 0)
""",
            """call.changed("rename_to", new_key, 0)
    call.changed("rename_from", key)
""",
        ),
        hints=("RENAME", "scenarios/notifications"),
    ),
    mutant(
        "copy-doesnt-overwrite",
        "COPY REPLACE isn't told to replace",
        edit("commands.generic.moving:copy", "call.replaced(", "(lambda *_: None)("),
        hints=("COPY",),
    ),
    mutant(
        "evicts-the-newest",
        "the key that was used last is evicted first",
        edit(
            "keyspace.eviction:_victim",
            "rank = database.idle_seconds(key)",
            "rank = -database.idle_seconds(key)",
        ),
        hints=EVICTION,
    ),
    mutant(
        "evicts-the-favourite",
        "the key that is used most is evicted first",
        edit(
            "keyspace.eviction:_victim",
            "rank = 255 - database.frequency(key)",
            "rank = database.frequency(key)",
        ),
        hints=EVICTION,
    ),
    mutant(
        "evicts-the-last-to-expire",
        "the key with the longest time to live is evicted first",
        edit(
            "keyspace.eviction:_victim",
            "rank = -(database.expiry(key) or 0)",
            "rank = database.expiry(key) or 0",
        ),
        hints=EVICTION,
    ),
    mutant(
        "evicts-lasting-keys",
        "keys without a time to live go under a volatile policy",
        edit("keyspace.eviction:_victim", 'volatile = scope == "volatile"', "volatile = False"),
        hints=EVICTION,
    ),
    mutant(
        "evictions-not-counted",
        "INFO doesn't count evicted keys",
        edit("keyspace.eviction:make_room", "environment.statistics.evicted += 1", "pass"),
        hints=EVICTION,
    ),
    mutant(
        "evicts-in-one-database",
        "only the first database's keys are evicted",
        edit(
            "keyspace.eviction:_victim",
            "for database in databases:",
            "for database in databases[:1]:",
        ),
        hints=EVICTION,
    ),
    mutant(
        "limit-applies-only-to-commands",
        "a lower maxmemory has no effect until a command comes",
        edit(
            "session.state:ServerState.evict_soon", "if self._eviction_timer is None:", "if False:"
        ),
        hints=("scenarios/notifications/evicted-at-once", *EVICTION),
    ),
    mutant(
        "exceeded-time-untold",
        "how long the limit has been exceeded isn't told",
        edit(
            "keyspace.statistics:KeyspaceStatistics.exceeded_ms",
            "current = 0 if since is None else now_us - since",
            "current = 0",
        ),
        hints=EVICTION,
    ),
)
