"""Waiting: who is served, when, with what, and how long."""

from __future__ import annotations

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import edit

PIPELINE = "execute.pipeline:Pipeline"

MUTANTS = (
    mutant(
        "last-come-first-served",
        "who came last is served first",
        edit("session.blocking:waiting_clients", "list(queue)", "list(queue)[::-1]"),
        hints=("blocking",),
    ),
    mutant(
        "one-served-per-push",
        "a push of several elements serves one client only",
        edit(
            f"{PIPELINE}.serve_ready",
            "waiting_clients(database, key):",
            "waiting_clients(database, key)[:1]:",
        ),
        hints=("blocking",),
    ),
    mutant(
        "no-timeout",
        "a timeout never passes",
        edit(f"{PIPELINE}._block", "if reason.timeout_ms:", "if False:"),
        hints=("blocking", "BLPOP"),
    ),
    mutant(
        "timeout-in-ms",
        "a timeout of 0.001 seconds lasts a second",
        edit(f"{PIPELINE}._block", "reason.timeout_ms, lambda", "reason.timeout_ms * 1000, lambda"),
        hints=("blocking", "BLPOP"),
    ),
    mutant(
        "zero-does-not-wait",
        "a timeout of 0 doesn't wait",
        edit(f"{PIPELINE}._block", "if reason.timeout_ms:", "if reason.timeout_ms is not None:"),
        hints=("blocking",),
    ),
    mutant(
        "timeout-answers-empty-array",
        "BLPOP answers an empty array when the time is up",
        edit("commands.list.blocking:_pop", "call.wire.null_array", "b'*0\\r\\n'"),
        hints=("blocking", "BLPOP"),
    ),
    mutant(
        "blmpop-timeout-null-bulk",
        "BLMPOP answers a null bulk string when the time is up",
        edit("commands.list.blocking:blmpop", "call.wire.null_array", "call.wire.null"),
        hints=("BLMPOP", "blocking"),
    ),
    mutant(
        "blocks-in-transactions",
        "BLPOP in a transaction answers an error",
        edit(
            f"{PIPELINE}.run_nested",
            "reply = reason.if_forbidden",
            "reply = b'-ERR would block\\r\\n'",
        ),
        hints=("blocking", "transactions", "BLPOP"),
    ),
    mutant(
        "blmove-in-transactions",
        "BLMOVE in a transaction answers a null array",
        edit("commands.list.blocking:_move", ", if_forbidden=call.wire.null", ""),
        hints=("BLMOVE", "BRPOPLPUSH", "blocking", "transactions"),
    ),
    mutant(
        "keys-in-order-of-readiness",
        "the key that got ready first is served first, not the one named first",
        edit("commands.list.blocking:_pop", "for key in keys:", "for key in keys[::-1]:"),
        hints=("blocking", "BLPOP"),
    ),
    mutant(
        "only-first-key-waited-for",
        "a client waits for the first of its keys only",
        edit(
            "session.blocking:wait_for_keys",
            "for key in blocking.keys:",
            "del blocking.keys[1:]\n    for key in blocking.keys:",
        ),
        hints=("blocking",),
    ),
    mutant(
        "rename-does-not-wake",
        "a key that comes by RENAME, COPY or a store command wakes nobody",
        edit(
            "keyspace.database:Database.put",
            "self._note_new(key)",
            "self.waiting or self._note_new(key)",
        ),
        hints=("blocking",),
    ),
    mutant(
        "swapdb-does-not-wake",
        "SWAPDB wakes nobody",
        edit("keyspace.database:Database.swap", "database.signal(key)", "pass"),
        hints=("blocking", "SWAPDB"),
    ),
    mutant(
        "wakes-before-exec-ends",
        "a client is served in the middle of a transaction",
        edit(
            f"{PIPELINE}.run_nested",
            "self._count(call.client, command, argv, self.monotonic_ns() - tick)",
            "self.serve_ready()",
        ),
        hints=("blocking", "transactions"),
    ),
    mutant(
        "pipelined-behind-blocked",
        "requests behind a blocked one are lost",
        edit(f"{PIPELINE}._reply_later", "if client.pending:", "if False:"),
        hints=("blocking", "protocol/pipelining"),
    ),
    mutant(
        "gone-client-is-served",
        "an element goes to a client that has left",
        edit("server.networking:Link.close", "if client.blocking is not None:", "if False:"),
        hints=("blocking",),
    ),
    mutant(
        "destination-of-wrong-type-consumes",
        "BLMOVE to a key of another type loses the element",
        edit(
            "commands.list.ends:move",
            "    target = call.keys.write(destination, ListValue)\n"
            "    element = value.pop_one(take, call.limits)\n",
            "    element = value.pop_one(take, call.limits)\n"
            "    target = call.keys.write(destination, ListValue)\n",
        ),
        hints=("blocking", "BLMOVE", "LMOVE"),
    ),
    mutant(
        "unblock-error",
        "CLIENT UNBLOCK ERROR lets the command time out",
        edit("commands.connection.control:unblock", 'if args.reason == "error"', "if False"),
        hints=("blocking", "CLIENT UNBLOCK"),
    ),
    mutant(
        "unblock-of-nobody",
        "CLIENT UNBLOCK of a client that doesn't wait answers 1",
        edit("commands.connection.control:unblock", "return ZERO", "return ONE"),
        hints=("blocking", "CLIENT UNBLOCK"),
    ),
    mutant(
        "brpop-takes-first",
        "BRPOP takes the first element",
        edit("commands.list.blocking:brpop", "first=False", "first=True"),
        hints=("BRPOP", "blocking"),
    ),
    mutant(
        "bzpopmin-wakes-on-other-types",
        "a blocked client gets an error when its key becomes one of another type",
        edit(
            f"{PIPELINE}.serve_ready",
            "blocking.kind is None or isinstance(value, blocking.kind)",
            "True",
        ),
        hints=("blocking",),
    ),
    mutant(
        "bzmpop-count",
        "BZMPOP ignores COUNT",
        edit(
            "commands.sorted_set.pops:_pop_from_first",
            "count = 1 if args.count is None else args.count",
            "count = 1",
        ),
        hints=("BZMPOP", "ZMPOP", "blocking"),
    ),
    mutant(
        "blocked-flag",
        "CLIENT LIST doesn't show who is blocked",
        edit("commands.connection.list:_flags", 'flags += b"b"', "pass"),
        hints=("blocking", "CLIENT LIST"),
    ),
)
