"""Delta debugging, with tests in place of servers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conformance.fuzz.shrink import Shrinker, minimised
from conformance.fuzz.steps import Step


def call(*words: bytes, client: int = 0) -> Step:
    return Step(client, words)


def test_only_what_matters_is_left() -> None:
    noise = [call(b"SET", b"k%d" % n, b"v") for n in range(200)]
    steps = [*noise, call(b"RPUSH", b"l", b"a", b"b", b"c", client=2), *noise, call(b"LLEN", b"l")]

    def fails(candidate: list[Step]) -> bool:
        names = [step.argv[0] for step in candidate]
        return names[-1:] == [b"LLEN"] and any(
            step.argv[0] == b"RPUSH" and len(step.argv) > 2 for step in candidate
        )

    shrinker = Shrinker(fails)
    shortest = shrinker.shrink(steps)
    assert [step.argv[0] for step in shortest] == [b"RPUSH", b"LLEN"]
    assert len(shortest[0].argv) == 3
    assert {step.client for step in shortest} == {0}
    assert shrinker.attempts < 200


def test_blocks_go_when_they_do_not_matter() -> None:
    steps = [call(b"MULTI"), call(b"INCR", b"k"), call(b"EXEC"), call(b"GET", b"k")]
    shortest = Shrinker(lambda left: any(step.argv[0] == b"INCR" for step in left)).shrink(steps)
    assert [step.argv[0] for step in shortest] == [b"INCR"]


def test_what_is_not_allowed_is_not_tried() -> None:
    tried: list[list[Step]] = []

    def fails(candidate: list[Step]) -> bool:
        tried.append(candidate)
        return bool(candidate) and candidate[-1].argv[0] == b"BLPOP"

    Shrinker(fails, lambda argv: len(argv) > 2).shrink([call(b"BLPOP", b"k", b"0.001")])
    assert all(len(step.argv) > 2 for candidate in tried for step in candidate)


def test_attempts_are_bounded() -> None:
    steps = [call(b"SET", b"k", b"%d" % n) for n in range(500)]
    shrinker = Shrinker(lambda left: len(left) > 250, attempts=40)
    shrinker.shrink(steps)
    assert shrinker.attempts == 40


@given(st.lists(st.integers(0, 20), min_size=1, max_size=40))
def test_the_result_still_fails_and_no_item_can_go(items: list[int]) -> None:
    wanted = set(items[:3])

    def fails(left: object) -> bool:
        assert isinstance(left, list)
        return wanted <= set(left)

    least = list(minimised(items, fails))
    assert fails(least)
    assert all(not fails(least[:at] + least[at + 1 :]) for at in range(len(least)))
