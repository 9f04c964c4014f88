"""``python -m spec``: check the specification, generate from it."""

from __future__ import annotations

import argparse
import sys

from spec.model.load import ROOT, behaviour, lines, load
from spec.model.yaml import SpecError


def main() -> int:
    """Runs one of the sub-commands. Exit status: 0 fine, 1 a fault or a difference, 2 usage."""
    parser = argparse.ArgumentParser(prog="python -m spec", description=__doc__)
    commands = parser.add_subparsers(dest="action", required=True)
    commands.add_parser("check", help="validate every file, for every release")
    generate = commands.add_parser("generate", help="write the Python that refimpl runs")
    generate.add_argument("--check", action="store_true", help="only tell whether it is fresh")
    options = parser.parse_args()
    try:
        if options.action == "check":
            return check()
        from spec.generate.write import generate as write

        return write(check_only=options.check)
    except SpecError as error:
        print(error, file=sys.stderr)
        return 1


def check() -> int:
    """Loads the specification for every release of every line, and what no command owns."""
    for path in sorted((ROOT / "behaviour").glob("*.yaml")):
        behaviour(path.stem)
    for line in lines().values():
        for version in line.releases:
            spec = load(line.name, version)
            print(f"{spec.release}: {len(spec.every_command())} commands and subcommands")
    return 0


if __name__ == "__main__":
    sys.exit(main())
