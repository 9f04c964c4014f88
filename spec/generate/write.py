"""All generated files: what each should hold, written or compared with what is there."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from spec.generate import classes, errors, table
from spec.generate.naming import is_arity_only
from spec.model.load import ROOT, Spec, load

if TYPE_CHECKING:
    from pathlib import Path

REPOSITORY = ROOT.parent
TABLE = REPOSITORY / "refimpl" / "table"
MARK = "# Generated from spec/ by `python -m spec generate`; do not edit.\n"


def outputs(spec: Spec) -> dict[Path, str]:
    """Every generated Python file, by path."""
    folder = TABLE / "generated"
    groups: dict[str, list[str]] = {}
    files = {
        TABLE / "errors.py": ("Every error reply as a wire line.", errors.module(spec)),
        folder / "__init__.py": ("The command table and argument parsers.", ""),
        folder / "commands.py": ("The command table.", table.commands_module(spec)),
        folder / "info.py": ("What COMMAND INFO tells beyond the table.", table.info_module(spec)),
        folder / "docs.py": ("What COMMAND DOCS tells.", table.docs_module(spec)),
    }
    for command in spec.every_command():
        if not command.subcommands:
            groups.setdefault(command.group, []).append(command.name)
    for group, names in groups.items():
        members = [each for each in spec.every_command() if each.name in names]
        if any(not is_arity_only(each) for each in members):
            title = f"Argument parsers of the {group} commands."
            files[folder / f"{group}.py"] = (title, classes.module(spec, members))
    return {path: f'{MARK}"""{title}"""\n\n{text}' for path, (title, text) in files.items()}


def generate(*, check_only: bool = False) -> int:
    """Writes the files that differ, or (check_only) names them. Exit status 1 if any did."""
    from spec.generate import config

    wanted = outputs(load())
    wanted[config.TARGET] = config.render()
    stale = []
    for path, text in wanted.items():
        text = _formatted(path, text)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path)
            if not check_only:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
    known = set(wanted)
    for path in sorted((TABLE / "generated").glob("*.py")):
        if path not in known:
            stale.append(path)
            if not check_only:
                path.unlink()
    for path in stale:
        print(f"{'stale' if check_only else 'written'}: {path.relative_to(REPOSITORY)}")
    return 1 if check_only and stale else 0


def _formatted(path: Path, text: str) -> str:
    """The text as ruff formats it, so that generated files read like the others."""
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "format", "--stdin-filename", str(path), "-"],
        input=text,
        capture_output=True,
        text=True,
        check=True,
        cwd=REPOSITORY,
    )
    return done.stdout
