"""Who may run what: each command of the spec by itself, by its categories, keys and channels.

Most is asked by ACL DRYRUN, many calls in one write; what a connection may really do is tried by
sending the calls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from conformance.blame import Difference
from conformance.case import Case
from conformance.facts import server_side
from conformance.from_spec.calls import CallMaker
from conformance.from_spec.common import NEVER_RUN, commands_of, may_run
from conformance.from_spec.key_positions import keys_of
from conformance.from_spec.parametrize import cases_from
from conformance.from_spec.test_keys import calls_of
from conformance.wire.render import render, render_command
from conformance.wire.values import Bulk, Simple, Value, error_line
from spec.model.command import ACL_CATEGORIES
from spec.model.load import behaviour

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from conformance.arena import Arena
    from conformance.run import Run
    from spec.model.command import Command
    from spec.model.load import Spec

USER = "tried"
OK = Simple(b"OK")
READS = {"access"}
WRITES = {"insert", "update", "delete"}


class Question(NamedTuple):
    """A call that a user would make, and what shall be refused of it (None: nothing)."""

    argv: Sequence[bytes]
    refused: str | None


def group_cases(run: Run, what: str, spec: Spec) -> list[Case]:
    """One case for each group of commands."""
    groups = dict.fromkeys(command.group for command in commands_of(spec))
    return [_case(run, f"access/{what}/{group}", group) for group in groups]


def _case(run: Run, clause: str, body: str) -> Case:
    release = run.spec().release
    return Case(
        clause=clause,
        kind="access",
        error_case=True,
        group="access",
        commands=("acl|dryrun", "acl|setuser"),
        # What a user may do doesn't depend on what his connection speaks.
        protocols=(3,),
        absent="" if release.applies({"since": "7.0.0"}) else f"not a clause of {release}",
        body=body,
    )


def known_calls(arena: Arena, group: str | None = None) -> Iterator[tuple[Command, list[bytes]]]:
    """A call of each command that the server has, of one group or all."""
    for command in commands_of(arena.spec):
        if group in (None, command.group) and command.full_name in arena.identity.commands:
            argv = CallMaker(arena.spec, command).valid()
            if argv is not None:
                yield command, argv


def ask(arena: Arena, questions: Sequence[Question], about: str) -> None:
    """Ask whether USER may make these calls; Difference at the first unexpected answer."""
    asked = [[b"ACL", b"DRYRUN", USER.encode(), *each.argv] for each in questions]
    answers = arena.client().pipeline(asked)
    for question, argv, answer in zip(questions, asked, answers, strict=True):
        wanted = OK if question.refused is None else _denied(arena, question.refused)
        if answer != wanted:
            raise Difference(
                sent=render_command(tuple(argv)),
                expected=render(wanted),
                received=render(answer),
                note=f"the user has {about}",
            )


def _denied(arena: Arena, what: str) -> Value:
    who = f"User {USER}" if arena.spec.release.applies({"since": "7.2.0"}) else "This user"
    return Bulk(f"{who} has no permissions to {what}".encode("latin1"))


def _to_run(command: Command) -> str | None:
    """What is refused to those who may not run the command; some are for everybody."""
    return None if "no_auth" in command.flags else f"run the '{command.published_name}' command"


# -- one command ----------------------------------------------------------------------------------


@cases_from(lambda run: group_cases(run, "commands", run.spec()))
def test_single_commands(case: Case, arena: Arena) -> None:
    """Its own permission is enough for a command, and all the others aren't."""
    calls = list(known_calls(arena, case.body))
    for command, argv in calls:
        name = command.full_name
        arena.user(USER, "allkeys", "allchannels", f"+{name}")
        ask(arena, [Question(argv, None)], f"+{name}")
        arena.user(USER, "allkeys", "allchannels", "+@all", f"-{name}")
        ask(arena, [Question(argv, _to_run(command))], f"+@all -{name}")
        arena.user(USER, "(allkeys allchannels +@all)", "-@all")
        ask(arena, [Question(argv, None)], "a selector that allows everything")


# -- categories -----------------------------------------------------------------------------------


def category_cases(run: Run) -> list[Case]:
    """One case for each category."""
    return [_case(run, f"access/categories/{name}", name) for name in ACL_CATEGORIES]


@cases_from(category_cases)
def test_category(case: Case, arena: Arena) -> None:
    """A category is the commands that say they are of it: with it, without it, and in ACL CAT."""
    category = case.body
    calls = list(known_calls(arena))
    members = _members(arena, category)
    listed = server_side.acl_categories(arena.control)[category]
    everything = {command.full_name for command in arena.spec.every_command()}
    known = everything & set(arena.identity.commands)
    if {*listed} & known != members & known:
        raise Difference(
            sent=f"ACL CAT {category}",
            expected=", ".join(sorted(members & known)),
            received=", ".join(name for name in listed if name in known),
        )
    inside = [(argv, command.full_name in members, command) for command, argv in calls]
    arena.user(USER, "allkeys", "allchannels", f"+@{category}")
    ask(
        arena,
        [Question(argv, None if member else _to_run(command)) for argv, member, command in inside],
        f"+@{category}",
    )
    arena.user(USER, "allkeys", "allchannels", "+@all", f"-@{category}")
    ask(
        arena,
        [Question(argv, _to_run(command) if member else None) for argv, member, command in inside],
        f"+@all -@{category}",
    )


def _members(arena: Arena, category: str) -> set[str]:
    """The commands of a category: as the spec has them, or a release of other facts publishes."""
    commands = list(arena.spec.every_command())
    if arena.spec.release.publishes_our_facts:
        return {command.full_name for command in commands if category in command.acl}
    published = server_side.every_info(arena.control)
    return {name for name, facts in published.items() if f"@{category}" in facts["acl categories"]}


# -- keys -----------------------------------------------------------------------------------------


@cases_from(lambda run: group_cases(run, "keys", run.spec()))
def test_keys(case: Case, arena: Arena) -> None:
    """A key is allowed by a pattern whose rights include what the command does with the key."""
    calls = [
        (argv, _keys(arena, command, argv))
        for command in commands_of(arena.spec)
        if command.group == case.body and command.full_name in arena.identity.commands
        for _, argv in calls_of(arena.spec, command)
    ]
    for rules, rights in (
        ((), None),
        (("%R~*",), {"read"}),
        (("%W~*",), {"write"}),
        (("%R~*", "%W~nosuchkey", "(%W~*)"), {"read"}),
        (("~*",), {"read", "write"}),
        (("%R~*", "%W~*"), {"read", "write"}),
    ):
        arena.user(USER, "+@all", "allchannels", *rules)
        ask(
            arena,
            [Question(argv, _first_forbidden(argv, keys, rights)) for argv, keys in calls],
            " ".join(("+@all", *rules)),
        )
    named = [(argv, keys) for argv, keys in calls if keys]
    for argv, keys in named:
        first = argv[keys[0][0]].decode("latin1")
        arena.user(USER, "+@all", "allchannels", f"~{first}")
        others = [(place, needs) for place, needs in keys if argv[place] != argv[keys[0][0]]]
        ask(
            arena,
            [Question(argv, _first_forbidden(argv, others, None))],
            f"+@all ~{first}",
        )


def _keys(arena: Arena, command: Command, argv: list[bytes]) -> list[tuple[int, set[str]]]:
    """Where the keys of a call stand, and the rights they need."""
    found = []
    for key in keys_of(arena.spec, command, argv):
        flags = set(key.flags)
        if "not_key" not in flags:
            needs = {"read"} if flags & READS else set()
            found.append((key.position, needs | ({"write"} if flags & WRITES else set())))
    return found


def _first_forbidden(
    argv: Sequence[bytes], keys: list[tuple[int, set[str]]], rights: set[str] | None
) -> str | None:
    """What is refused of a call to a user who has these rights on every key, or (None) no key."""
    for place, needs in keys:
        if rights is None or not needs <= rights:
            return f"access the '{argv[place].decode('latin1')}' key"
    return None


# -- channels -------------------------------------------------------------------------------------


@cases_from(lambda run: [_case(run, "access/channels", "")])
def test_channels(case: Case, arena: Arena) -> None:
    """Channels are allowed by patterns; a pattern only by the very same one."""
    commands = [
        command
        for command in commands_of(arena.spec)
        if command.channels is not None and command.full_name in arena.identity.commands
    ]
    for command in commands:
        channels = command.channels
        assert channels is not None
        name = command.words[0].encode()
        two = [name, b"news:1", b"news:*"] if channels.last < 0 else [name, b"news:1", b"text"]
        for rules, refused in (
            ((), b"news:1"),
            (("&news:1",), b"news:*" if channels.last < 0 else None),
            (("&news:?",), b"news:1" if channels.patterns else None),
            (("&news:*",), b"news:1" if channels.patterns else None),
            (("&news:1", "&news:*"), None),
            (("&*",), None),
            (("&news:1", "(&*)"), b"news:*" if channels.last < 0 else None),
        ):
            arena.user(USER, "+@all", "allkeys", *rules)
            what = None if refused is None else f"access the '{refused.decode()}' channel"
            ask(arena, [Question(two, what)], " ".join(("+@all", *rules)))


# -- the gate -------------------------------------------------------------------------------------


def _reaches_the_gate(command: Command) -> bool:
    """Whether it is for users, but not everybody's, and no earlier gate stands before it."""
    protected = behaviour("gates")["protected"]
    return (
        command.name not in NEVER_RUN
        and "no_auth" not in command.flags
        and command.full_name not in protected
        and command.words[0].lower() not in protected
    )


@cases_from(lambda run: group_cases(run, "gate", run.spec()))
def test_gate(case: Case, arena: Arena) -> None:
    """What DRYRUN tells is what happens: with each rule, at once, on a connection that is there."""
    arena.user(USER)
    client = arena.client(USER)
    assert client.call("AUTH", USER, "any") == OK
    client.observer = None  # what the commands answer is for their own tests
    for command, argv in known_calls(arena, case.body):
        name = command.full_name
        if not _reaches_the_gate(command):
            continue
        arena.user(USER, "allkeys", "allchannels", "+@all", f"-{name}")
        refusal = {"id": "noperm-command", "user": USER, "name": command.published_name}
        arena.expect_error("exec-refused" if name == "exec" else refusal, *argv, client=USER)
        arena.user(USER, "allchannels", "+@all")
        if _keys(arena, command, argv):
            arena.expect_error("noperm-key", *argv, client=USER)
        if command.channels is not None:
            arena.user(USER, "allkeys", "+@all")
            arena.expect_error("noperm-channel", *argv, client=USER)
        if may_run(command) and "blocking" not in command.flags:
            arena.user(USER, "allkeys", "allchannels", f"+{name}")
            reply = client.call(*argv)
            line = error_line(reply)
            if line is not None and line.startswith(b"NOPERM"):
                raise Difference(
                    sent=render_command(tuple(argv)),
                    expected="no refusal",
                    received=render(reply),
                    note=f"the user has +{name}",
                )
