"""The suite's pytest side: options, selection, isolation, blame and reports."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from _pytest.runner import runtestprotocol

from conformance import against, failure, parallel
from conformance.arena import Arena
from conformance.blame import Blame, ClientError, blame_of
from conformance.case import Case, selected
from conformance.coverage.report import missing_lines
from conformance.report.results import FAILED, KNOWN, PASSED, SKIPPED, STALE, Outcome
from conformance.run import Run, Settings, parse_protocols
from conformance.targets.resolve import FORMS

if TYPE_CHECKING:
    from collections.abc import Generator

RUN = pytest.StashKey[Run]()
ARENA = pytest.StashKey[Arena]()
CASE = pytest.StashKey[Case]()

CASE_SECONDS = 30

KNOWN_SECONDS = 0.5
"""Silence that is a known difference needn't be waited for as long as one that nobody expects."""


# -- command line -------------------------------------------------------------------------------


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The suite judges a server; the tests of the suite itself run when they are asked for."""
    if collection_path.name != "tests":
        return None
    asked = [Path(config.invocation_params.dir, each.split("::")[0]) for each in config.args]
    return None if any(path.is_relative_to(collection_path) for path in asked) else True


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("conformance", "conformance suite")
    group.addoption(
        "--target", default="refimpl", metavar="TARGET", help=f"the server to test:\n{FORMS}"
    )
    group.addoption(
        "--against",
        metavar="TARGET",
        help="run every case on this server too, and compare the replies of both",
    )
    group.addoption("--resp", default="both", metavar="2|3|both", help="protocols (default: both)")
    group.addoption(
        "--clause",
        action="append",
        default=[],
        metavar="ID",
        help="only this clause and those under it (SET, SET/examples, …); repeatable",
    )
    group.addoption(
        "--reruns",
        default="none",
        metavar="none|N",
        help="try a failed case again up to N times; one that then passes still fails, as flaky",
    )
    group.addoption(
        "--flush",
        action="store_true",
        help="allow to delete the keys of a server that the suite has not started",
    )
    group.addoption("--results", type=Path, metavar="PATH", help="write the results as JSON")
    group.addoption(
        "--all-exchanges",
        action="store_true",
        help="keep the exchanges of cases that passed too in --results",
    )
    group.addoption(
        "--spec-coverage-min",
        type=float,
        metavar="PERCENT",
        help="fail the run if less of the spec was exercised, in any protocol",
    )
    group.addoption(
        "--spec-coverage-json", type=Path, metavar="PATH", help="write the spec coverage as JSON"
    )


def _settings(config: pytest.Config) -> Settings:
    reruns = config.getoption("reruns")
    if reruns != "none" and not reruns.isdecimal():
        raise ClientError(f"--reruns is none or a number, not {reruns!r}")
    return Settings(
        target=config.getoption("target"),
        against=config.getoption("against"),
        protocols=parse_protocols(config.getoption("resp")),
        clauses=tuple(config.getoption("clause")),
        reruns=0 if reruns == "none" else int(reruns),
        flush_allowed=config.getoption("flush"),
        results=config.getoption("results"),
        all_exchanges=config.getoption("all_exchanges"),
        coverage_minimum=config.getoption("spec_coverage_min"),
        coverage_json=config.getoption("spec_coverage_json"),
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        "clause(id, error=False, requires=(), commands=(), protocols=(2, 3), since=None): "
        "the clause that a hand-written test tries",
    )
    try:
        settings = _settings(config)
        if parallel.is_controller(config):
            parallel.refuse_if_shared(settings)
    except ClientError as error:
        raise pytest.UsageError(str(error)) from error
    run = config.stash[RUN] = Run(settings)
    if settings.results is not None and not parallel.is_worker(config):
        run.results.write(settings.results, None)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """What `-n auto` stands for."""
    return parallel.workers()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any, error: object) -> None:
    """A worker has done its part."""
    parallel.take_over(node, node.config.stash[RUN])


def pytest_unconfigure(config: pytest.Config) -> None:
    run = config.stash.get(RUN, None)
    if run is not None:
        run.close()


# -- collection ---------------------------------------------------------------------------------


def pytest_collection() -> None:
    """Hardly anything that collecting makes is garbage: looking for it took a tenth of the time."""
    gc.disable()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Every test that takes an arena runs on each side in each protocol."""
    if "arena" not in metafunc.fixturenames:
        return
    run = metafunc.config.stash[RUN]
    try:
        for side in run.settings.sides:
            run.server(side)
    except Exception as error:
        blame = blame_of(error)
        code = pytest.ExitCode.USAGE_ERROR if blame is Blame.CLIENT_ERROR else 3
        pytest.exit(f"{blame.value}: {error}", returncode=code)
    makers = getattr(metafunc.function, "cases_from", None)
    cases = _hand_written(metafunc, run) if makers is None else makers(run)
    cases = [case for case in cases if selected(case.clause, run.settings.clauses)]
    parameters = [
        pytest.param(
            case,
            (side, protocol),
            id=f"{case.clause}-resp{protocol}" + ("" if side == "target" else "-against"),
        )
        for case in cases
        for protocol in run.settings.protocols
        if protocol in case.protocols
        for side in run.settings.sides
    ]
    if "case" not in metafunc.fixturenames:
        # A hand-written test has its case all the same: selection and reports go by it.
        metafunc.fixturenames.append("case")
    metafunc.parametrize(("case", "arena"), parameters, indirect=["arena"])


def _hand_written(metafunc: pytest.Metafunc, run: Run) -> list[Case]:
    """The one case of a test function, from its `clause` mark."""
    mark = metafunc.definition.get_closest_marker("clause")
    area, module = metafunc.module.__name__.split(".")[-2:]
    name = (
        f"{area}/{module.removeprefix('test_')}/{metafunc.function.__name__.removeprefix('test_')}"
    )
    keywords: dict[str, Any] = dict(mark.kwargs) if mark else {}
    release = run.spec().release
    applies = release.applies({"since": keywords.get("since")})
    return [
        Case(
            clause=mark.args[0] if mark and mark.args else name.replace("_", "-"),
            kind="scenario",
            error_case=bool(keywords.get("error", False)),
            group=area,
            requires=tuple(keywords.get("requires", ())),
            commands=tuple(keywords.get("commands", ())),
            protocols=tuple(keywords.get("protocols", (2, 3))),
            absent="" if applies else f"not a clause of {release}",
        )
    ]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With --clause, the suite's own unit tests are left out; so are tests without any case.

    For the latter pytest itself would make one skipped item each.
    """
    clauses = config.stash[RUN].settings.clauses
    kept = [item for item in items if _has_case(item, otherwise=not clauses)]
    if len(kept) < len(items):
        here = set(map(id, kept))
        config.hook.pytest_deselected(items=[item for item in items if id(item) not in here])
        items[:] = kept
    for item in items:
        if "arena" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.timeout(CASE_SECONDS))
    if parallel.is_worker(config):
        parallel.spread(items)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Cases and spec live to the end: the collector need not look at them after each thousand."""
    gc.freeze()
    gc.set_threshold(20_000, 50, 50)
    gc.enable()


def _has_case(item: pytest.Item, *, otherwise: bool) -> bool:
    """Whether the item tries a case on a server; `otherwise` for those that don't need one."""
    if "arena" not in getattr(item, "fixturenames", ()):
        return otherwise
    parameters = getattr(getattr(item, "callspec", None), "params", {})
    return isinstance(parameters.get("arena"), tuple)


# -- one case -----------------------------------------------------------------------------------


@pytest.fixture
def case() -> Case:
    """The clause being tried; every test that takes an arena is given one."""
    raise AssertionError("a test that takes a case must take an arena too")


@pytest.fixture
def arena(request: pytest.FixtureRequest) -> Arena:
    """The server, as new, in one protocol. Skips what does not apply to it, with the reason."""
    run = request.config.stash[RUN]
    side, protocol = request.param
    tried: Case = request.node.callspec.params["case"]
    reason = run.why_not(tried, side, protocol)
    if reason is not None:
        pytest.skip(reason)
    server = run.server(side)
    made = Arena(server, run.spec(side), protocol, run.observer(side))
    if run.baseline(side).find(tried.clause, protocol) is not None:
        made.patience = min(made.patience, KNOWN_SECONDS)
    request.node.stash[ARENA] = made
    return made


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Run the test, tidy up, compare with the other side; a leak fails the test that leaked."""
    made = pyfuncitem.stash.get(ARENA, None)
    if made is None:
        return (yield)
    try:
        try:
            result = yield
        except Exception as error:
            meaning = made.translate(error)
            if meaning is error:
                raise
            raise meaning from error
    except BaseException:
        _finish_quietly(made)
        raise
    made.finish()
    _compare_sides(pyfuncitem, made)
    return result


def _finish_quietly(made: Arena) -> None:
    """After a failure, what tidying up finds is a consequence and not told."""
    try:
        made.finish()
    except Exception as error:
        if blame_of(error) is Blame.HARNESS_FAILURE:
            raise


def _compare_sides(item: pytest.Function, made: Arena) -> None:
    run = item.config.stash[RUN]
    if run.settings.against is None or not made.comparable:
        return
    tried = item.callspec.params["case"]
    assert isinstance(tried, Case)
    key = (tried.clause, made.protocol)
    if made.server.side == "target":
        run.transcripts[key] = made.log.exchanges
    elif key in run.transcripts:
        against.compare_transcripts(run.transcripts[key], made.log.exchanges)


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """As pytest does it, but for `--reruns`, and for what a worker tells the controller.

    Each of the six messages about a test cost both processes as much as its questions cost the
    server. Nothing is made of the start of a test, nor of getting ready and tidying up in no time.
    """
    run = item.config.stash[RUN]
    worker = parallel.is_worker(item.config)
    if "arena" not in getattr(item, "fixturenames", ()) or not (run.settings.reruns or worker):
        return None
    if not worker:
        item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    reports = runtestprotocol(item, nextitem=nextitem, log=False)
    failed = any(report.failed for report in reports)
    if failed and run.settings.reruns:
        _try_again(item, nextitem, run)
    for report in reports:
        if failed or not worker or report.when == "call" or _is_of_interest(report):
            item.ihook.pytest_runtest_logreport(report=report)
    if not worker:
        item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


def _is_of_interest(report: pytest.TestReport) -> bool:
    """Whether it says anything: `--durations`, too, leaves out what takes less than 5 ms."""
    return not report.passed or report.duration >= 0.005


def _try_again(item: pytest.Item, nextitem: pytest.Item | None, run: Run) -> None:
    """`--reruns N`: a failed case is tried again to tell flaky ones; it fails all the same."""
    before = run.results.outcomes.pop()
    for attempt in range(1, run.settings.reruns + 1):
        if not any(r.failed for r in runtestprotocol(item, nextitem=nextitem, log=False)):
            before.reason = f"flaky: passed at attempt {attempt + 1}"
            break
        run.results.outcomes.pop()
    else:
        run.results.outcomes.append(before)
    if before.reason:
        run.results.outcomes[-1] = before


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn what happened into an outcome with blame, and into text worth reading."""
    report = yield
    parameters = getattr(getattr(item, "callspec", None), "params", {})
    if "arena" not in parameters or (call.when == "teardown" and report.passed):
        return report
    if call.when == "setup" and report.passed:
        return report
    run = item.config.stash[RUN]
    side, protocol = parameters["arena"]
    tried: Case = parameters["case"]
    made = item.stash.get(ARENA, None)
    outcome = Outcome(
        node=item.nodeid,
        case=tried,
        protocol=protocol,
        side=side,
        outcome=PASSED,
        seconds=call.duration,
    )
    if made is not None and (report.failed or run.settings.all_exchanges):
        outcome.exchanges = made.log.exchanges
    if report.skipped:
        outcome.outcome = SKIPPED
        outcome.reason = str(call.excinfo.value) if call.excinfo else ""
    else:
        _judge(run, outcome, report, call, made)
    run.results.add(outcome)
    return report


def _judge(
    run: Run,
    outcome: Outcome,
    report: pytest.TestReport,
    call: pytest.CallInfo[None],
    made: Arena | None,
) -> None:
    """Passed, failed, known or stale."""
    accepted = run.baseline(outcome.side).find(outcome.case.clause, outcome.protocol)
    if report.failed and call.excinfo is not None:
        blame = blame_of(call.excinfo.value)
        outcome.outcome = FAILED
        outcome.blame = blame.value
        outcome.failure = failure.describe(
            call.excinfo.value, outcome, made, run.settings.text_of(outcome.side)
        )
        report.longrepr = outcome.failure.text
        if blame is Blame.OUR_BUG:
            report.longrepr += "\n" + failure.own_frames(call.excinfo.value)
        if accepted is not None and blame is Blame.DIFFERENCE:
            outcome.outcome, outcome.reason = KNOWN, accepted.reason
            report.outcome = "skipped"
            report.wasxfail = f"known: {accepted.reason}"
    elif accepted is not None:
        outcome.outcome = STALE
        outcome.reason = f"{accepted.file} accepts a difference that is not there"
        report.outcome = "failed"
        report.longrepr = f"STALE {outcome.case.clause}: {outcome.reason} ({accepted.reason})"


# -- the end ------------------------------------------------------------------------------------


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Whole-run checks, and the results file with its footer."""
    gc.freeze()  # pytest looks for garbage ten times before it ends, which took a second
    run = session.config.stash[RUN]
    if parallel.is_worker(session.config):
        parallel.hand_over(session.config, run)
        return
    if not run.results.outcomes:
        return
    if not session.testsfailed:
        parallel.spare_hypothesis(session.config)
    whole = not run.settings.clauses and not session.config.getoption("keyword")
    if whole and not session.config.getoption("collectonly") and _covers_all(session):
        for seen in run.seen:
            for entry in run.baseline(seen.side).unseen():
                run.results.problems.append(
                    f"{entry.file}: no case is called {entry.clause}: stale entry"
                )
    for seen in run.seen:
        run.results.lacks(seen.side, list(seen.lacking))
    run.measure_coverage()
    if run.results.problems and exitstatus == pytest.ExitCode.OK:
        session.exitstatus = exitstatus = pytest.ExitCode.TESTS_FAILED
    if run.settings.results is not None:
        run.results.write(run.settings.results, int(exitstatus))


def _covers_all(session: pytest.Session) -> bool:
    """Whether the whole suite was collected, not a file or a folder of it."""
    here = Path(__file__).parent
    return any(Path(str(arg).split("::")[0]).resolve() == here for arg in session.config.args)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    run = config.stash[RUN]
    results = run.results
    if not results.outcomes:
        return
    write = terminalreporter.write_line
    terminalreporter.section("conformance")
    for seen in run.seen:
        write(f"{seen.side:<9} {seen.text}: {seen.identity} at {seen.address}")
        if seen.lacking:
            names = ", ".join(seen.lacking)
            write(f"          lacks {len(seen.lacking)} specified commands: {names}")
        if seen.restarts:
            write(f"          restarted {seen.restarts} times")
    errors, tried = results.error_share()
    share = 100 * errors / tried if tried else 0
    counts = ", ".join(f"{count} {name}" for name, count in results.count().items() if count)
    write(f"cases     {counts}; {errors} of {tried} tried are error cases ({share:.0f} %)")
    if results.blames():
        write("blame     " + ", ".join(f"{n} {name}" for name, n in results.blames().items()))
    for line in missing_lines(results.coverage, limit=25):
        write(line)
    for problem in results.problems:
        write(f"PROBLEM   {problem}", red=True)
    if run.settings.results is not None:
        write(f"results   {run.settings.results}")
