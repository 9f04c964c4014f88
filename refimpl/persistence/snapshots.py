"""When the dataset is written to its RDB file, and read from it.

In the background means in a forked process, as real servers do it: it sees the dataset as it was
at one moment, costs the clients nothing but the fork, and needs no hook in any data structure. An
incremental copy in the loop would have to keep what is overwritten before it was copied.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from refimpl.datatypes.rdb.values import UnknownTypeError
from refimpl.persistence.files import remove, replace
from refimpl.persistence.loading import LoadError, load_file
from refimpl.persistence.writing import snapshot
from refimpl.session.state import Busy

if TYPE_CHECKING:
    from refimpl.reactor.children import Child, Children
    from refimpl.session.state import ServerState

_RETRY_SECONDS = 5
"""After a failure nothing is saved by itself for so long."""


class Snapshots:
    """Saves and loads the dataset of a server."""

    def __init__(self, server: ServerState, children: Children) -> None:
        self._server = server
        self._children = children
        self._child: Child | None = None
        self._dirty_at_start = 0

    # Saving

    def save(self) -> bool:
        """Write the file while everybody waits; whether that succeeded."""
        server = self._server
        if not self._write(self._temporary(os.getpid())):
            return False
        server.dirty = 0
        server.saving.last = server.moment.second
        self._note(ok=True)
        return True

    def save_in_background(self) -> bool:
        """Begin to write the file; whether that succeeded."""
        server = self._server
        record = server.saving
        record.saves += 1
        record.last_attempt = server.moment.second
        record.scheduled = False
        self._dirty_at_start = server.dirty
        clock = server.loop.clock
        started = clock.monotonic_us()
        try:
            self._child = self._children.start(lambda: self._write(self._temporary(os.getpid())))
        except OSError as failure:
            server.log.warning(f"Can't save in background: fork: {failure.strerror}")
            self._note(ok=False)
            return False
        record.forks += 1
        record.fork_usec = clock.monotonic_us() - started
        record.began = server.moment.second
        server.log.notice(f"Background saving started by pid {self._child.pid}")
        return True

    def poll(self) -> None:
        """Take note of a child that has finished, or begin what is due; called now and then."""
        server = self._server
        record = server.saving
        if self._child is not None:
            outcome = self._child.result()
            if outcome is not None:
                self._finish(self._child, outcome)
            return
        now = server.moment.second
        rested = record.ok or now - record.last_attempt > _RETRY_SECONDS
        if record.scheduled and rested:
            self.save_in_background()
            return
        if not server.dirty or not rested:
            return
        for seconds, changes in server.config.save_points():
            if server.dirty >= changes and now - record.last > seconds:
                server.log.notice(f"{changes} changes in {seconds} seconds. Saving...")
                self.save_in_background()
                return

    def stop(self) -> None:
        """Give up what is being written in the background."""
        if self._child is not None:
            child, self._child = self._child, None
            self._server.log.warning("There is a child saving an .rdb. Killing it!")
            child.kill()
            remove(self._temporary(child.pid))
            self._server.saving.began = None

    def flushed(self) -> None:
        """The dataset was emptied: so is the file, if there are save points."""
        self.stop()
        if self._server.config.save:
            dirty = self._server.dirty
            self.save()
            self._server.dirty = dirty

    def _finish(self, child: Child, ok: bool) -> None:
        server = self._server
        record = server.saving
        self._child = None
        if record.began is not None:
            record.duration = server.moment.second - record.began
        record.began = None
        if ok:
            server.log.notice("Background saving terminated with success")
            server.dirty -= self._dirty_at_start
            record.last = server.moment.second
        else:
            server.log.warning("Background saving error")
            remove(self._temporary(child.pid))
        self._note(ok)

    def _note(self, ok: bool) -> None:
        self._server.saving.ok = ok
        self.watch_disk()

    def watch_disk(self) -> None:
        """Let writes be refused, or not, as the last attempt and the configuration want it."""
        server = self._server
        config = server.config
        if not server.saving.ok and config.save and config.stop_writes_on_bgsave_error:
            server.unusual |= Busy.DISK_ERROR
        else:
            server.unusual &= ~Busy.DISK_ERROR

    def _write(self, temporary: bytes) -> bool:
        log = self._server.log
        try:
            replace(self._path(), temporary, snapshot(self._server))
        except (OSError, UnknownTypeError) as failure:
            log.warning(f"Error writing the RDB file {os.fsdecode(self._path())}: {failure}")
            return False
        log.notice("DB saved on disk")
        return True

    def _path(self) -> bytes:
        config = self._server.config
        return os.path.join(config.dir, config.dbfilename)  # noqa: PTH118  # pathlib loads slowly

    def _temporary(self, pid: int) -> bytes:
        return os.path.join(self._server.config.dir, b"temp-%d.rdb" % pid)  # noqa: PTH118

    # Loading

    def load(self, merge: bool = False) -> bool:
        """Read the file into the dataset; whether that succeeded, also because there is none.

        After a failure some of its keys may be there.
        """
        server = self._server
        log = server.log
        clock = server.loop.clock
        started = clock.monotonic_us()
        try:
            loaded = load_file(self._path(), server, merge)
        except FileNotFoundError:
            return True
        except OSError as failure:
            log.warning(f"Fatal error loading the DB: {failure.strerror}. Exiting.")
            return False
        except LoadError as failure:
            log.warning(str(failure))
            log.warning("Fatal error loading the DB, check server logs. Exiting.")
            return False
        writer = loaded.attributes.get(b"redis-ver", b"?").decode("latin-1")
        log.notice(f"Loading RDB produced by version {writer}")
        log.notice(
            f"Done loading RDB, keys loaded: {loaded.keys}, keys expired: {loaded.expired}, "
            f"empty keys skipped: {loaded.empty}."
        )
        seconds = (clock.monotonic_us() - started) / 1_000_000
        log.notice(f"DB loaded from disk: {seconds:.3f} seconds")
        record = server.saving
        record.keys_loaded, record.keys_expired = loaded.keys, loaded.expired
        return True

    def reload(self, merge: bool) -> bool:
        """Read the file, which must be there, into the running server."""
        return os.path.exists(self._path()) and self.load(merge)  # noqa: PTH110
