"""What the server counts about its clients and their requests."""

from typing import Final


class ServerStatistics:
    """Counters that INFO shows and CONFIG RESETSTAT clears."""

    __slots__ = (
        "connections",
        "error_replies",
        "errors",
        "evicted_clients",
        "input_bytes",
        "output_bytes",
        "output_limit_disconnections",
        "peak_memory",
        "peak_memory_second",
        "query_limit_disconnections",
        "reads",
        "rejected_connections",
        "unexpected_error_replies",
        "writes",
    )

    ERROR_KINDS_LIMIT: Final = 128
    """More different error codes than this are a client's invention: counting them stops."""

    ERRORS_DISABLED: Final = b"ERRORSTATS_DISABLED"
    """Stands for all codes once there have been too many."""

    def __init__(self) -> None:
        self.peak_memory = 0
        """Bytes; survives `reset`, as peak_memory_second (since the epoch) does."""
        self.peak_memory_second = 0
        self.reset()

    def reset(self) -> None:
        """Start counting anew."""
        self.connections = 0
        self.rejected_connections = 0
        self.input_bytes = 0
        self.output_bytes = 0
        self.reads = 0
        self.writes = 0
        self.error_replies = 0
        self.unexpected_error_replies = 0
        self.query_limit_disconnections = 0
        self.output_limit_disconnections = 0
        self.evicted_clients = 0
        self.errors: dict[bytes, int] = {}
        """How often each error code (the reply's first word) was answered."""

    def count_error(self, reply_line: bytes) -> None:
        """An error was replied."""
        self.error_replies += 1
        end = reply_line.find(b" ")
        code = reply_line[1:end] if end > 0 else reply_line[1:].rstrip(b"\r\n")
        if code in self.errors:
            self.errors[code] += 1
        elif self.ERRORS_DISABLED in self.errors:
            return
        elif len(self.errors) < self.ERROR_KINDS_LIMIT:
            self.errors[code] = 1
        else:
            self.errors = {self.ERRORS_DISABLED: 1}


class IOThreadLoad:
    """What an I/O thread has to do, and has done."""

    __slots__ = ("_earlier_reads", "_earlier_writes", "clients", "reads", "writes")

    def __init__(self) -> None:
        self.clients = 0
        """Clients that it reads and writes for; only the main thread changes that."""
        self.reads = 0
        """Counted by the thread alone, as writes are, so that no count is lost."""
        self.writes = 0
        self._earlier_reads = 0
        self._earlier_writes = 0

    def reset(self) -> None:
        """Start counting anew, as far as `counted` tells."""
        self._earlier_reads = self.reads
        self._earlier_writes = self.writes

    def counted(self) -> tuple[int, int]:
        """How often it has read and written since the last reset."""
        return self.reads - self._earlier_reads, self.writes - self._earlier_writes
