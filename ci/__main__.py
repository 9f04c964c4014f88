"""The two commands of the README; all set-up included, nothing needed but Python and git.

python3 -m ci demo    the same tests on refimpl and on a real Redis, then both fuzzed
python3 -m ci test    everything that must hold before a change lands
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from dataclasses import dataclass

from ci import environment, steps
from ci.environment import ROOT, SetupError, ensure_node_clients, ensure_system, ensure_venv


@dataclass
class Result:
    """How a step ended: "passed", "failed", or why it wasn't run."""

    step: steps.Step
    outcome: str
    seconds: float


def main() -> int:
    """Exit status: 0 all passed, 1 a check failed or couldn't run, 2 no set-up."""
    parser = argparse.ArgumentParser(
        prog="python3 -m ci", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("job", choices=("demo", "test"))
    parser.add_argument("--only", metavar="NAME", help="run the steps whose name holds NAME")
    options = parser.parse_args()
    chosen = steps.TEST if options.job == "test" else steps.DEMO
    if options.only:
        chosen = [step for step in chosen if options.only in step.name]
    try:
        interpreter = ensure_venv()
    except SetupError as error:
        print(error, file=sys.stderr)
        return 2
    missing = ensure_system() if any(step.needs for step in chosen) else []
    if any("npm" in step.needs for step in chosen) and "npm" not in missing:
        try:
            ensure_node_clients()
        except SetupError as error:
            print(error, file=sys.stderr)
            missing.append("npm")
    (ROOT / "reports").mkdir(exist_ok=True)
    results = [run(step, str(interpreter), missing) for step in chosen]
    return summary(results)


def run(step: steps.Step, interpreter: str, missing: list[str]) -> Result:
    """Runs one step in the repository, its output passed through."""
    absent = [name for name in step.needs if name in missing]
    if absent:
        return Result(step, f"not run: {', '.join(absent)} missing", 0.0)
    command = list(step.command)
    if command[0] == "python":
        command[0] = interpreter
    scripts = str(environment.python().parent)
    path = os.pathsep.join((scripts, os.environ.get("PATH", "")))
    print(f"\n=== {step.name}: {' '.join(step.command)}", flush=True)
    started = time.monotonic()
    code = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **step.env, "PATH": path}, check=False
    ).returncode
    return Result(step, "passed" if code == 0 else f"failed ({code})", time.monotonic() - started)


def summary(results: list[Result]) -> int:
    """Prints how each step ended. A step that couldn't run is not a pass."""
    print("\n=== summary")
    for result in results:
        print(f"{result.seconds:7.1f} s  {result.outcome:<10}  {result.step.name}")
    bad = [result for result in results if result.outcome != "passed"]
    print(f"{len(results) - len(bad)} passed, {len(bad)} failed")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
