"""The corpus: what was found once, as vectors that every target is tried with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from conformance.case import Case
from spec.model import yaml
from spec.model.load import validate

if TYPE_CHECKING:
    from spec.model.release import Release

CORPUS = Path(__file__).with_name("corpus")


def corpus_cases(release: Release, folder: Path = CORPUS) -> list[Case]:
    """Every case of the corpus. Raises SpecError for a file that is none."""
    cases = []
    for path in sorted(folder.glob("*.yaml")):
        document = yaml.load(path)
        validate(path, document, "vectors")
        for raw in document["cases"]:
            resp = raw.get("resp", "both")
            names = {step["send"][0].lower() for step in raw["steps"] if "send" in step}
            cases.append(
                Case(
                    clause=f"{document['vectors']}/{raw['id']}",
                    kind="vector",
                    group="fuzz",
                    requires=("config-set",) if "config" in raw else (),
                    commands=tuple(sorted(names)),
                    protocols=(2, 3) if resp == "both" else (int(resp),),
                    absent="" if release.applies(raw) else f"not a clause of {release}",
                    body=raw,
                )
            )
    return cases
