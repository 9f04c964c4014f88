"""What started the server and wants to know when it is ready."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from refimpl.session.log import Log


class Supervisor:
    """systemd or upstart, as the parameter supervised says or, with auto, the environment."""

    def __init__(self, wanted: str, environment: Mapping[str, str], log: Log) -> None:
        self._socket = environment.get("NOTIFY_SOCKET", "")
        self._log = log
        self.kind = ""
        """systemd, upstart, or nobody."""
        if wanted in ("systemd", "auto") and self._socket:
            self.kind = "systemd"
        elif wanted in ("upstart", "auto") and environment.get("UPSTART_JOB"):
            self.kind = "upstart"
        elif wanted not in ("no", "auto"):
            log.warning(f"supervised {wanted} has no effect: {wanted} didn't start this process.")

    def tell_ready(self) -> None:
        """Tell it; of a failure only the log is told."""
        if self.kind == "systemd":
            self._notify(b"STATUS=Ready to accept connections\nREADY=1\n")
        elif self.kind == "upstart":
            import signal

            # That is how upstart wants to be told; it lets the process go on.
            os.kill(os.getpid(), signal.SIGSTOP)

    def _notify(self, message: bytes) -> None:
        import socket

        path = self._socket
        address = "\0" + path[1:] if path.startswith("@") else path
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
            try:
                sender.sendto(message, address)
            except OSError as error:
                self._log.warning(f"systemd could not be told: {error.strerror}")
