"""Runs the steps of examples and vectors: the form is described in `vectors/README.md`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from conformance.blame import Difference
from conformance.compare.expect import FormError, differs
from conformance.compare.mismatch import Mismatch
from conformance.compare.text import to_bool, to_bytes
from conformance.wire.render import quoted, render
from conformance.wire.transport import Closed
from conformance.wire.values import Bulk, Integer, Simple, Value

if TYPE_CHECKING:
    from conformance.arena import Arena
    from conformance.wire.client import Client
    from conformance.wire.exchange import Exchange

Step = Mapping[str, Any]

_STATES = frozenset({"closed", "silent", "blocked"})

CLOSE_SECONDS = 3.0
_VARIABLE = re.compile(rb"\$\{(\w+)\}")


def run_steps(
    arena: Arena, steps: Sequence[Step], after_each: Callable[[int], None] | None = None
) -> None:
    """All steps in order, each one's replies compared. Raises Difference at the first wrong one.

    `after_each` is told the number of each step that has been run.
    """
    runner = _Runner(arena)
    for number, step in enumerate(steps, 1):
        arena.at(f"step {number}")
        runner.run(step)
        if after_each is not None:
            after_each(number)
    arena.at("after the last step")
    runner.check_nothing_left()


class _Runner:
    """Keeps, per connection, the exchanges whose replies no step has asked for yet."""

    def __init__(self, arena: Arena) -> None:
        self.arena = arena
        self.open: dict[str, list[Exchange]] = {}
        self.used: set[str] = set()
        self._asked: Counter[int] = Counter()
        """Of exchanges, by their identity: how many of their replies steps have asked for."""

    def run(self, step: Step) -> None:
        name = step.get("client", "main")
        if "disconnect" in step:
            self.arena.disconnect(step["disconnect"])
            self.open.pop(step["disconnect"], None)
            return
        if "control" in step:
            self._control(step)
            return
        if isinstance(step.get("until"), list):  # a text is the release that a step ends with
            self._until(step)
            return
        negotiate = to_bool(step.get("negotiate", "true"))
        client = self.arena.client(name, negotiate=negotiate)
        self.used.add(name)
        if "send" in step:
            self._send(step, name, client)
        elif "pipeline" in step:
            self._pipeline(step, name, client)
        elif "raw" in step:
            self._raw(step, name, client)
        elif _expects(step):
            self._replies(step, name)
        elif negotiate and not _STATES & step.keys():
            raise FormError(f"a step that does nothing: {dict(step)!r}")
        self._afterwards(step, name, client)

    # -- sending ------------------------------------------------------------------------------

    def _argv(self, words: Sequence[Any]) -> list[bytes]:
        return [self._word(word) for word in words]

    def _word(self, word: Any) -> bytes:
        """A text, `{times: n, text: x}`, or a text with `${name}` of a captured reply."""
        if isinstance(word, Mapping):
            return to_bytes(word["text"]) * int(word["times"])
        data = to_bytes(word)
        if b"${" not in data:
            return data
        return _VARIABLE.sub(lambda found: self._captured(found[1].decode()), data)

    def _captured(self, name: str) -> bytes:
        value = self.arena.captured.get(name)
        match value:
            case Bulk(data) | Simple(data):
                return data
            case Integer(number):
                return b"%d" % number
        raise FormError(f"nothing that can be sent was captured as {name!r}: {value!r}")

    def _send(self, step: Step, name: str, client: Client) -> None:
        exchange = client.send(*self._argv(step["send"]))
        if _expects(step):
            self.open.setdefault(name, []).append(exchange)
            self._replies(step, name)
        elif "closed" in step or to_bool(step.get("no_reply", "false")):
            client.expect_none(exchange)
        else:
            self.open.setdefault(name, []).append(exchange)
            self.arena.settle(name)

    def _pipeline(self, step: Step, name: str, client: Client) -> None:
        commands = [self._argv(words) for words in step["pipeline"]]
        exchanges = client.send_many(commands)
        replies = step.get("replies", [])
        if len(replies) > len(exchanges):
            raise FormError("more replies than commands")
        for exchange, form in zip(exchanges, replies, strict=False):
            self.arena.expect_reply(form, name, exchange)
        self.open.setdefault(name, []).extend(exchanges[len(replies) :])

    def _raw(self, step: Step, name: str, client: Client) -> None:
        parts = step["raw"]
        exchange = None
        for part in parts if isinstance(parts, list) else [parts]:
            exchange = client.send_raw(self._word(part))
        assert exchange is not None
        if "receive" in step:
            self._receive_bytes(step["receive"], client, exchange)
        elif _expects(step):
            self._replies(step, name, exchange)
        client.expect_none(exchange)

    def _receive_bytes(self, form: Any, client: Client, exchange: Exchange) -> None:
        """Compare bytes exactly, value by value so that the log stays readable."""
        wanted = self._word(form[f"resp{client.protocol}"] if _by_protocol(form) else form)
        got = b""
        while len(got) < len(wanted):
            try:
                _, raw = client.receive_with_bytes()
            except Closed as closed:
                got += closed.pending
                break
            got += raw
            if not wanted.startswith(got):
                break
        if got != wanted:
            raise self.arena.difference(Mismatch(quoted(wanted), got), exchange)

    # -- receiving ----------------------------------------------------------------------------

    def _replies(self, step: Step, name: str, exchange: Exchange | None = None) -> None:
        if "push" in step:
            form = step["push"]
            self.arena.expect_reply(
                {"push": form} if isinstance(form, list) else form, name, push=True
            )
            return
        forms = step["replies"] if "replies" in step else [_form_of(step)]
        open_here = self.open.setdefault(name, [])
        for form in forms:
            source = open_here[0] if exchange is None and open_here else exchange
            self.arena.expect_reply(form, name, source)
            if open_here and source is open_here[0]:
                self._asked[id(source)] += 1
                if self._asked[id(source)] >= source.due:
                    open_here.pop(0)

    def _afterwards(self, step: Step, name: str, client: Client) -> None:
        """`closed`, `silent` and `blocked`, which may stand beside anything."""
        if "closed" in step and to_bool(step["closed"]):
            try:
                value = client.receive_any(CLOSE_SECONDS)
            except Closed:
                self.arena.forget(name)
                self.used.discard(name)
                self.open.pop(name, None)
            else:
                raise self._plain_difference("the connection closed", render(value))
        if "silent" in step and to_bool(step["silent"]):
            self.arena.control.call("PING")
            quiet = client.quiet()
            if quiet is not None:
                raise self._plain_difference("nothing", render(quiet))
        if "blocked" in step:
            self._blocked(client, wanted=to_bool(step["blocked"]))

    def _blocked(self, client: Client, *, wanted: bool) -> None:
        what = "the client blocked" if wanted else "the client not blocked"
        self.arena.until(lambda: self.arena.is_blocked(client) == wanted, what=what)
        quiet = client.quiet()
        if wanted and quiet is not None:
            raise self._plain_difference(what, render(quiet))

    def _plain_difference(self, expected: str, received: str) -> Difference:
        last = self.arena.log.last
        return Difference(
            sent=last.sent_text() if last is not None else "",
            expected=expected,
            received=received,
            step=self.arena.step,
        )

    # -- other --------------------------------------------------------------------------------

    def _control(self, step: Step) -> None:
        """A command beside the test, neither logged nor checked; its error is a difference."""
        if step["control"][0] == "DEBUG":
            self.arena.debugged = True
        value = self.arena.control.call(*self._argv(step["control"]))
        form = _form_of(step) if _expects(step) else "any"
        bad = differs(form, value, self.arena.context(self._argv(step["control"])))
        if bad is not None:
            raise self.arena.difference(bad)

    def _until(self, step: Step) -> None:
        """Send the command again and again until its reply is the expected one."""
        words = self._argv(step["until"])
        name = step.get("client", "main")
        client = self.arena.client(name)
        context = self.arena.context(words)
        last: list[Value] = []

        def reached() -> bool:
            if last:
                self.arena.log.forget_last()  # how often one had to ask tells nothing
            last[:] = [client.call(*words)]
            return differs(_form_of(step), last[0], context, self.arena.captured) is None

        try:
            self.arena.until(reached, float(step.get("within", "2")))
        except Difference as slow:
            bad = differs(_form_of(step), last[0], context)
            assert bad is not None
            raise self.arena.difference(bad, self.arena.log.last, slow.expected) from None

    def check_nothing_left(self) -> None:
        """Every reply must have been asked for: one too many is as wrong as one too few."""
        for name in sorted(self.used):
            client = self.arena.client(name)
            if client.subscribed or self.open.get(name):
                continue
            try:
                quiet = client.quiet()
            except Closed:
                if not self._has_quit(name):
                    raise
                self.arena.forget(name)
                continue
            if quiet is not None:
                raise self._plain_difference("nothing more", render(quiet))

    def _has_quit(self, name: str) -> bool:
        """Whether the last command of that connection was QUIT."""
        sent = [one.argv for one in self.arena.log.exchanges if one.client == name and one.argv]
        return bool(sent) and sent[-1][0].upper() == b"QUIT"


def _by_protocol(form: Any) -> bool:
    return isinstance(form, Mapping) and "resp2" in form


def _expects(step: Step) -> bool:
    return any(key in step for key in ("reply", "replies", "error", "push", "capture"))


def _form_of(step: Step) -> Any:
    """The one reply that a step expects."""
    if "error" in step:
        return {"error": step["error"]}
    if "capture" in step and "reply" not in step:
        return {"capture": step["capture"]}
    return step["reply"]
