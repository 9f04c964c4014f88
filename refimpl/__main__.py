"""``python -m refimpl``: the command line of redis-server."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn

from refimpl.server.supervisor import Supervisor
from refimpl.session.config_file import ConfigFileError, ModuleError
from refimpl.session.release import VERSION

if TYPE_CHECKING:
    from refimpl.session.log import Log

_USAGE = """\
Usage: refimpl [/path/to/redis.conf] [options] [-]
       refimpl - (read the configuration from stdin)
       refimpl -v or --version
       refimpl -h or --help

Options are parameters of the configuration: refimpl --port 7777 --save "" --loglevel verbose
Port 0 listens on any free port, which the log tells.
"""

_REFUSED = {
    "--sentinel": "Sentinel mode",
    "--test-memory": "A test of the machine's memory",
    "--check-system": "A check of the system's settings",
}
"""What redis-server can do on the command line, and this one can't."""


def main() -> NoReturn:
    """Run a server until it is told to stop; exits with status 1 when it can't start."""
    sys.exit(run(sys.argv[1:]))


def run(words: list[str]) -> int:
    """Run a server with these arguments; its exit status."""
    if words[:1] in (["-v"], ["--version"]):
        print(f"Redis server v={VERSION} sha=00000000:0 malloc=python bits=64 build=refimpl")
        return 0
    if words[:1] in (["-h"], ["--help"]):
        print(_USAGE, end="", file=sys.stderr)
        return 1
    refused = [word for word in words if word in _REFUSED]
    if refused:
        print(f"{_REFUSED[refused[0]]} is not part of refimpl.", file=sys.stderr)
        return 1

    import gc
    import signal
    from random import Random

    # Nothing that is made until the server runs is garbage; looking for it took 4 % of a start.
    gc.disable()

    from refimpl.reactor.clock import SystemClock
    from refimpl.reactor.loop import Loop
    from refimpl.reactor.network import SystemNetwork
    from refimpl.reactor.poller import best_poller
    from refimpl.server.arguments import configure, parse_arguments
    from refimpl.session.access.files import AccessFileError
    from refimpl.session.log import Log

    log = Log(SystemClock())
    try:
        parsed = parse_arguments(words)
        directives = configure(parsed)
    except OSError as error:
        log.warning(f"Fatal error, can't open config file '{error.filename}': {error.strerror}")
        return 1
    except ConfigFileError as error:
        return _refuse_line(error)
    except ModuleError as error:
        log.warning(f"Module {error} failed to load: refimpl has no place for native code")
        log.warning(f"Can't load module from {error}: server aborting")
        return 1
    config = directives.config
    try:
        log.open(config.logfile)
    except OSError as error:
        return _fatal(f"Can't open the log file: {error.strerror}")
    if config.syslog_enabled:
        log.use_syslog(config.syslog_ident, config.syslog_facility)
    try:
        os.chdir(config.dir)
    except OSError as error:
        log.warning(f"Can't chdir to '{os.fsdecode(config.dir)}': {error.strerror}")
        return 1

    supervisor = Supervisor(config.supervised, os.environ, log)
    if config.daemonize and not supervisor.kind:
        _detach()

    from refimpl.reactor.children import ForkedChildren
    from refimpl.server.garbage import leave_the_data_alone
    from refimpl.server.server import CannotListenError, Server, banner

    banner(log)
    loop, *io_loops = (Loop(best_poller(), SystemClock()) for _ in range(config.io_threads))
    network = SystemNetwork()
    try:
        server = Server(directives, loop, network, Random(), log, ForkedChildren(), io_loops)
    except ConfigFileError as error:
        return _refuse_line(error)
    except AccessFileError as error:
        log.warning(
            f"Aborting startup because of ACL errors: {error.reasons.decode(errors='replace')}"
        )
        return 1
    server.state.config_file = parsed.file
    server.state.executable = os.path.realpath(sys.executable)
    server.state.supervisor = supervisor.kind or "no"
    config.dir = os.getcwdb()  # noqa: PTH109  # pathlib loads slowly
    try:
        server.listen()
    except CannotListenError:
        return 1
    leave_the_data_alone()
    if not server.load():
        return 1

    def stop(number: int, _: object) -> None:
        log.warning(f"Received {signal.Signals(number).name} scheduling shutdown...")
        server.request_shutdown()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    server.announce()
    pidfile = config.pidfile or (_PIDFILE if config.daemonize else b"")
    if pidfile:
        _write_pid(pidfile, log)
    supervisor.tell_ready()
    gc.freeze()
    gc.enable()
    server.run()
    if pidfile and os.path.exists(pidfile):  # noqa: PTH110  # pathlib loads slowly
        os.unlink(pidfile)  # noqa: PTH108
    return 0


_PIDFILE = b"/var/run/redis.pid"
"""Where a daemon's process id is written unless told otherwise."""


def _fatal(text: str) -> int:
    print(f"\n*** FATAL CONFIG FILE ERROR (Redis {VERSION}) ***\n{text}", file=sys.stderr)
    return 1


def _refuse_line(error: ConfigFileError) -> int:
    return _fatal(
        f"Reading the configuration file, at line {error.line}\n>>> '{error.text}'\n{error.reason}"
    )


def _detach() -> None:
    """Go on in the background: the process that was started ends."""
    if os.fork():
        os._exit(0)
    os.setsid()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in range(3):
        os.dup2(nowhere, descriptor)


def _write_pid(path: bytes, log: Log) -> None:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    except OSError as error:
        log.warning(f"Failed to write PID file: {error.strerror}")
        return
    os.write(descriptor, b"%d\n" % os.getpid())
    os.close(descriptor)


if __name__ == "__main__":
    main()
