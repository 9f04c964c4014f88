"""The shortest steps that still show a difference: delta debugging, on steps, then on words."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from conformance.fuzz.steps import Argv, Step

Item = TypeVar("Item")

ATTEMPTS = 2500
ROUNDS = 4


class OutOfAttempts(Exception):
    """The budget is spent; what was reached so far is the result."""


class Shrinker:
    """Shrinks steps for which `fails` holds; `attempts` counts how often it was asked.

    `allows` says whether a call may be tried that nobody has generated.
    """

    def __init__(
        self,
        fails: Callable[[list[Step]], bool],
        allows: Callable[[Argv], bool] = lambda argv: True,
        attempts: int = ATTEMPTS,
    ) -> None:
        self._fails, self._allows = fails, allows
        self._left = attempts
        self.attempts = 0
        self.best: list[Step] = []

    def shrink(self, steps: Sequence[Step]) -> list[Step]:
        """The shortest steps found that still fail; `steps` themselves must."""
        self.best = list(steps)
        try:
            for _ in range(ROUNDS):
                before = self.best
                self._fewer_steps()
                self._no_blocks()
                self._one_client()
                self._shorter_calls()
                self._simpler_words()
                if self.best == before:
                    break
        except OutOfAttempts:
            pass
        return self.best

    def _try(self, steps: list[Step]) -> bool:
        if self.attempts >= self._left:
            raise OutOfAttempts
        self.attempts += 1
        if not self._fails(steps):
            return False
        self.best = steps
        return True

    def _fewer_steps(self) -> None:
        self._related()
        minimised(self.best, lambda steps: self._try(list(steps)))

    def _related(self) -> None:
        """Only steps that share a word with the last one: often that is all it takes."""
        words = set(self.best[-1].argv[1:])
        related = [
            step for step in self.best[:-1] if step.waits or not words.isdisjoint(step.argv[1:])
        ]
        if len(related) + 1 < len(self.best):
            self._try([*related, self.best[-1]])

    def _no_blocks(self) -> None:
        """Without a MULTI and what ends its block."""
        at = 0
        while at < len(self.best):
            step = self.best[at]
            if step.argv[0].upper() == b"MULTI":
                end = _end_of_block(self.best, at)
                kept = [each for i, each in enumerate(self.best) if i not in (at, end)]
                if kept and self._try(kept):
                    continue
            at += 1

    def _one_client(self) -> None:
        self._try([step._replace(client=0, waits=False) for step in self.best])
        for at, step in enumerate(self.best):
            if step.client:
                self._try(_with(self.best, at, step._replace(client=0)))
            if step.waits:
                self._try(_with(self.best, at, step._replace(waits=False)))

    def _shorter_calls(self) -> None:
        for at in range(len(self.best)):

            def shorter(words: Sequence[bytes], at: int = at) -> bool:
                argv = (self.best[at].argv[0], *words)
                return self._allows(argv) and self._try(
                    _with(self.best, at, self.best[at]._replace(argv=argv))
                )

            minimised(self.best[at].argv[1:], shorter)

    def _simpler_words(self) -> None:
        for at in range(len(self.best)):
            for place in range(1, len(self.best[at].argv)):
                for simpler in _simpler(self.best[at].argv[place]):
                    argv = list(self.best[at].argv)
                    argv[place] = simpler
                    changed = self.best[at]._replace(argv=tuple(argv))
                    if self._allows(changed.argv) and self._try(_with(self.best, at, changed)):
                        break
        for old, new in _renamings(self.best):
            self._try([step._replace(argv=_renamed(step.argv, old, new)) for step in self.best])


def minimised(items: Sequence[Item], fails: Callable[[Sequence[Item]], bool]) -> Sequence[Item]:
    """Items that still fail when no single one, and no run of them, can be left out."""
    current = list(items)
    size = max(1, len(current) // 2)
    while current:
        at = 0
        while at < len(current):
            shorter = current[:at] + current[at + size :]
            if fails(shorter):
                current = shorter
            else:
                at += size
        if size == 1:
            break
        # Two is not left out: scores and members, fields and values go together.
        size = size // 2 if size > 3 else size - 1
    return current


def _with(steps: Sequence[Step], at: int, step: Step) -> list[Step]:
    return [*steps[:at], step, *steps[at + 1 :]]


def _end_of_block(steps: Sequence[Step], at: int) -> int:
    """Where the block that opens at `at` ends; `at` if it doesn't."""
    for index in range(at + 1, len(steps)):
        step = steps[index]
        if step.client == steps[at].client and step.argv[0].upper() in (b"EXEC", b"DISCARD"):
            return index
    return at


def _simpler(word: bytes) -> Iterator[bytes]:
    """Words that say less, the simplest first."""
    upper = word.upper()
    if upper != word and upper.isalpha() and len(word) > 2:
        yield upper
    if word.lstrip(b"-+(").replace(b".", b"").isdigit():
        candidates: tuple[bytes, ...] = (b"0", b"1", b"2", b"-1")
    else:
        candidates = (b"", b"a", b"b", b"1") if len(word) != 1 else (b"a",)
    for candidate in candidates:
        if candidate == word:
            return
        if len(candidate) <= len(word):
            yield candidate


def _renamings(steps: Sequence[Step]) -> Iterator[tuple[bytes, bytes]]:
    """Keys to shorter names that nobody uses."""
    used = {word for step in steps for word in step.argv}
    names = iter([name for name in (b"k", b"l", b"m", b"n") if name not in used])
    for word in sorted(used):
        if word[-1:].isdigit() and word[:-1] in (b"str", b"list", b"set", b"hash", b"zset", b"k"):
            name = next(names, None)
            if name is None:
                return
            yield word, name


def _renamed(argv: Argv, old: bytes, new: bytes) -> Argv:
    return tuple(new if word == old else word for word in argv)
