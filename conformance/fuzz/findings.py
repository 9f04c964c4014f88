"""Differences that were shrunk: as a transcript to paste, and as a vector to keep."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Any

import yaml

from conformance.fuzz.duel import number_of
from conformance.fuzz.generate import USUAL_LIMITS
from conformance.fuzz.judge import Reply, Tracker, decode, shown, shown_all
from conformance.fuzz.messages import is_message, values_of
from conformance.fuzz.words import CLIENTS
from conformance.wire.render import render_command
from conformance.wire.values import (
    Array,
    BigNumber,
    Boolean,
    Bulk,
    Double,
    Error,
    Integer,
    Map,
    Null,
    NullKind,
    Push,
    Set,
    Simple,
    Value,
    Verbatim,
)

if TYPE_CHECKING:
    from pathlib import Path

    from conformance.fuzz.duel import Duel, Setting
    from conformance.fuzz.steps import Argv, Step
    from conformance.fuzz.trial import Cause

WIDEST = 1000


@dataclass(frozen=True, slots=True)
class Said:
    """One step of a replay with what both servers said; None: nothing yet, the client waits."""

    step: Step
    reply: Reply | None
    collected: bool = False
    blocked: tuple[bool, bool] = (False, False)
    heard: tuple[int, bytes, bytes] | None = None
    """A client that was sent something meanwhile, and what by each server."""


@dataclass(slots=True)
class Finding:
    """One cause, and the shortest steps that show it; `seconds` is what shrinking took."""

    cause: Cause
    setting: Setting
    steps: list[Step]
    said: list[Said] = field(default_factory=list)
    names: tuple[str, str] = ("target", "against")
    epoch: int = 0
    attempts: int = 0
    seconds: float = 0.0
    reproduced: bool = True
    note: str = ""
    since: dict[str, str] = field(default_factory=dict)
    """The release whose server is right, as a bound: of earlier ones nothing was learnt."""
    left: str = ""
    right: str = ""

    @property
    def title(self) -> str:
        """The cause in one line."""
        what, command, left, right = self.cause
        where = f"{command} {what}".strip()
        return f"{where}: {left} / {right}" if right else f"{where}: {left}"

    @property
    def is_vector(self) -> bool:
        """Whether it can be kept as a vector: those are played in one protocol at a time."""
        used = {self.setting.protocols[step.client] for step in self.steps}
        if any(step.argv[0].upper() == b"MONITOR" for step in self.steps):
            return False  # its lines tell times
        return self.reproduced and len(used) == 1 and any(said.reply for said in self.said)

    @property
    def slug(self) -> str:
        """A file name of the vector, the same for the same steps."""
        text = "\n".join(render_command(step.argv) for step in self.steps)
        digest = hashlib.sha256(text.encode()).hexdigest()[:8]
        name = (self.steps[-1].argv[0] if self.steps else b"none").decode("latin1").lower()
        return f"{re.sub('[^a-z0-9]+', '-', name).strip('-') or 'call'}-{digest}"

    def transcript(self) -> str:
        """What to type and what both servers answer; the answers are indented."""
        several = len({step.client for step in self.steps}) > 1
        width = max(map(len, self.names)) + 1
        lines = [f"# {self.title}"]
        if self.note:
            lines.append(f"# {self.note}")
        lines.append(f"# {self.conditions()}")
        for said in self.said:
            if said.heard is not None:
                client, *both = said.heard
                lines.append(f"{CLIENTS[client]}> (is sent)")
                left, right = map(shown_all, both)
                lines += self._both(left, right, width)
                continue
            prefix = f"{CLIENTS[said.step.client]}> " if several else "> "
            if not said.collected:
                lines.append(prefix + _cut(render_command(said.step.argv)))
            if said.reply is None:
                lines += ["    (waits)"] if said.step.waits else []
                continue
            left, right = shown(said.reply.left), shown(said.reply.right)
            if said.collected:
                lines.append(f"{prefix}(the reply to {render_command(said.step.argv)})")
                marks = ["still blocked: " if blocked else "" for blocked in said.blocked]
                left, right = marks[0] + left, marks[1] + right
            if said.reply.left_more or said.reply.right_more:
                left += ", " + shown_all(said.reply.left_more)
                right += ", " + shown_all(said.reply.right_more)
            lines += self._both(left, right, width)
        if all(said.reply is None for said in self.said):
            lines += [f"    {name}: {text}" for name, text in self._last_words()]
        return "\n".join(lines)

    def _both(self, left: str, right: str, width: int) -> list[str]:
        """What the two servers say: once if it is the same."""
        if left == right:
            return [f"    {left}"]
        sides = zip(self.names, (left, right), strict=True)
        return [f"    {name + ':':<{width}} {text}" for name, text in sides]

    def _last_words(self) -> list[tuple[str, str]]:
        """What was seen at first, where a replay could not show it."""
        return list(zip(self.names, (self.left, self.right), strict=True))

    def conditions(self) -> str:
        """Protocols and parameters under which the steps were played."""
        used = sorted({step.client for step in self.steps})
        protocols = {f"RESP{self.setting.protocols[client]}" for client in used}
        parts = ["an empty keyspace", " and ".join(sorted(protocols))]
        if self.setting.config != USUAL_LIMITS:
            parts += [f"{name} {value}" for name, value in self.setting.config]
        return ", ".join(parts)

    def vector(self) -> dict[str, Any]:
        """The steps as a vector whose expected replies are the right server's."""
        used = sorted({step.client for step in self.steps})
        protocols = {self.setting.protocols[client] for client in used}
        case: dict[str, Any] = {"id": "found", "why": self.title[:200]}
        if self.since:
            case["since"] = self.since
        if len(protocols) == 1:
            case["resp"] = str(protocols.pop())
        if self.setting.config != USUAL_LIMITS:
            case["config"] = dict(self.setting.config)
        case["steps"] = [
            *self._numbers(),
            *(step for said in self.said for step in self._step(said, len(used) > 1)),
        ]
        return {"vectors": f"fuzz/{self.slug}", "cases": [case]}

    def save(self, folder: Path) -> Path:
        """Write the vector; the file's path."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{self.slug}.yaml"
        text = yaml.safe_dump(
            self.vector(), sort_keys=False, allow_unicode=True, default_flow_style=None, width=100
        )
        path.write_text(f"# Found by fuzzing: {self.names[0]} against {self.names[1]}.\n{text}")
        return path

    def _numbers(self) -> list[dict[str, Any]]:
        """Steps that ask for the clients' numbers that later words stand for."""
        words = {word for step in self.steps for word in step.argv}
        asked = [
            CLIENTS[client]
            for client in range(len(self.setting.protocols))
            if number_of(client) in words
        ]
        return [
            {"client": name, "send": ["CLIENT", "ID"], "capture": f"id_{name}"} for name in asked
        ]

    def _step(self, said: Said, several: bool) -> list[dict[str, Any]]:
        if said.heard is not None:
            client, _, right = said.heard
            return _pushes(right, {"client": CLIENTS[client]})
        body: dict[str, Any] = {"client": CLIENTS[said.step.client]} if several else {}
        if not said.collected:
            body["send"] = [text(word) for word in said.step.argv]
        if said.reply is None:
            return [body]
        if said.blocked[1]:
            return [{**body, "blocked": "true"}]
        value = decode(said.reply.right)
        owner = {"client": body["client"]} if several else {}
        reply = "any" if value is None else form(value, said.reply.argv)
        more = values_of(said.reply.right_more)
        confirmations = [decode(raw) for raw in more if not is_message(raw)]
        if confirmations:
            body["replies"] = [reply, *(form(each) for each in confirmations if each is not None)]
        else:
            body["reply"] = reply
        return [body, *_pushes(b"".join(raw for raw in more if is_message(raw)), owner)]


def _pushes(data: bytes, owner: dict[str, Any]) -> list[dict[str, Any]]:
    """A step for each message."""
    values = (decode(raw) for raw in values_of(data))
    return [
        {**owner, "push": [form(item) for item in value.items]}
        for value in values
        if isinstance(value, Array | Push)
    ]


def _cut(line: str) -> str:
    return line if len(line) <= WIDEST else f"{line[:WIDEST]}… ({len(line)} characters)"


def replay(duel: Duel, setting: Setting, steps: list[Step]) -> list[Said]:
    """Play the steps once more and keep everything that was said."""
    duel.begin(setting, {step.client for step in steps})
    tracker = Tracker(setting)
    said: list[Said] = []
    for played in chain(duel.play(steps), duel.rest()):
        waited = played.turn.waits
        if not played.turn.calls:
            heard = (played.turn.client, played.left, played.right)
            said.append(Said(steps[played.turn.first], None, heard=heard))
            continue
        said += [
            Said(steps[reply.at], reply, collected=waited, blocked=played.blocked)
            for reply in ([] if played.silent else tracker.replies(played))
        ]
    duel.collect()
    for played in duel.rest():
        if not played.silent:
            said += [
                Said(steps[reply.at], reply, collected=True, blocked=played.blocked)
                for reply in tracker.replies(played)
            ]
    for index in [each.reply.at for each in said if each.collected and each.reply]:
        # Where the call stood; its reply has come later.
        place = [n for n, each in enumerate(said) if each.reply and each.reply.at > index]
        said.insert(place[0] if place else len(said) - 1, Said(steps[index], None))
    return said


def text(word: bytes) -> str:
    """A word as the vectors write bytes: each byte the character of the same number."""
    return word.decode("latin1")


def form(value: Value, argv: Argv = ()) -> Any:
    """A value in the vectors' form (see their README)."""
    match value:
        case Bulk(data):
            return {"bulk": text(data)}
        case Simple(data):
            return {"simple": text(data)}
        case Error(line):
            return {"error": {"line": text(line)}}
        case Integer(number):
            return {"integer": str(number)}
        case Null(kind):
            return "null-array" if kind is NullKind.ARRAY else "null-bulk"
        case Array(items):
            return {"array": [form(item) for item in items]}
        case Set(items):
            return {"set": [form(item) for item in items]}
        case Push(items):
            return {"push": [form(item) for item in items]}
        case Map(pairs):
            return {"map": [[form(key), form(item)] for key, item in pairs]}
        case Double(number_text):
            return {"double": text(number_text)}
        case Boolean(truth):
            return {"boolean": "true" if truth else "false"}
        case Verbatim(kind_of_text, data):
            return {"verbatim": f"{text(kind_of_text)}:{text(data)}"}
        case BigNumber(digits):
            return {"big-number": text(digits)}
    return "any"
