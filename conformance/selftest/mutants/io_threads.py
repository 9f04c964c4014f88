"""I/O threads: whose a client is, what is counted, and in whose hands requests are."""

from __future__ import annotations

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import edit

MODULE = "server.io_threads"
SCENARIOS = "scenarios/io-threads"

MUTANTS = (
    mutant(
        "io-threads-one-for-all",
        "A client goes to the I/O thread that has the most",
        edit(f"{MODULE}:IOThreads.least_busy", "min(self.threads, key", "max(self.threads, key"),
        hints=(f"{SCENARIOS}/clients-are-shared-out",),
    ),
    mutant(
        "io-threads-keep-all",
        "An I/O thread keeps clients that wait or listen",
        edit(f"{MODULE}:ThreadedLink.take", "client.unusual & _AT_HOME", "False"),
        hints=(f"{SCENARIOS}/who-waits-is-the-main-threads",),
    ),
    mutant(
        "io-threads-never-back",
        "Who was fetched to the main thread stays there",
        edit(f"{MODULE}:ThreadedLink._go_back", "if client.unusual", "if True or client.unusual"),
        hints=(f"{SCENARIOS}/who-waits-is-the-main-threads",),
    ),
    mutant(
        "io-threads-no-more",
        "An I/O thread reads no further once there was a reply",
        edit(f"{MODULE}:ThreadedLink.take", "self._expected = True", "pass"),
        hints=(f"{SCENARIOS}/order",),
    ),
    mutant(
        "io-threads-uncounted",
        "What I/O threads write is not counted",
        edit(f"{MODULE}:Line._send", "self._worker.load.writes += 1", "pass"),
        hints=(f"{SCENARIOS}/what-threads-do-is-counted",),
    ),
)
