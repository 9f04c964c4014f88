"""The text of one failure: what was tried, sent, expected, received, and how to run it again."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from conformance.blame import Blame, Difference, blame_of
from conformance.report.results import Failure

if TYPE_CHECKING:
    from conformance.arena import Arena
    from conformance.report.results import Outcome

SHOWN_BEFORE = 6
CUT = 300


def describe(error: BaseException, outcome: Outcome, arena: Arena | None, target: str) -> Failure:
    """The failure as it is printed and reported."""
    clause = outcome.case.clause
    blame = blame_of(error)
    word = "FAIL" if blame is Blame.DIFFERENCE else blame.value.upper()
    server = f"   {arena.identity}, RESP{outcome.protocol}" if arena is not None else ""
    step = arena.step if arena is not None else ""
    failure = Failure(text="", step=step)
    lines = [f"{word} {clause}{server}" + (f"   {step}" if step else "")]
    if isinstance(error, Difference):
        failure.sent, failure.expected = error.sent, error.expected
        failure.received, failure.note = error.received, error.note
        if arena is not None:
            lines += _before(arena, error.sent)
        lines.append(f"  sent      {_cut(error.sent)}")
        lines.append(f"  expected  {_cut(error.expected)}")
        lines.append(f"  received  {_cut(error.received)}")
        if error.note:
            lines.append(f"  note      {error.note}")
    else:
        failure.note = f"{type(error).__name__}: {error}" if blame is Blame.OUR_BUG else str(error)
        lines += [f"  {line}" for line in failure.note.splitlines()]
        if arena is not None and arena.log.last is not None:
            lines += _before(arena, "")
    lines.append(
        f"  rerun     pytest conformance --target={target} "
        f"--resp={outcome.protocol} --clause '{clause}'"
    )
    failure.text = "\n".join(lines)
    return failure


def own_frames(error: BaseException) -> str:
    """Where in the suite or the spec's model an error of ours came from."""
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if "/conformance/" in frame.filename or "/spec/" in frame.filename
    ]
    return "".join(traceback.format_list(frames))


def _before(arena: Arena, sent: str) -> list[str]:
    """What went over the wire before, newest last, without the exchange that failed."""
    exchanges = list(arena.log.exchanges)
    if exchanges and sent and exchanges[-1].sent_text() == sent:
        exchanges.pop()
    lines = []
    hidden = len(exchanges) - SHOWN_BEFORE
    if hidden > 0:
        lines.append(f"  …         {hidden} exchanges before")
    for one in exchanges[-SHOWN_BEFORE:]:
        who = "" if one.client == "main" else f"{one.client}: "
        arrow = (
            f"{one.sent_text()} → {one.received_text()}"
            if one.sent_text()
            else (f"push {one.received_text()}")
        )
        lines.append(f"  before    {_cut(who + arrow)}")
    return lines


def _cut(text: str) -> str:
    return text if len(text) <= CUT else f"{text[:CUT]}… ({len(text)} characters)"
