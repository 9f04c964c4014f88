"""``python -m conformance.report RESULTS…``: one self-contained HTML page of one or several runs.

RESULTS are files that ``pytest conformance --results=FILE`` wrote, or folders of them.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import jinja2
import jsonschema

from conformance.report.matrix import page

HERE = Path(__file__).parent


def main() -> int:
    """Exit status: 0 written, 2 no valid results."""
    parser = argparse.ArgumentParser(prog="python -m conformance.report", description=__doc__)
    parser.add_argument("results", nargs="+", type=Path, help="results files, or folders of them")
    parser.add_argument("--output", type=Path, default=Path("reports/index.html"))
    options = parser.parse_args()
    loaded = []
    for path in files(options.results):
        try:
            loaded.append(read(path))
        except (OSError, ValueError, jsonschema.ValidationError) as error:
            print(f"{path}: {error}", file=sys.stderr)
            return 2
    if not loaded:
        print("no results found", file=sys.stderr)
        return 2
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(render(loaded), encoding="utf-8")
    print(f"written: {options.output}")
    return 0


def files(paths: list[Path]) -> list[Path]:
    """The results files named; of a folder, those of its JSON files that hold results."""
    found = []
    for path in paths:
        if path.is_dir():
            found += [each for each in sorted(path.glob("*.json")) if is_results(each)]
        else:
            found.append(path)
    return found


def is_results(path: Path) -> bool:
    """Whether a JSON file is one of the suite's (a folder of reports holds others too)."""
    document = json.loads(path.read_text(encoding="utf-8"))
    return isinstance(document, dict) and {"header", "cases"} <= set(document)


def read(path: Path) -> dict[str, Any]:
    """A results file. Raises ValueError or ValidationError where it isn't one."""
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    schema = json.loads((HERE / "results.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(document, schema)
    return document


def render(results: list[dict[str, Any]]) -> str:
    """The page of these results."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html.j2").render(page=page(results))


if __name__ == "__main__":
    sys.exit(main())
