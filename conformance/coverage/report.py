"""Spec coverage for the terminal."""

from __future__ import annotations

from typing import Any


def missing_lines(coverage: dict[str, Any] | None, limit: int) -> list[str]:
    """Totals by protocol and kind, and up to `limit` clauses that nothing exercised."""
    if coverage is None:
        return []
    lines = []
    for protocol, body in coverage["protocols"].items():
        kinds = ", ".join(
            f"{kind} {counts['hit']}/{counts['total']}" for kind, counts in body["kinds"].items()
        )
        lines.append(f"coverage  {protocol}: {body['percent']:.2f} % of the spec ({kinds})")
    missing = [clause for body in coverage["protocols"].values() for clause in body["missing"]]
    unique = list(dict.fromkeys(missing))
    if unique and limit:
        shown = " ".join(unique[:limit])
        more = f" … ({len(unique)} in all)" if len(unique) > limit else ""
        lines.append(f"missing   {shown}{more}")
    return lines
