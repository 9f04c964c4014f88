"""What is freed later, how it is counted, and how many keys are of what size."""

from __future__ import annotations

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import edit

DATABASE = "keyspace.database:Database"
TRASH = "keyspace.trash"
SIZES = "keyspace.size_counts:SizeCounts"
FREEING = ("scenarios/lazy-freeing",)
TOLD = ("scenarios/statistics",)

MUTANTS = (
    mutant(
        "unlink-frees-at-once",
        "nothing counts as freed later",
        edit(f"{TRASH}:Trash.throw", "free_effort(container) > _FEW", "False"),
        hints=FREEING,
    ),
    mutant(
        "freed-later-from-64-on",
        "a value of 64 parts counts as freed later",
        edit(
            f"{TRASH}:Trash.throw", "free_effort(container) > _FEW", "free_effort(container) > 63"
        ),
        hints=FREEING,
    ),
    mutant(
        "list-freed-by-elements",
        "a list is as much work to free as it has elements, not nodes",
        edit(f"{TRASH}:free_effort", "len(value.quicklist.nodes)", "len(value)"),
        hints=FREEING,
    ),
    mutant(
        "compact-values-freed-later",
        "a value in a compact encoding counts by its elements",
        edit(f"{TRASH}:free_effort", 'if value.encoding in ("hashtable", "skiplist") else 1', ""),
        hints=FREEING,
    ),
    mutant(
        "stream-groups-freed-at-once",
        "the groups of a stream are no work to free",
        edit(f"{TRASH}:_stream_effort", "if value.groups:", "if False:"),
        hints=FREEING,
    ),
    mutant(
        "flushed-keys-are-one-object",
        "an emptied database counts as one object",
        edit(f"{TRASH}:Trash.throw_keyspace", "self._add(len(values), len", "self._add(1, len"),
        hints=FREEING,
    ),
    mutant(
        "freed-objects-wait-for-ever",
        "what was freed still counts as waiting",
        edit(f"{TRASH}:Trash._step", "    self.pending -= objects\n", ""),
        hints=FREEING,
    ),
    mutant(
        "del-frees-at-once",
        "lazyfree-lazy-user-del does nothing",
        edit("commands.generic.keys:delete", "call.server.config.lazyfree_lazy_user_del", "False"),
        hints=FREEING,
    ),
    mutant(
        "flush-frees-at-once",
        "lazyfree-lazy-user-flush does nothing",
        edit(
            "session.state:ServerState.frees_later",
            "(mode is None and self.config.lazyfree_lazy_user_flush)",
            "False",
        ),
        hints=FREEING,
    ),
    mutant(
        "replaced-value-freed-at-once",
        "lazyfree-lazy-server-del does nothing to what a command replaces",
        edit(f"{DATABASE}._note_replaced", "if self._frees_lazily and", "if False and"),
        hints=FREEING,
    ),
    mutant(
        "removed-value-freed-at-once",
        "lazyfree-lazy-server-del does nothing to what a command deletes on its way",
        edit(f"{DATABASE}.remove", "if self._frees_lazily", "if False"),
        hints=FREEING,
    ),
    mutant(
        "expired-value-freed-at-once",
        "lazyfree-lazy-expire does nothing",
        edit(f"{DATABASE}.expire_now", "if self._environment.expires_lazily:", "if False:"),
        hints=FREEING,
    ),
    mutant(
        "expired-value-freed-later",
        "lazyfree-lazy-expire no does nothing",
        edit(f"{DATABASE}.expire_now", "if self._environment.expires_lazily:", "if True:"),
        hints=FREEING,
    ),
    mutant(
        "expired-in-the-past-freed-at-once",
        "lazyfree-lazy-expire does nothing to a key that is given a time that has passed",
        edit(f"{DATABASE}.delete_expired", "if self._environment.expires_lazily:", "if False:"),
        hints=FREEING,
    ),
    mutant(
        "evicted-value-freed-at-once",
        "lazyfree-lazy-eviction does nothing",
        edit("keyspace.eviction:make_room", "if policy.lazyfree_lazy_eviction:", "if False:"),
        hints=FREEING,
    ),
    mutant(
        "forgotten-scripts-uncounted",
        "scripts that are forgotten don't count as freed later",
        edit(f"{TRASH}:Trash.note_freed", "if parts > _FEW:", "if False:"),
        hints=FREEING,
    ),
    mutant(
        "few-forgotten-scripts-counted",
        "scripts count as freed later however few they are",
        edit(f"{TRASH}:Trash.note_freed", "if parts > _FEW:", "if True:"),
        hints=FREEING,
    ),
    mutant(
        "sizes-as-first-told",
        "INFO tells the sizes that keys had when it was asked first",
        edit(f"{SIZES}.set_aside", "self._aside.add(key)", "self._count([key], values)"),
        hints=TOLD,
    ),
    mutant(
        "sizes-of-written-strings-stay",
        "INFO doesn't notice that a string was changed in place",
        edit(f"{DATABASE}.write_string", "if self._size_counts is not None:", "if False:"),
        edit(f"{DATABASE}.revise", "self.changing(key)", "pass"),
        hints=TOLD,
    ),
    mutant(
        "sizes-of-written-containers-stay",
        "INFO doesn't notice that a container was changed",
        edit(f"{DATABASE}.write", "if self._size_counts is not None:", "if False:"),
        hints=TOLD,
    ),
    mutant(
        "sizes-of-replaced-values-stay",
        "INFO doesn't notice that a value was replaced",
        edit(f"{DATABASE}.put", "self.changing(key)", "pass"),
        hints=TOLD,
    ),
    mutant(
        "sizes-of-deleted-keys-stay",
        "INFO counts keys that were deleted",
        edit(f"{DATABASE}.delete", "if self._size_counts is not None:", "if False:"),
        hints=TOLD,
    ),
    mutant(
        "sizes-of-expired-keys-stay",
        "INFO counts keys whose time has passed",
        edit(f"{DATABASE}.expire_now", "self.changing(key)", ""),
        hints=TOLD,
    ),
    mutant(
        "sizes-of-expired-fields-stay",
        "INFO counts fields whose time has passed",
        edit("keyspace.field_expiry:FieldExpiryCycle._sweep", "database.changing(key)", ""),
        hints=TOLD,
    ),
    mutant(
        "sizes-of-new-keys-missing",
        "INFO doesn't count containers made after it was asked first",
        edit(f"{DATABASE}.add", "self.changing(key)", "pass"),
        hints=TOLD,
    ),
    mutant(
        "sizes-of-flushed-keys-stay",
        "INFO counts keys that FLUSHALL has deleted",
        edit(f"{DATABASE}.clear", "self._size_counts = SizeCounts(self.values)", "pass"),
        hints=TOLD,
    ),
    mutant(
        "sizes-not-swapped",
        "after SWAPDB, INFO tells the sizes of the other database",
        edit(f"{DATABASE}.swap", '"_size_counts", ', ""),
        hints=TOLD,
    ),
)
