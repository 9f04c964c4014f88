"""The dataset on disk, and what a server without replicas or cluster says."""

from __future__ import annotations

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import edit, put

SNAPSHOTS = "persistence.snapshots:Snapshots"
LOADING = "persistence.loading:_Loading"
SCENARIOS = ("scenarios/persistence",)

MUTANTS = (
    mutant(
        "save-writes-nothing",
        "SAVE answers OK and writes no file",
        edit(f"{SNAPSHOTS}.save", "if not self._write(self._temporary(os.getpid())):", "if False:"),
        hints=SCENARIOS,
    ),
    mutant(
        "saved-without-expiry",
        "keys have no time to live any more after a restart",
        edit("persistence.writing:_database", "if expires and key in expires:", "if False:"),
        hints=SCENARIOS,
    ),
    mutant(
        "one-database-saved",
        "only the first database is saved",
        edit("persistence.writing:_records", "if database.values:", "if database.index == 0:"),
        hints=SCENARIOS,
    ),
    mutant(
        "expired-keys-loaded",
        "keys whose time has passed come back",
        edit(
            f"{LOADING}._key",
            "if deadline is not None and deadline < server.moment.ms:",
            "if False:",
        ),
        hints=SCENARIOS,
    ),
    mutant(
        "checksum-not-checked",
        "a damaged file is loaded",
        edit(f"{LOADING}._check", "if checksum != expected:", "if False:"),
        hints=SCENARIOS,
    ),
    mutant(
        "idle-time-forgotten",
        "how long keys were idle is lost by a restart",
        edit("persistence.writing:_database", "if with_idle:", "if False:"),
        hints=SCENARIOS,
    ),
    mutant(
        "frequency-forgotten",
        "how often keys were used is lost by a restart",
        edit(
            "persistence.writing:_database",
            "with_frequency = isinstance(database.accessed, FrequencyLog)",
            "with_frequency = False",
        ),
        hints=SCENARIOS,
    ),
    mutant(
        "two-saves-at-once",
        "BGSAVE begins while another one is going on",
        edit("commands.server.saving:save_in_background", "if server.saving.running:", "if False:"),
        hints=SCENARIOS,
    ),
    mutant(
        "save-beside-bgsave",
        "SAVE doesn't mind the one in the background",
        edit("commands.server.saving:save", "if record.running:", "if False:"),
        hints=SCENARIOS,
    ),
    mutant(
        "fork-in-a-transaction",
        "BGSAVE begins in the middle of a transaction",
        edit("commands.server.saving:save_in_background", "if call.nested:", "if False:"),
        hints=SCENARIOS,
    ),
    mutant(
        "changes-still-count",
        "what was saved in the background still counts as unsaved",
        edit(f"{SNAPSHOTS}._finish", "server.dirty -= self._dirty_at_start", "pass"),
        hints=SCENARIOS,
    ),
    mutant(
        "failure-unnoticed",
        "a failed save counts as a good one",
        edit(f"{SNAPSHOTS}._note", "self._server.saving.ok = ok", "self._server.saving.ok = True"),
        hints=SCENARIOS,
    ),
    mutant(
        "writes-after-failure",
        "writes go on although they can't be saved",
        edit(
            f"{SNAPSHOTS}.watch_disk",
            "server.unusual |= Busy.DISK_ERROR",
            "server.unusual &= ~Busy.DISK_ERROR",
        ),
        hints=SCENARIOS,
    ),
    mutant(
        "ping-after-failure",
        "PING doesn't show that nothing can be saved",
        edit(
            "execute.gates:disk",
            'return errors.MISCONF if writes or command.name == b"ping" else None',
            "return errors.MISCONF if writes else None",
        ),
        hints=SCENARIOS,
    ),
    mutant(
        "no-save-points",
        "nothing is saved by itself",
        edit(f"{SNAPSHOTS}.poll", "if server.dirty >= changes and", "if False and"),
        hints=SCENARIOS,
    ),
    mutant(
        "shutdown-forgets",
        "SHUTDOWN doesn't save where there are save points",
        edit(
            "server.server:Server.prepare_to_end",
            "if save or (self.config.save and not nosave):",
            "if save:",
        ),
        hints=SCENARIOS,
    ),
    mutant(
        "nosave-saves",
        "SHUTDOWN NOSAVE saves",
        edit(
            "server.server:Server.prepare_to_end",
            "if save or (self.config.save and not nosave):",
            "if save or self.config.save:",
        ),
        hints=SCENARIOS,
    ),
    mutant(
        "flushed-data-come-back",
        "FLUSHALL leaves the old file",
        edit(f"{SNAPSHOTS}.flushed", "if self._server.config.save:", "if False:"),
        hints=SCENARIOS,
    ),
    mutant(
        "reload-keeps",
        "DEBUG RELOAD doesn't forget what isn't in the file",
        edit("commands.server.debug:_reload", 'if b"noflush" not in options:', "if False:"),
        hints=SCENARIOS,
    ),
    mutant(
        "cluster-without-cluster",
        "READONLY is accepted by a server that is in no cluster",
        put("table.errors:CLUSTER_DISABLED", b"+OK\r\n"),
        hints=("READONLY", "CLUSTER"),
    ),
    mutant(
        "any-port-for-a-master",
        "REPLICAOF takes ports that there aren't",
        edit(
            "table.generated.server:parse_replicaof",
            "if not 0 <= port <= 65535:",
            "if not 0 <= port <= 65536:",
        ),
        hints=("REPLICAOF",),
    ),
    mutant(
        "long-replica-address",
        "REPLCONF takes an address of any length",
        put("commands.server.replication:_LONGEST_ADDRESS", 1 << 20),
        hints=("REPLCONF",),
    ),
)
