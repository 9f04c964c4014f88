"""What a campaign sends: calls of the chosen commands by several clients, alone and in blocks."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from conformance.fuzz import scripts, words
from conformance.fuzz.compile import compile_call
from conformance.fuzz.duel import Setting
from conformance.fuzz.manners import NOT_QUEUED, SELDOM, SENT_BEFORE, Guard, reason, weight
from conformance.fuzz.resync import Resync
from conformance.fuzz.steps import Step
from conformance.fuzz.talk import MONITOR, TALK, TRACKING, Talk
from spec.model.grammar import Arg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from conformance.fuzz.compile import Call
    from conformance.fuzz.steps import Argv
    from conformance.fuzz.words import Source
    from spec.model.command import Command
    from spec.model.load import Spec

MUTATED = 0.06
MADE = 0.1
"""The share of calls that make a value: without, most others would find nothing to work with."""
LOADS = 8
"""Libraries that are loaded when an epoch begins: without, most functions would be unknown."""
MISTAKEN_SUBJECT = 0.4
"""The share of mistakes in calls that are only asked about."""
AT_HOME = 0.4
"""The share of turns that begin in the first database."""
TALKING = 0.2
"""The share (at least) of epochs in which clients send each other messages, where they can."""
TURN_SIZES = (1, 3, 10, 30, 60, 100, 150, 200, 250)
SMALL_LIMITS = (
    ("hash-max-listpack-entries", "6"),
    ("hash-max-listpack-value", "20"),
    # Not below the listpack's: a real server adds the members of a hash table in an order of its
    # own, on which it would depend whether integers fill an intset before others come.
    ("set-max-intset-entries", "8"),
    ("set-max-listpack-entries", "8"),
    ("set-max-listpack-value", "20"),
    ("zset-max-listpack-entries", "6"),
    ("zset-max-listpack-value", "20"),
    ("list-max-listpack-size", "5"),
    ("hll-sparse-max-bytes", "120"),
    ("stream-node-max-entries", "4"),
    ("stream-node-max-bytes", "80"),
)
USUAL_LIMITS = (
    ("hash-max-listpack-entries", "512"),
    ("hash-max-listpack-value", "64"),
    ("set-max-intset-entries", "512"),
    ("set-max-listpack-entries", "128"),
    ("set-max-listpack-value", "64"),
    ("zset-max-listpack-entries", "128"),
    ("zset-max-listpack-value", "64"),
    ("list-max-listpack-size", "-2"),
    ("hll-sparse-max-bytes", "3000"),
    ("stream-node-max-entries", "100"),
    ("stream-node-max-bytes", "4096"),
)
"""Encodings change at these numbers of elements; small ones make them change often."""

ABOUT_CALLS = frozenset({"COMMAND GETKEYS", "COMMAND GETKEYSANDFLAGS"})

# One call that makes a value of each kind; given between the others so that keys aren't all absent.
_MAKERS = {
    "string": ("SET", 0),
    "list": ("RPUSH", 1),
    "set": ("SADD", 1),
    "hash": ("HSET", 2),
    "sorted_set": ("ZADD", 2),
    "geo": ("GEOADD", 3),
    "hyperloglog": ("PFADD", 1),
    "stream": ("XADD", 2),
    "vector_set": ("VADD", 2),
}
_MADE_BIT_BY_BIT = ("stream", "vector_set")


@dataclass(frozen=True, slots=True)
class Selection:
    """Which commands, which protocols, how many clients.

    `offered` are the commands that both servers have, by full name; None where nobody asked them.
    """

    groups: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    protocols: tuple[int, ...] = (2, 3)
    clients: int = 3
    offered: frozenset[str] | None = None

    def admits(self, command: Command) -> bool:
        """Whether the command was chosen; without a choice, every one is."""
        if not self.groups and not self.commands:
            return True
        names = (command.name, command.words[0])
        return command.group in self.groups or any(name in self.commands for name in names)


class Epoch:
    """What is played from an empty keyspace on: the setting and the steps.

    Steps are made when asked for, so that they can be made while servers are busy.
    """

    def __init__(self, number: int, setting: Setting, scenes: Iterator[Iterable[Step]]) -> None:
        self.number, self.setting = number, setting
        self.steps: list[Step] = []
        self._scenes = scenes
        self._ends = [0]
        """How many steps there were before and after each scene."""

    def grow(self, size: int) -> None:
        """Make steps until there are about so many, if there can be."""
        while len(self.steps) < size:
            scene = next(self._scenes, None)
            if scene is None:
                return
            self.steps += scene
            self._ends.append(len(self.steps))

    def trim(self, size: int) -> None:
        """Drop what `grow` to that size would not have made: more may have been made before."""
        end = next((end for end in self._ends if end >= size), len(self.steps))
        del self.steps[end:]


class Generator:
    """Makes epochs by seed: the same number of the same seed is always the same epoch."""

    def __init__(self, spec: Spec, selection: Selection, seed: int | str) -> None:
        self.spec = spec
        self.selection = selection
        self.seed = seed
        chosen = [
            command
            for command in spec.every_command()
            if not command.subcommands and selection.admits(command)
        ]
        self.left_out = {command.name: why for command in chosen if (why := reason(command))}
        for command in chosen:
            if selection.offered is not None and command.full_name not in selection.offered:
                self.left_out[command.name] = "one of the servers does not know it"
        self.commands = [command for command in chosen if command.name not in self.left_out]
        self._in_scripts: list[Call] = []
        self.calls: list[tuple[Command, Call]] = [
            (command, self._call_of(command))
            for command in self.commands
            if command.name not in TALK
        ]
        self.topics = frozenset(each.name for each in self.commands if each.name in TALK)
        self.guard = Guard(spec)
        self.muted: set[str] = set()
        self._resync = Resync(spec)
        self._accompanied = self._resync.random.union(SENT_BEFORE)
        self._sort_out()
        offered = selection.offered
        self._makers = [
            _maker(kind, name, width)
            for kind, (name, width) in _MAKERS.items()
            for _ in range(3 if kind in _MADE_BIT_BY_BIT else 1)
            if offered is None or name.lower() in offered
        ]
        self._makers += (_foreign, _mortal)
        self._loads = [make for command, make in self.calls if command.name == "FUNCTION LOAD"]

    def mute(self, command: str) -> None:
        """Leave a command out from now on: what it does differently was told often enough."""
        self.muted.add(command)
        self.calls = [pair for pair in self.calls if pair[0].name not in self.muted]
        self._sort_out()

    def _sort_out(self) -> None:
        """What there is to draw from, each as often as it is to be drawn in relation to others."""
        self._queued = [each for each in self.calls for _ in range(weight(each[0]))]
        self._blocking = [each for each in self.calls if "blocking" in each[0].flags]
        self._alone = [each for each in self._queued if "blocking" not in each[0].flags]
        self._alone += self._blocking * (2 * SELDOM)

    def epoch(self, number: int) -> Epoch:
        """An epoch without steps yet."""
        rnd = random.Random(f"{self.seed}/{number}").random
        setting = self._setting(number, rnd)
        return Epoch(
            number, setting, self._talk(setting, rnd) if setting.messages else self._scenes(rnd)
        )

    def _talk(self, setting: Setting, rnd: Source) -> Iterator[Iterable[Step]]:
        """What clients do that send each other messages."""
        # A monitor sees FLUSHALL before the changes that it brings others to be told of.
        without = MONITOR if rnd() < 0.7 else TRACKING
        talk = Talk(setting.protocols, self.topics - without, self._unmoved)
        while True:
            yield talk.scene(rnd)

    def _unmoved(self, client: int, rnd: Source, queued: bool) -> list[Step]:
        """Any call that leaves the connection what it is."""
        found: list[Step] = []
        if self.calls:
            self._one(found, client, rnd, queued)
        return [
            step
            for step in found
            if step.argv[0].upper().decode("latin1") not in NOT_QUEUED
            and not self.guard.lapses(step.argv)
        ]

    def _scenes(self, rnd: Source) -> Iterator[Iterable[Step]]:
        """What happens one after the other, without end."""
        for make in self._loads:
            yield [Step(0, tuple(make(rnd))) for _ in range(LOADS)]
        for maker in self._makers:
            yield [Step(0, tuple(maker(rnd))) for _ in range(1 + int(rnd() * 3))]
        while self.calls:
            scene: list[Step] = []
            self._scene(scene, rnd)
            yield scene

    def _call_of(self, command: Command) -> Call:
        """What makes calls of the command; some are about calls of other ones."""
        if command.name not in ABOUT_CALLS:
            return self._scripted(command) or compile_call(self.spec, command)
        name = [word.encode() for word in command.words]
        offered = self.selection.offered
        subjects = [
            compile_call(self.spec, each)
            for each in self.spec.every_command()
            if not each.subcommands and each.name not in ABOUT_CALLS and reason(each) is None
            if offered is None or each.full_name in offered
        ]

        def about(rnd: Source) -> list[bytes]:
            subject = subjects[int(rnd() * len(subjects))](rnd)
            return [*name, *(mutated(subject, rnd) if rnd() < MISTAKEN_SUBJECT else subject)]

        return about

    def _scripted(self, command: Command) -> Call | None:
        """What makes calls that hold scripts; None where there are no scripts in them."""
        if command.group != "scripting":
            return None
        if not self._in_scripts:
            offered = self.selection.offered
            self._in_scripts += [
                scripts.subject(self.spec, each)
                for each in self.spec.every_command()
                if scripts.usable(each) and (offered is None or each.full_name in offered)
            ]
        return scripts.call_of(command.name, self._in_scripts)

    def call(self, rnd: Source) -> Argv:
        """One call of one of the commands."""
        _, make = self.calls[int(rnd() * len(self.calls))]
        argv = make(rnd)
        return tuple(self._varied(argv, rnd) if rnd() < MUTATED else argv)

    def _varied(self, argv: list[bytes], rnd: Source) -> list[bytes]:
        """The call with a mistake in it, if that does no harm."""
        varied = mutated(argv, rnd)
        return varied if self.guard.harmless(varied) else argv

    def _setting(self, number: int, rnd: Source) -> Setting:
        offered, clients = self.selection.protocols, self.selection.clients
        protocols = tuple(offered[(client + number) % len(offered)] for client in range(clients))
        limits = SMALL_LIMITS if rnd() < 0.5 else USUAL_LIMITS
        share = max(TALKING, len(self.topics) / (len(self.topics) + len(self.calls) or 1))
        messages = bool(self.topics) and rnd() < share
        return Setting(protocols, limits, messages)

    # -- scenes: what one or more clients do before somebody else gets his turn

    def _scene(self, scene: list[Step], rnd: Source) -> None:
        at = rnd()
        client = int(rnd() * self.selection.clients)
        if at < 0.75:
            self._plain(scene, client, rnd)
        elif at < 0.9:
            self._block(scene, client, rnd)
        elif at < 0.95:
            self._watched(scene, client, rnd)
        elif self._blocking and at < 0.98:
            self._waiting(scene, client, rnd)
        else:
            self._made(scene, client, rnd)

    def _plain(self, scene: list[Step], client: int, rnd: Source) -> None:
        makers = self._makers
        if rnd() < AT_HOME:
            scene.append(Step(client, (b"SELECT", b"0")))
        for _ in range(TURN_SIZES[int(rnd() * len(TURN_SIZES))]):
            if rnd() < MADE:
                scene.append(Step(client, tuple(makers[int(rnd() * len(makers))](rnd))))
            else:
                self._one(scene, client, rnd)

    def _one(self, scene: list[Step], client: int, rnd: Source, queued: bool = False) -> None:
        """One call, or none; after a random write also one that deletes what it has left."""
        calls = self._queued if queued else self._alone
        command, make = calls[int(rnd() * len(calls))]
        if queued and command.words[0] in NOT_QUEUED:
            return
        argv = make(rnd)
        if rnd() < MUTATED:
            argv = self._varied(argv, rnd)
            if len(argv) == 1 and argv[0].upper() == b"MULTI":
                return  # blocks are opened where they are closed again
            scene += self.steps_of(client, tuple(argv))
        elif command.name in self._accompanied:
            scene += self.steps_of(client, tuple(argv))
        elif command.name != "MULTI":
            scene.append(Step(client, tuple(argv)))

    def steps_of(self, client: int, argv: Argv) -> list[Step]:
        """The step of a call, with one before it where there must be one.

        After a random write comes also one that deletes what it has left.
        """
        command = self.spec.lookup(list(argv))
        if command is None:
            return [Step(client, argv)]
        before = SENT_BEFORE.get(command.name)
        steps = [Step(client, before)] if before is not None else []
        after = self._resync.after(command, argv)
        if after is None:
            return [*steps, Step(client, argv)]
        return [*steps, Step(client, argv, random=True), Step(client, after)]

    def _block(self, scene: list[Step], client: int, rnd: Source) -> None:
        scene.append(Step(client, (b"MULTI",)))
        for _ in range(int(rnd() * 6)):
            self._one(scene, client, rnd, queued=True)
        if rnd() < 0.03:
            scene.append(Step(client, (b"MULTI",) if rnd() < 0.5 else (b"WATCH", b"k")))
        if rnd() < 0.12:
            # Others go on before it ends.
            for _ in range(1 + int(rnd() * 3)):
                self._other(scene, client, rnd)
        scene.append(Step(client, (b"EXEC",) if rnd() < 0.85 else (b"DISCARD",)))

    def _other(self, scene: list[Step], client: int, rnd: Source) -> None:
        clients = self.selection.clients
        if clients > 1:
            self._one(scene, (client + 1 + int(rnd() * (clients - 1))) % clients, rnd)

    def _watched(self, scene: list[Step], client: int, rnd: Source) -> None:
        watched = [_any_key(rnd) for _ in range(1 + int(rnd() * 2))]
        scene.append(Step(client, (b"WATCH", *watched)))
        for _ in range(int(rnd() * 3)):
            if rnd() < 0.7:
                self._other(scene, client, rnd)
            else:
                self._one(scene, client, rnd)
        if rnd() < 0.1:
            scene.append(Step(client, (b"UNWATCH",)))
        self._block(scene, client, rnd)

    def _waiting(self, scene: list[Step], client: int, rnd: Source) -> None:
        """Clients that block until another one brings something, or nobody does."""
        clients = self.selection.clients
        waiting = [client]
        if clients > 2 and rnd() < 0.4:
            waiting.append((client + 1) % clients)
        for one in waiting:
            command, make = self._blocking[int(rnd() * len(self._blocking))]
            argv = _for_ever(make(rnd), command)
            scene.append(Step(one, (b"SELECT", b"0")))
            scene.append(Step(one, tuple(argv), waits=True))
        other = (client + clients - 1) % clients
        if other not in waiting:
            for _ in range(2 + int(rnd() * 5)):
                at = rnd()
                if at < 0.6:
                    maker = self._makers[(1, 4, 5)[int(at * 5)]]
                    scene.append(Step(other, tuple(maker(rnd))))
                elif at < 0.8:
                    self._block(scene, other, rnd)
                else:
                    self._one(scene, other, rnd)

    def _made(self, scene: list[Step], client: int, rnd: Source) -> None:
        for maker in self._makers:
            if rnd() < 0.6:
                scene.append(Step(client, tuple(maker(rnd))))
        if rnd() < 0.3:
            scene.append(Step(client, (b"DEL", _any_key(rnd))))


_any_key = words.key_of("any")


def mutated(argv: Sequence[bytes], rnd: Source) -> list[bytes]:
    """The call with one thing done to it that somebody might do by mistake."""
    words_, at = list(argv), int(rnd() * len(argv))
    match int(rnd() * 7):
        case 0 if at:
            del words_[at]
        case 1 if at:
            words_.insert(at, words_[at])
        case 2 if at:
            words_[at] = words.MEMBER(rnd)
        case 3 if at > 1:
            words_[at], words_[at - 1] = words_[at - 1], words_[at]
        case 4:
            words_.append(words.MEMBER(rnd))
        case 5:
            del words_[max(1, at) :]
        case _:
            words_[at] = words_[at].swapcase()
    return words_


def _maker(kind: str, name: str, width: int) -> Callable[[Source], list[bytes]]:
    """Calls that make a value of the kind: small, or large enough for another encoding."""
    key = words.home_of("sorted_set" if kind == "geo" else kind)
    command = name.encode()

    def make(rnd: Source) -> list[bytes]:
        argv = [command, key(rnd)]
        if kind == "stream":
            return _stream(argv, rnd)
        if kind == "vector_set":
            numbers = [words.component(rnd) for _ in range(words.DIMENSIONS)]
            return [*argv, b"VALUES", b"%d" % len(numbers), *numbers, words.MEMBER(rnd)]
        if width == 0:
            return [*argv, words.MEMBER(rnd)]
        count = 130 + int(rnd() * 60) if rnd() < 0.04 else 1 + int(rnd() * 9)
        draw = words.MEMBER if rnd() < 0.7 else _few
        for _ in range(count):
            many = count > 100 or kind == "hyperloglog"
            member = b"%d" % int(rnd() * 1000) if many else draw(rnd)
            if kind == "geo":
                argv += (_longitude(rnd), _latitude(rnd))
            if kind == "sorted_set":
                argv.append(b"%d" % int(rnd() * 8))
            argv.append(member)
            if kind == "hash":
                argv.append(words.MEMBER(rnd))
        return argv

    return make


_few = words.pick(words.FEW)
_longitude, _latitude = words.degrees(*words.PLACE[0]), words.degrees(*words.PLACE[1])
_hyperloglog_key = words.home_of("hyperloglog")


def _foreign(rnd: Source) -> list[bytes]:
    """A call that makes a HyperLogLog which no server would have made."""
    return [b"SET", _hyperloglog_key(rnd), words.hyperloglog(rnd)]


_new_id, _group_name, _consumer_name = map(
    words.pick, (words.NEW_IDS, words.GROUPS, words.CONSUMERS)
)


def _stream(argv: list[bytes], rnd: Source) -> list[bytes]:
    """A call that makes a stream, its groups, or something pending in them."""
    key, at = argv[1], rnd()
    if at < 0.6:
        return [*argv, _new_id(rnd), b"f" if rnd() < 0.7 else words.MEMBER(rnd), words.MEMBER(rnd)]
    if at < 0.75:
        return [b"XGROUP", b"CREATE", key, _group_name(rnd), b"0", b"MKSTREAM"]
    group = [b"GROUP", _group_name(rnd), _consumer_name(rnd)]
    return [b"XREADGROUP", *group, b"COUNT", b"%d" % (1 + int(rnd() * 3)), b"STREAMS", key, b">"]


_later = words.later({})


def _mortal(rnd: Source) -> list[bytes]:
    """A call that gives a key a time to live which outlasts the epoch."""
    return [b"EXPIRE", _any_key(rnd), _later(rnd)]


def _for_ever(argv: list[bytes], command: Command) -> list[bytes]:
    """The call with a timeout that never ends; it is an option, the first word or the last."""
    if any(getattr(step, "id", "") == "block" for step in command.grammar.walk()):
        return [argv[0], b"BLOCK", b"0", *argv[1:]]
    first = command.grammar.args[0]
    leads = isinstance(first, Arg) and first.type.startswith("timeout")
    argv[1 if leads and len(argv) > 1 else -1] = b"0"
    return argv
