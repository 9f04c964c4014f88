"""Runs the command-line programs that come with Redis against a server."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from conformance.blame import Difference
from conformance.wire.address import Tcp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conformance.wire.address import Address

RUN_SECONDS = 20.0


@dataclass(frozen=True)
class Program:
    """A program on this machine; `database` is its option for the database's number."""

    path: Path
    version: tuple[int, ...]
    database: str

    def line(self, address: Address, protocol: int, *words: str) -> list[str]:
        """The command line that leads to the server, in that protocol."""
        if isinstance(address, Tcp):
            where = ["-h", address.host, "-p", str(address.port)]
        else:
            where = ["-s", address.path]
        if address.db is not None:
            where += [self.database, str(address.db)]
        return [str(self.path), *where, *(["-3"] if protocol == 3 else []), *words]

    def run(
        self, address: Address, protocol: int, *words: str, stdin: bytes | None = None
    ) -> Finished:
        """Run it to its end. Raises Difference when it doesn't come to one."""
        line = self.line(address, protocol, *words)
        # Without input of ours it must not wait for anybody's.
        given: dict[str, object] = {"stdin": subprocess.DEVNULL} if stdin is None else {}
        try:
            done = subprocess.run(  # type: ignore[call-overload]
                line, input=stdin, capture_output=True, timeout=RUN_SECONDS, check=False, **given
            )
        except subprocess.TimeoutExpired as error:
            raise Difference(
                sent=" ".join(line),
                expected=f"an end within {RUN_SECONDS:g} s",
                received=f"none; so far {error.output!r}",
            ) from None
        return Finished(
            " ".join(line), done.returncode, _text(done.stdout), _text(done.stderr).strip()
        )

    def first_lines(self, address: Address, protocol: int, count: int, *words: str) -> list[str]:
        """The first lines of a program that would run for ever."""
        line = self.line(address, protocol, *words)
        with subprocess.Popen(line, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            try:
                return [_text(process.stdout.readline()).rstrip("\n") for _ in range(count)]
            finally:
                process.terminate()


@dataclass(frozen=True)
class Finished:
    """What a program printed before it ended."""

    line: str
    status: int
    output: str
    errors: str

    def succeeded(self) -> str:
        """The output of a run that went well. Raises Difference otherwise."""
        if self.status or self.errors:
            raise Difference(
                sent=self.line,
                expected="exit status 0, nothing on standard error",
                received=f"exit status {self.status}, {self.errors!r}; output {self.output!r}",
            )
        return self.output


def find(name: str, database: str) -> Program:
    """The newest program of that name on PATH; skips the test where there is none."""
    found = [shutil.which(name, path=folder) for folder in os.get_exec_path()]
    programs = [Program(Path(path), _version(path), database) for path in found if path]
    if not programs:
        pytest.skip(f"no {name} on PATH")
    return max(programs, key=lambda program: program.version)


@cache
def _version(path: str) -> tuple[int, ...]:
    """What `--version` tells; (0,) when that is no version."""
    done = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    numbers = re.search(r"\d+(\.\d+)+", done.stdout)
    return tuple(map(int, numbers[0].split("."))) if numbers else (0,)


def same(sent: str, wanted: Sequence[str] | str, got: Sequence[str] | str) -> None:
    """Compare what was printed against the real server with what was here. Raises Difference."""
    if wanted != got:
        raise Difference(sent=sent, expected=repr(wanted), received=repr(got))


def _text(data: bytes) -> str:
    return data.decode(errors="backslashreplace")
