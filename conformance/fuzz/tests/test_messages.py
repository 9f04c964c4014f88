"""Replies told from messages, and messages compared as far as their order is fixed."""

from __future__ import annotations

import pytest

from conformance.fuzz.duel import Setting, number_of
from conformance.fuzz.generate import Generator, Selection
from conformance.fuzz.messages import Ear, canonical, is_message, kinds
from conformance.fuzz.steps import Step, ends_its_blocks
from conformance.fuzz.talk import TALK
from spec.model import load


def array(*words: bytes, mark: bytes = b"*", number: int | None = None) -> bytes:
    count = len(words) + (number is not None)
    parts = [b"%b%d\r\n" % (mark, count)]
    parts += [b"$%d\r\n%b\r\n" % (len(word), word) for word in words]
    if number is not None:
        parts.append(b":%d\r\n" % number)
    return b"".join(parts)


MESSAGE = array(b"message", b"c", b"x", mark=b">")
SUBSCRIBED = [array(b"subscribe", b"a", number=1), array(b"subscribe", b"b", number=2)]


def test_messages_and_replies() -> None:
    assert is_message(MESSAGE)
    assert is_message(array(b"message", b"c", b"x"))
    assert is_message(array(b"tracking-redir-broken", mark=b">", number=7))
    assert is_message(b'+1700000000.000001 [0 127.0.0.1:1] "PING"\r\n')
    assert not is_message(SUBSCRIBED[0])
    assert not is_message(array(b"a", b"b"))
    assert not is_message(b"+OK\r\n")


def test_what_belongs_to_which_call() -> None:
    ear = Ear()
    data = b"+OK\r\n" + MESSAGE + SUBSCRIBED[0] + MESSAGE + SUBSCRIBED[1] + b":1\r\n"
    calls = [(b"SET", b"k", b"v"), (b"SUBSCRIBE", b"a", b"b"), (b"DEL", b"k")]
    assert ear.split(data, calls) == [
        (b"+OK\r\n", MESSAGE),
        (SUBSCRIBED[0], MESSAGE + SUBSCRIBED[1]),
        (b":1\r\n", b""),
    ]
    ended = [array(b"unsubscribe", b"b", number=1), array(b"unsubscribe", b"a", number=0)]
    none = array(b"unsubscribe", number=0).replace(b"*2", b"*3").replace(b":0", b"$-1\r\n:0")
    calls = [(b"UNSUBSCRIBE",), (b"UNSUBSCRIBE",)]
    assert ear.split(b"".join(ended) + none, calls) == [(ended[0], ended[1]), (none, b"")]


def test_message_before_the_first_reply() -> None:
    assert Ear().split(MESSAGE + b"+OK\r\n", [(b"PING",)]) == [(b"+OK\r\n", MESSAGE)]


@pytest.mark.parametrize("data", [b"", b"+OK\r\n+OK\r\n", b"$3\r\nab"])
def test_too_few_or_too_many(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"repl|whole"):
        Ear().split(data, [(b"PING",)])


def test_order_of_patterns_is_free() -> None:
    one = array(b"pmessage", b"a*", b"ab", b"x", mark=b">")
    two = array(b"pmessage", b"*b", b"ab", b"x", mark=b">")
    later = array(b"pmessage", b"a*", b"ab", b"y", mark=b">")
    assert canonical(one + two + later) == canonical(two + one + later)
    assert canonical(one + later) != canonical(later + one)


def test_order_of_those_who_hear_of_a_flush_is_free() -> None:
    mine = b">2\r\n$10\r\ninvalidate\r\n_\r\n"
    of_another = b">2\r\n$10\r\ninvalidate\r\n$-1\r\n"
    of_a_key = b">2\r\n$10\r\ninvalidate\r\n*1\r\n$1\r\nk\r\n"
    assert canonical(mine + of_another) == canonical(of_another + mine)
    assert canonical(mine + of_a_key) != canonical(of_a_key + mine)
    assert canonical(mine) != canonical(of_another)


def test_times_and_addresses_are_free() -> None:
    one = b'+1700000000.000001 [0 127.0.0.1:1] "CLIENT" "TRACKING" "ON" "REDIRECT" "3"\r\n'
    two = b'+1700000001.000009 [0 127.0.0.1:2] "CLIENT" "TRACKING" "ON" "REDIRECT" "5"\r\n'
    assert canonical(one) == canonical(two)
    assert canonical(one) != canonical(one.replace(b"[0", b"[1"))


def test_kinds() -> None:
    assert kinds(MESSAGE + MESSAGE) == "message"
    assert kinds(b"") == "nothing"


def test_blocks_within_turns() -> None:
    multi, end, ping = (b"MULTI",), (b"EXEC",), (b"PING",)
    assert ends_its_blocks([Step(0, multi), Step(0, ping), Step(0, end), Step(1, ping)])
    assert not ends_its_blocks([Step(0, multi), Step(1, ping), Step(0, end)])
    assert not ends_its_blocks([Step(0, multi), Step(0, ping)])


def test_generated_talk() -> None:
    """Blocks are whole, clients are named by what stands for their number, all topics come up."""
    selection = Selection(commands=tuple(TALK))
    generator = Generator(load.load("redis", "8.2.0"), selection, seed=1)
    said: set[bytes] = set()
    for number in range(20):
        epoch = generator.epoch(number)
        assert isinstance(epoch.setting, Setting)
        assert epoch.setting.messages
        epoch.grow(200)
        said |= {step.argv[0] for step in epoch.steps}
        said |= {word for step in epoch.steps for word in step.argv if word == number_of(1)}
    assert {b"SUBSCRIBE", b"PUNSUBSCRIBE", b"MONITOR", b"PUBLISH", number_of(1)} <= said
