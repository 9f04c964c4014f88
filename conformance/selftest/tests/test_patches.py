"""Every mutant's patch fits the reference server as it is now."""

from __future__ import annotations

import multiprocessing

import pytest

import refimpl.server.server  # noqa: F401 - loaded once, before the processes are forked
from conformance.blame import ClientError
from conformance.selftest.mutant import Misfit, Mutant, mutant
from conformance.selftest.mutants import mutant_named, mutants
from conformance.selftest.surgery import edit, entry, put, reply

LEAST = 70
LEAST_AREAS = 9


def apply(identity: str) -> str:
    """Apply a patch, in a process of its own; what is wrong with it."""
    try:
        mutant_named(identity).patch()
    except Exception as error:
        return f"{identity}: {type(error).__name__}: {error}"
    return ""


def test_all_patches_fit() -> None:
    """One process for each, since a patch can't be taken back."""
    context = multiprocessing.get_context("fork")
    with context.Pool(2, maxtasksperchild=1) as pool:
        wrong = [text for text in pool.map(apply, mutants(), chunksize=1) if text]
    assert not wrong, "\n".join(wrong)


def test_there_are_many() -> None:
    """Discovered, with a floor."""
    assert len(mutants()) >= LEAST
    assert len({one.area for one in mutants().values()}) >= LEAST_AREAS


@pytest.mark.parametrize("one", mutants().values(), ids=lambda one: one.id)
def test_described(one: Mutant) -> None:
    """In one sentence each, without capital and full stop; the id is for command lines."""
    assert one.breaks
    assert not one.breaks.endswith(".")
    assert one.id == one.id.lower()
    assert " " not in one.id


def test_unknown_mutant() -> None:
    """The error names those that there are."""
    with pytest.raises(ClientError, match="no mutant is called 'nonesuch'"):
        mutant_named("nonesuch")


@pytest.mark.parametrize(
    "patch",
    [
        edit("commands.list.elements:llen", "no such text", ""),
        edit("commands.list.elements:nonesuch", "a", "b"),
        edit("commands.nonesuch:llen", "a", "b"),
        edit("resp.replies:OK", "a", "b"),
        put("resp.replies:NONESUCH", b""),
        entry("table.generated.info:INFO", b"nonesuch", lambda value: value),
        reply("NONESUCH", lambda _, answer: answer),
    ],
)
def test_misfits(patch: object) -> None:
    """What isn't there can't be changed, silently least of all."""
    with pytest.raises(Misfit):
        mutant("x", "nothing", patch).patch()  # type: ignore[arg-type]
