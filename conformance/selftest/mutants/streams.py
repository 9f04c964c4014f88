"""Streams: entries and nodes, groups and what is pending in them, who is woken."""

from __future__ import annotations

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import edit

STREAM = "datatypes.stream:StreamValue"
NODE = "datatypes.stream:Node"
TRIM = "datatypes.stream_trim:Trim"
GROUP = "datatypes.stream_group:Group"
READING = "commands.stream.reading"
CLAIMS = "commands.stream.claims"
PENDING = "commands.stream.pending"
REMOVAL = "commands.stream.removal"

MUTANTS = (
    mutant(
        "xadd-equal-id",
        "XADD takes an ID that is the last one's again",
        edit("commands.stream.entries:add", "number <= value.last_id", "number < value.last_id"),
        hints=("XADD",),
    ),
    mutant(
        "xadd-exhausted-stream",
        "a stream with the greatest ID answers that a new one is too small",
        edit("commands.stream.entries:add", "XADD_EXHAUSTED", "XADD_ID_NOT_GREATER"),
        hints=("XADD",),
    ),
    mutant(
        "xadd-sequence-runs-over",
        "XADD ms-* goes on in the next millisecond when none is left",
        edit(f"{STREAM}.given_id", "number if number >> 64 == ms else 0", "number"),
        hints=("XADD",),
    ),
    mutant(
        "range-end-is-exclusive",
        "XRANGE leaves out the entry at its end",
        edit(f"{STREAM}.entries", "ids[index] > end", "ids[index] >= end"),
        hints=("XRANGE",),
    ),
    mutant(
        "end-of-a-millisecond",
        "XRANGE to a millisecond without sequence number ends with its first entry",
        edit(
            "table.convert:to_stream_end",
            "_stream_bound(word, UINT64_MAX)",
            "_stream_bound(word, 0)",
        ),
        hints=("XRANGE", "XREVRANGE"),
    ),
    mutant(
        "count-zero-is-no-limit",
        "XRANGE COUNT 0 answers everything",
        edit("commands.stream.entries:_between", "count <= 0", "count < 0"),
        hints=("XRANGE",),
    ),
    mutant(
        "node-takes-one-more",
        "a node takes an entry more than it should",
        edit(f"{NODE}.has_room", "< most_entries", "<= most_entries"),
        hints=("streams/nodes", "XTRIM"),
    ),
    mutant(
        "node-takes-a-byte-more",
        "a node takes an entry that just fills it",
        edit(
            f"{NODE}.has_room", "self.size + added >= most_bytes", "self.size + added > most_bytes"
        ),
        hints=("streams/nodes",),
    ),
    mutant(
        "tombstones-take-no-room",
        "deleted entries make room in their node",
        edit(f"{NODE}.has_room", "len(self.ids) + len(self.tombstones) <", "len(self.ids) <"),
        hints=("streams/nodes",),
    ),
    mutant(
        "approximate-trim-is-exact",
        "a trim with ~ deletes single entries",
        edit(f"{TRIM}.apply", "elif self.approximate:", "elif False:"),
        hints=("XTRIM", "streams/nodes"),
    ),
    mutant(
        "trim-ignores-limit",
        "LIMIT doesn't stop a trim",
        edit(f"{TRIM}.apply", "if self.limit and", "if False and"),
        hints=("XTRIM", "streams/nodes"),
    ),
    mutant(
        "trim-has-no-usual-limit",
        "a trim with ~ deletes everything at once",
        edit(
            "datatypes.stream_trim:default_limit",
            "return min(limit or _LEAST_WORK, _MOST_WORK)",
            "return 0",
        ),
        hints=("streams/nodes",),
    ),
    mutant(
        "trim-counts-as-deletion",
        "trimming moves the greatest deleted ID on",
        edit(
            f"{STREAM}.drop_node",
            "self.length -= len(self.nodes.pop(master))",
            "self.max_deleted_id = max(self.max_deleted_id, self.nodes[master].last); "
            "self.length -= len(self.nodes.pop(master))",
        ),
        hints=("streams/nodes", "streams/groups", "XSETID"),
    ),
    mutant(
        "tree-without-runs",
        "the bytes between two forks of the radix tree take no node",
        edit("datatypes.stream:_branch", "return 2 if above + 1 < depth else 1", "return 1"),
        hints=("XINFO STREAM", "streams/nodes"),
    ),
    mutant(
        "first-entry-forgotten",
        "deleting the first entry leaves its ID as the first one's",
        edit(f"{STREAM}.remove", "self.find_first()", "pass"),
        hints=("XINFO STREAM", "streams/nodes", "streams/groups"),
    ),
    mutant(
        "lag-counts-deleted",
        "the lag is told although entries ahead were deleted",
        edit(
            f"{STREAM}.lag",
            "read is None or self.has_tombstone_after(group.last_id)",
            "read is None",
        ),
        hints=("streams/groups",),
    ),
    mutant(
        "entries-read-never-estimated",
        "a group counts on although entries were deleted in between",
        edit(
            f"{READING}:_note_read", "and not value.has_tombstone_after(group.last_id)", "and True"
        ),
        hints=("streams/groups",),
    ),
    mutant(
        "noack-is-pending",
        "what was read with NOACK is pending",
        edit(f"{READING}:read_group", "if not args.noack:", "if True:"),
        hints=("streams/groups", "blocking/streams"),
    ),
    mutant(
        "history-counts-no-delivery",
        "reading what is pending again isn't counted",
        edit(f"{READING}:_pending", "delivery.count += 1", "pass"),
        hints=("streams/groups", "XPENDING"),
    ),
    mutant(
        "history-skips-deleted",
        "what is pending and deleted is left out of the history",
        edit(
            f"{READING}:_pending",
            "replies.append(array_header(2) + id_reply(number) + call.wire.null_array)",
            "pass",
        ),
        hints=("streams/groups",),
    ),
    mutant(
        "delivered-again-keeps-count",
        "an entry read again after going back keeps its number of deliveries",
        edit(f"{GROUP}.deliver", "delivery.count = 1", "pass"),
        hints=("streams/groups",),
    ),
    mutant(
        "dollar-means-now",
        "a blocked XREAD takes $ for the last ID of the moment",
        edit(f"{READING}:read", "args.ids = [id_text(start) for start in starts]", "pass"),
        hints=("XREAD", "blocking/streams"),
    ),
    mutant(
        "xadd-wakes-nobody",
        "XADD to a stream that is there wakes nobody",
        edit("commands.stream.entries:add", "call.keys.signal(key)", "pass"),
        hints=("XREAD", "blocking/streams"),
    ),
    mutant(
        "destroyed-group-keeps-waiting",
        "XGROUP DESTROY leaves its readers waiting",
        edit("commands.stream.groups:destroy", "call.keys.signal(key)", "pass"),
        hints=("XGROUP DESTROY", "blocking/streams"),
    ),
    mutant(
        "deleted-stream-keeps-waiting",
        "deleting a stream leaves the readers of its groups waiting",
        edit(
            "keyspace.database:Database.delete",
            "if key in self.mourned:",
            "if False:",
        ),
        hints=("blocking/streams",),
    ),
    mutant(
        "replaced-stream-keeps-waiting",
        "replacing a stream leaves the readers of its groups waiting",
        edit("keyspace.database:Database._note_replaced", "if key in self.mourned:", "if False:"),
        hints=("blocking/streams",),
    ),
    mutant(
        "claim-ignores-idle-time",
        "XCLAIM takes entries that were delivered just now",
        edit(f"{CLAIMS}:claim", "now - delivery.time < args.min_idle_time", "False"),
        hints=("XCLAIM",),
    ),
    mutant(
        "justid-counts",
        "XCLAIM JUSTID counts a delivery",
        edit(f"{CLAIMS}:claim", "elif not args.justid:", "else:"),
        hints=("XCLAIM",),
    ),
    mutant(
        "claim-keeps-deleted",
        "XCLAIM leaves deleted entries pending",
        edit(f"{CLAIMS}:claim", "group.acknowledge(number)", "0"),
        hints=("XCLAIM",),
    ),
    mutant(
        "claimed-in-the-future",
        "XCLAIM takes a time in the future",
        edit(f"{CLAIMS}:_delivery_time", "time if 0 <= time <= now else now", "time"),
        hints=("XCLAIM", "streams/groups"),
    ),
    mutant(
        "autoclaim-looks-everywhere",
        "XAUTOCLAIM looks on until it has found as many as it may claim",
        edit(f"{CLAIMS}:claim_idle", "if not looks or", "if"),
        hints=("streams/groups",),
    ),
    mutant(
        "pending-end-is-exclusive",
        "XPENDING leaves out the entry at its end",
        edit(f"{PENDING}:pending", "number > args.end", "number >= args.end"),
        hints=("XPENDING",),
    ),
    mutant(
        "idle-consumers-in-summary",
        "XPENDING names consumers that have nothing",
        edit(f"{PENDING}:_summary", "if len(consumer.pending)", "if True"),
        hints=("XPENDING", "streams/groups"),
    ),
    mutant(
        "delref-in-one-group",
        "DELREF takes the entry off one group only",
        edit(
            f"{STREAM}.drop_references",
            "for group in self.groups.values():",
            "for group in list(self.groups.values())[:1]:",
        ),
        hints=("XDELEX", "XACKDEL"),
    ),
    mutant(
        "acked-forgets-the-unread",
        "ACKED deletes entries that a group hasn't read",
        edit(f"{STREAM}.is_referenced", "return number > self._least_read or any(", "return any("),
        hints=("XDELEX", "streams/groups"),
    ),
    mutant(
        "xackdel-of-deleted",
        "XACKDEL doesn't acknowledge what is deleted already",
        edit(
            f"{REMOVAL}:acknowledge_and_delete",
            "if not group.acknowledge(number):",
            "if number not in value or not group.acknowledge(number):",
        ),
        hints=("XACKDEL", "streams/groups"),
    ),
    mutant(
        "emptied-streams-go",
        "XDEL of the last entry deletes the stream",
        edit(
            f"{REMOVAL}:delete",
            "return integer(deleted)",
            "if not value.length:\n        call.keys.remove(args.key)\n    return integer(deleted)",
        ),
        hints=("XDEL", "XLEN"),
    ),
    mutant(
        "dump-without-tombstones",
        "DUMP forgets how many entries of a node are deleted",
        edit("datatypes.rdb.streams:elements_of", 'b"%d" % len(node.tombstones)', 'b"0"'),
        hints=("streams/payloads",),
    ),
)
