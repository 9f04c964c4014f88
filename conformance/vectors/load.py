"""Reads and checks the vector files."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from conformance.case import Case
from spec.model import yaml
from spec.model.load import validate
from spec.model.release import resolve
from spec.model.yaml import Mapping, SpecError

if TYPE_CHECKING:
    from spec.model.release import Release

ROOT = Path(__file__).parent


@cache
def documents() -> tuple[tuple[Path, Mapping], ...]:
    """Every vector file, checked against the schema. Raises SpecError."""
    found = []
    for path in sorted(ROOT.rglob("*.yaml")):
        document = yaml.load(path)
        validate(path, document, "vectors")
        wanted = path.relative_to(ROOT).with_suffix("").as_posix()
        if document["vectors"] != wanted:
            raise SpecError(path, document.line, document["vectors"], f"should be {wanted}")
        ids = [case["id"] for case in document["cases"]]
        for twice in {one for one in ids if ids.count(one) > 1}:
            raise SpecError(path, document.line, f"{wanted}/{twice}", "the id is there twice")
        found.append((path, document))
    return tuple(found)


def vector_cases(release: Release) -> list[Case]:
    """The cases, those that this release has not as absent with the reason."""
    return [
        _case(document["vectors"], raw, release)
        for _, document in documents()
        for raw in document["cases"]
    ]


def _case(name: str, raw: Mapping, release: Release) -> Case:
    applies = release.applies(raw)
    # A step's `until` may be a command to repeat, which is no bound.
    body = Mapping(raw)
    body["steps"] = [_resolved(step, release) for step in raw["steps"] if _holds(step, release)]
    resp = raw.get("resp", "both")
    return Case(
        clause=f"{name}/{raw['id']}",
        kind="vector",
        error_case=raw.get("error", "false") == "true",
        group=name.split("/")[0],
        requires=(*raw.get("requires", ()), *(("config-set",) if "config" in raw else ())),
        commands=tuple(raw.get("commands", ())),
        protocols=(2, 3) if resp == "both" else (int(resp),),
        absent="" if applies else f"not a clause of {release}",
        body=body,
    )


def _is_poll(step: Any) -> bool:
    return isinstance(step.get("until"), list)


def _holds(step: Any, release: Release) -> bool:
    return release.applies({k: v for k, v in step.items() if k != "until" or not _is_poll(step)})


def _resolved(step: Any, release: Release) -> Any:
    return {key: resolve(value, release) for key, value in step.items() if key != "since"}
