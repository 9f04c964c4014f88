"""MULTI, EXEC, DISCARD, WATCH: what is queued, refused, spoiled and forgotten."""

from __future__ import annotations

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import command, edit, reply

COMMANDS = "commands.transactions"
WATCHING = "session.watching"
PIPELINE = "execute.pipeline:Pipeline"
IN_TRANSACTION = 1 << 24


def _at_once(found: object) -> None:
    found.flags |= IN_TRANSACTION  # type: ignore[attr-defined]


MUTANTS = (
    mutant(
        "watch-ignored",
        "EXEC doesn't look at watched keys",
        edit(f"{WATCHING}:is_spoiled", "return ", "return False and "),
        hints=("transactions", "WATCH", "EXEC"),
    ),
    mutant(
        "watch-first-key-only",
        "WATCH watches the first key only",
        edit(f"{COMMANDS}:watch_keys", "argv[1:]", "argv[1:2]"),
        hints=("transactions", "WATCH"),
    ),
    mutant(
        "watch-blind-to-own-writes",
        "what the watching client itself writes spoils nothing",
        edit(
            "session.call:Call.changed",
            "database.touch_watchers(key)",
            "was = self.client.dirty_cas; "
            "database.touch_watchers(key); self.client.dirty_cas = was",
        ),
        hints=("transactions", "WATCH"),
    ),
    mutant(
        "watch-survives-exec",
        "a watched key is watched after EXEC, too",
        edit(
            "session.state:ServerState.discard_transaction",
            "unwatch(client)",
            "pass",
        ),
        hints=("transactions", "WATCH"),
    ),
    mutant(
        "unwatch-keeps-spoiled",
        "UNWATCH leaves a spoiled transaction spoiled",
        edit(f"{WATCHING}:unwatch", "client.dirty_cas = False", "pass"),
        hints=("transactions", "UNWATCH", "WATCH"),
    ),
    mutant(
        "watch-all-databases",
        "a watched key of the same name in another database spoils",
        edit(
            "session.call:Call.changed",
            "    if database.watchers:\n        database.touch_watchers(key)",
            "    for one in server.databases:\n        one.touch_watchers(key)",
        ),
        hints=("transactions", "WATCH"),
    ),
    mutant(
        "flush-does-not-spoil",
        "FLUSHALL and FLUSHDB spoil no transaction",
        edit("keyspace.database:Database.clear", "self.touch_watchers(key)", "pass"),
        hints=("transactions", "WATCH", "FLUSHALL"),
    ),
    mutant(
        "flush-spoils-absent",
        "FLUSHALL spoils transactions that watch keys which weren't there",
        edit("keyspace.database:Database.clear", "if key in self.values:", "if True:"),
        hints=("transactions", "WATCH", "FLUSHALL"),
    ),
    mutant(
        "swapdb-does-not-spoil",
        "SWAPDB spoils no transaction",
        edit("keyspace.database:Database.swap", "database.touch_watchers(key)", "pass"),
        hints=("transactions", "WATCH", "SWAPDB"),
    ),
    mutant(
        "expiry-does-not-spoil",
        "a watched key that expires spoils nothing",
        edit("keyspace.database:Database.expire_now", "self.touch_watchers(key)", "pass"),
        edit(f"{WATCHING}:is_spoiled", "database.is_due(key) and", "False and"),
        hints=("transactions", "WATCH", "expiry"),
    ),
    mutant(
        "watch-in-multi",
        "WATCH is allowed inside MULTI",
        edit(f"{COMMANDS}:watch_keys", "if client.transaction is not None:", "if False:"),
        hints=("transactions", "WATCH"),
    ),
    mutant(
        "multi-nested",
        "MULTI inside MULTI begins anew",
        edit(f"{COMMANDS}:begin", "if client.transaction is not None:", "if False:"),
        hints=("transactions", "MULTI"),
    ),
    mutant(
        "nested-multi-aborts",
        "MULTI inside MULTI spoils the transaction",
        edit(
            f"{COMMANDS}:begin",
            "raise CommandError(errors.MULTI_NESTED)",
            "client.transaction.aborted = True; raise CommandError(errors.MULTI_NESTED)",
        ),
        hints=("transactions", "MULTI"),
    ),
    mutant(
        "no-execabort",
        "EXEC executes what was queued although something was refused",
        edit(f"{COMMANDS}:execute", "if transaction.aborted:", "if False:"),
        hints=("transactions", "EXEC"),
    ),
    mutant(
        "unknown-command-does-not-abort",
        "an unknown command doesn't spoil a transaction",
        edit(
            f"{PIPELINE}._carefully",
            "self._refuse(client, None, failure.reply_line)",
            "pass",
        ),
        hints=("transactions", "EXEC"),
    ),
    mutant(
        "execabort-text",
        "EXECABORT tells no reason",
        edit(
            f"{COMMANDS}:execute",
            "errors.EXEC_ABORTED",
            "b'-EXECABORT Transaction discarded.\\r\\n'",
        ),
        hints=("transactions", "EXEC"),
    ),
    mutant(
        "spoiled-and-aborted",
        "a transaction both spoiled and aborted answers null",
        edit(
            f"{COMMANDS}:execute",
            "    if transaction.aborted:\n",
            "    if spoiled: return call.wire.null_array\n    if transaction.aborted:\n",
        ),
        hints=("transactions", "EXEC"),
    ),
    mutant(
        "exec-stops-at-error",
        "EXEC stops at the first command that fails",
        edit(
            f"{COMMANDS}:execute",
            "return array([run(call, command, words) for command, words in transaction.queue])",
            "replies = []\n"
            "    for command, words in transaction.queue:\n"
            "        if not replies or replies[-1][:1] != b'-':\n"
            "            replies.append(run(call, command, words))\n"
            "    return array(replies)",
        ),
        hints=("transactions", "EXEC"),
    ),
    mutant(
        "exec-null-bulk",
        "EXEC of a spoiled transaction answers an empty array",
        edit(f"{COMMANDS}:execute", "return call.wire.null_array", "return array([])"),
        hints=("transactions", "EXEC"),
    ),
    mutant(
        "exec-keeps-queue",
        "EXEC leaves the client inside the transaction",
        edit(f"{COMMANDS}:execute", "call.server.discard_transaction(client)", "pass"),
        hints=("transactions", "EXEC"),
    ),
    mutant(
        "discard-keeps-watching",
        "DISCARD doesn't end the transaction's watching",
        edit(
            f"{COMMANDS}:discard",
            "call.server.discard_transaction(call.client)",
            "call.client.transaction = None; call.client.unusual &= ~Unusual.TRANSACTION",
        ),
        hints=("transactions", "DISCARD"),
    ),
    mutant(
        "discard-without-multi",
        "DISCARD without MULTI answers OK",
        edit(f"{COMMANDS}:discard", "if call.client.transaction is None:", "if False:"),
        hints=("transactions", "DISCARD"),
    ),
    mutant(
        "queued-runs-at-once",
        "GET inside MULTI is answered at once",
        command("GET", _at_once),
        hints=("transactions", "GET"),
    ),
    mutant(
        "queue-order",
        "EXEC executes in reverse order",
        edit(f"{COMMANDS}:execute", "in transaction.queue]", "in transaction.queue[::-1]]"),
        hints=("transactions", "EXEC"),
    ),
    mutant(
        "queue-parses-early",
        "what doesn't parse is refused when it is queued",
        edit(
            f"{PIPELINE}._carefully",
            "        transaction.queue.append((command, argv))\n",
            "        if command.parse is not None:\n"
            "            try:\n"
            "                command.parse(argv, self.server.moment.ms)\n"
            "            except CommandError as failure:\n"
            "                line = self._refuse(client, command, failure.reply_line)\n"
            "                self._reply(client, line)\n"
            "                return True\n"
            "        transaction.queue.append((command, argv))\n",
        ),
        hints=("transactions", "SET"),
    ),
    mutant(
        "select-in-transaction-forgotten",
        "SELECT inside a transaction has no effect on the commands behind it",
        edit(
            f"{COMMANDS}:execute",
            "    run = call.server.run_queued\n",
            "    nested = call.server.run_queued\n"
            "    home = call.keys.index\n"
            "    run = lambda c, m, w: (c.select(home), nested(c, m, w))[1]\n",
        ),
        hints=("transactions", "SELECT"),
    ),
    mutant(
        "reset-keeps-transaction",
        "RESET leaves the client inside a transaction",
        edit("commands.connection.basics:reset", "call.server.discard_transaction(client)", "pass"),
        hints=("transactions", "RESET", "protocol/hello"),
    ),
    mutant(
        "no-multi-commands-allowed",
        "CLIENT PAUSE and the like are allowed inside MULTI",
        edit("execute.gates:no_transaction", "command.flags & Flag.NO_MULTI", "False"),
        hints=("transactions",),
    ),
    mutant(
        "queued-reply",
        "a queued command is answered OK",
        edit(
            f"{PIPELINE}._carefully",
            "self._reply(client, QUEUED)",
            "self._reply(client, b'+OK\\r\\n')",
        ),
        hints=("transactions",),
    ),
    mutant(
        "exec-reply-nested",
        "EXEC of nothing answers null",
        reply("EXEC", lambda call, answer: call.wire.null if answer == b"*0\r\n" else answer),
        hints=("transactions", "EXEC"),
    ),
)
