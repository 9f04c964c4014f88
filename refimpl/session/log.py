"""The server's log, in the format that tools for Redis read."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from refimpl.reactor.clock import Clock

LEVELS = ("debug", "verbose", "notice", "warning", "nothing")
_SIGNS = ".-*#"
_SYSLOG_LEVELS = (7, 6, 5, 4)
"""LOG_DEBUG, LOG_INFO, LOG_NOTICE, LOG_WARNING: the system's numbers for ours."""


class Log:
    """Writes lines like ``4711:M 03 Feb 2025 04:05:06.789 * Ready to accept connections tcp``."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._file = -1
        self._syslog = False
        self.level = LEVELS.index("notice")
        """Lines below are not written: an index of LEVELS."""
        self.role = "C"
        """C while starting, M for a master."""

    def open(self, path: bytes) -> None:
        """Write to that file from now on, empty for standard output; OSError if that can't be."""
        if path:
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
            self._file = os.open(path, flags, 0o644)

    def use_syslog(self, identity: bytes, facility: str) -> None:
        """Tell the system's log as well, where there is one."""
        try:
            import syslog
        except ImportError:
            self.warning("syslog-enabled has no effect: this system has no syslog.")
            return
        number = getattr(syslog, f"LOG_{facility.upper()}")
        syslog.openlog(identity.decode("utf-8", "replace"), syslog.LOG_PID, number)
        self._syslog = True

    def debug(self, message: str) -> None:
        self._write(0, message)

    def verbose(self, message: str) -> None:
        self._write(1, message)

    def notice(self, message: str) -> None:
        self._write(2, message)

    def warning(self, message: str) -> None:
        self._write(3, message)

    def _write(self, level: int, message: str) -> None:
        if level < self.level:
            return
        if self._syslog:
            import syslog

            syslog.syslog(_SYSLOG_LEVELS[level], message)
        ms = self._clock.wall_ms()
        moment = time.strftime("%d %b %Y %H:%M:%S", time.localtime(ms // 1000))
        line = f"{os.getpid()}:{self.role} {moment}.{ms % 1000:03} {_SIGNS[level]} {message}\n"
        data = line.encode("utf-8", "surrogateescape")
        if self._file >= 0:
            os.write(self._file, data)
        else:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
