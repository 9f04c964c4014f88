"""``python -m conformance.fuzz.access``: random access rules on two servers.

A round gives one user some rules, whatever he had before, and asks both servers what he is now and
what he may do. The first difference is shrunk to the fewest rules and shown; the exit status is 1.
"""

from __future__ import annotations

import argparse
import random
import sys
from typing import TYPE_CHECKING

from conformance.targets.resolve import open_target
from conformance.wire.client import Client
from conformance.wire.render import render, render_command
from spec.model.command import ACL_CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conformance.wire.values import Value

Argv = tuple[bytes, ...]

USER = b"fuzzed"
HASH = b"0123456789abcdef" * 4
PLAIN = (
    *("on", "off", "nopass", "resetpass", "sanitize-payload", "skip-sanitize-payload", "reset"),
    *("allcommands", "nocommands", "allkeys", "resetkeys", "allchannels", "resetchannels"),
    *("clearselectors", "+@all", "-@all", "~*", "&*", "nosuch", "", "ON", "AllKeys", "-@ALL"),
)
PATTERNS = ("a", "b", "a*", "*", "?", "[ab]", "", "a?", "k1", "A")
CALLS = (
    *("GET a", "SET a x", "SET a x GET", "MGET a b", "MSET a 1 b 2", "DEL a b k1", "COPY a b"),
    *("EXISTS ab", "STRLEN b", "GETDEL a", "SORT a BY x*", "SORT a STORE b", "SINTERSTORE a b k1"),
    *("ZUNIONSTORE a 2 b k1", "LMPOP 2 a b LEFT", "BITFIELD a GET u8 0", "BITFIELD a SET u8 0 1"),
    *("CONFIG GET a", "CONFIG SET a b", "CLIENT ID", "CLIENT KILL a", "SELECT 0", "SELECT 1"),
    *("PING", "AUTH a", "ACL WHOAMI", "COMMAND", "COMMAND COUNT", "FLUSHALL", "OBJECT FREQ a"),
    *("PUBLISH a x", "SUBSCRIBE a b", "PSUBSCRIBE a* b", "SSUBSCRIBE k1", "UNSUBSCRIBE a"),
    *("ECHO x", "ECHO y", "MULTI", "DEBUG SLEEP 0", "KEYS a", "RENAME a b", "EXPIRE a 1"),
)
COMMANDS = (
    *("get", "set", "mget", "del", "sort", "config", "config|get", "config|set", "client"),
    *("client|id", "select", "echo", "ping", "publish", "subscribe", "command", "command|count"),
    *("flushall", "acl", "acl|whoami", "object|freq", "GET", "Config|Get", "nosuch", "config|no"),
)
FIRST_WORDS = ("select|0", "select|1", "echo|x", "echo|Y", "get|a", "config|get|a", "echo|", "no|x")


class Rules:
    """Random rules, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def some(self) -> list[bytes]:
        """A few rules; some are none."""
        return [self._rule().encode() for _ in range(self._random.randint(0, 7))]

    def calls(self) -> list[Argv]:
        """A few calls to ask about."""
        return [tuple(each.encode().split()) for each in self._random.sample(CALLS, 8)]

    def _rule(self) -> str:
        choose = self._random.random()
        if choose < 0.06:
            return self._selector()
        if choose < 0.14:
            return self._random.choice(PLAIN)
        if choose < 0.24:
            return self._password()
        return self._permission()

    def _permission(self) -> str:
        pick = self._random.choice
        choose = self._random.random()
        if choose < 0.30:
            return pick("+-") + pick(COMMANDS)
        if choose < 0.50:
            return f"{pick('+-')}@{pick((*ACL_CATEGORIES, 'no', 'READ'))}"
        if choose < 0.60:
            return pick("++-") + pick(FIRST_WORDS)
        if choose < 0.85:
            rights = pick(("~", "~", "%R~", "%W~", "%RW~", "%r~", "%X~", "%", "%R", "%RR~"))
            return rights + pick(PATTERNS)
        return "&" + pick(PATTERNS)

    def _password(self) -> str:
        pick = self._random.choice
        kind = pick("><#!")
        if kind in "><":
            return kind + pick(("p", "q", "", "a b"))
        return kind + pick((HASH.decode(), HASH.decode()[:-1], HASH.decode().upper()))

    def _selector(self) -> str:
        rules = [
            self._random.choice(PLAIN) if self._random.random() < 0.1 else self._permission()
            for _ in range(self._random.randint(0, 4))
        ]
        text = "(" + " ".join(rules) + ")"
        return text if self._random.random() < 0.97 else text[:-1]


def round_of(rules: Sequence[bytes], calls: Sequence[Argv]) -> list[Argv]:
    """The requests of one round."""
    return [
        (b"ACL", b"SETUSER", USER, *rules),
        (b"ACL", b"GETUSER", USER),
        (b"ACL", b"LIST"),
        *((b"ACL", b"DRYRUN", USER, *call) for call in calls),
    ]


def difference(one: Client, other: Client, requests: Sequence[Argv]) -> int | None:
    """Which of the requests is answered differently first."""
    answers: list[list[Value]] = [client.pipeline(requests) for client in (one, other)]
    for place, (mine, theirs) in enumerate(zip(*answers, strict=True)):
        if mine != theirs:
            return place
    return None


def shrink(one: Client, other: Client, rounds: list[list[Argv]]) -> list[list[Argv]]:
    """The fewest rounds, then rules, from a new user on, that still end in a difference."""

    def differs(tried: list[list[Argv]]) -> bool:
        for client in (one, other):
            client.call(b"ACL", b"DELUSER", USER)
        return any(difference(one, other, requests) is not None for requests in tried)

    place = len(rounds) - 1
    while place >= 0:
        fewer = rounds[:place] + rounds[place + 1 :]
        if fewer and differs(fewer):
            rounds = fewer
        place -= 1
    for number, requests in enumerate(rounds):
        place = len(requests[0]) - 1
        while place > 2:  # behind ACL SETUSER name
            words = requests[0][:place] + requests[0][place + 1 :]
            tried = [*rounds]
            tried[number] = [words, *requests[1:]]
            if differs(tried):
                rounds = tried
                requests = tried[number]
            place -= 1
    differs(rounds)
    return rounds


def main(words: list[str]) -> int:
    """Compare two servers; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m conformance.fuzz.access")
    parser.add_argument("--target", default="refimpl")
    parser.add_argument("--against", required=True)
    parser.add_argument("--rounds", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(words)
    targets = [open_target(text) for text in (options.target, options.against)]
    try:
        one, other = (Client.connect(target.start(), target.text) for target in targets)
        for client in (one, other):
            client.call("HELLO", "3")
        return fuzz(one, other, options.rounds, options.seed)
    finally:
        for target in targets:
            target.stop()


def fuzz(one: Client, other: Client, rounds: int, seed: int) -> int:
    """So many rounds; 1 if there was a difference."""
    rules = Rules(seed)
    history: list[list[Argv]] = []
    for number in range(rounds):
        requests = round_of(rules.some(), rules.calls())
        history = [*history[-30:], requests]
        place = difference(one, other, requests)
        if place is not None:
            print(f"round {number} of seed {seed}:")
            for each in shrink(one, other, history):
                place = difference(one, other, each)
                print("  " + render_command(each[0]))
            wrong = each[place or 0]
            print("  " + render_command(wrong))
            for name, client in (("target", one), ("against", other)):
                print(f"    {name:8} {render(client.call(*wrong))}")
            return 1
    print(f"{rounds} rounds of seed {seed}, {rounds * 11} requests: no difference")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
