"""MONITOR: connections that see what all the others call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from refimpl.session.client import Unusual

if TYPE_CHECKING:
    from collections.abc import Callable

    from refimpl.keyspace.moment import Moment
    from refimpl.session.call import Call
    from refimpl.session.client import Client
    from refimpl.table.command import Argv, Command

HIDDEN = b"(redacted)"
"""What stands for a secret."""

_SHORT = {0x22: b'\\"', 0x5C: b"\\\\", 0x0A: b"\\n", 0x0D: b"\\r", 0x09: b"\\t"}
_SHORT |= {0x07: b"\\a", 0x08: b"\\b"}
_PRINTED = [
    _SHORT.get(byte) or (b"%c" % byte if 0x20 <= byte < 0x7F else b"\\x%02x" % byte)
    for byte in range(256)
]


class Monitors:
    """Who watches; `changed` is told whether there is anybody."""

    def __init__(self, moment: Moment, changed: Callable[[bool], None]) -> None:
        self._moment = moment
        self._changed = changed
        self.clients: dict[Client, None] = {}

    def add(self, client: Client) -> None:
        """Show it what others call, from now on."""
        self.clients[client] = None
        client.unusual |= Unusual.MONITOR
        self._changed(True)

    def remove(self, client: Client) -> None:
        """Show it nothing more; one that doesn't watch changes nothing."""
        if self.clients.pop(client, self) is self:
            return
        client.unusual &= ~Unusual.MONITOR
        if not self.clients:
            self._changed(False)

    def show(self, call: Call, command: Command, argv: Argv) -> None:
        """Show a request to all that watch, as it was sent but for secrets."""
        seconds, micros = divmod(self._moment.us, 1_000_000)
        # Only the client that stands for scripts has no number.
        origin = call.client.address.encode() if call.client.id else b"lua"
        words = b" ".join(map(quoted, redacted(command, argv)))
        line = b"+%d.%06d [%d %b] %b\r\n" % (seconds, micros, call.keys.index, origin, words)
        for client in list(self.clients):
            if not client.unusual & (Unusual.REPLY_OFF | Unusual.REPLY_SKIP):
                client.push(line)


def quoted(word: bytes) -> bytes:
    """A word between quotes, every byte that could not be read (or that would end it) escaped."""
    if word.isalnum():
        return b'"%b"' % word
    return b'"' + b"".join([_PRINTED[byte] for byte in word]) + b'"'


def redacted(command: Command, argv: Argv) -> Argv:
    """The request with its secrets hidden."""
    name = command.name
    if name == b"auth":
        return [argv[0], *[HIDDEN] * (len(argv) - 1)]
    if name in _WHOLLY_SECRET:
        return [*argv[:2], *[HIDDEN] * (len(argv) - 2)]
    if name not in (b"hello", b"migrate", b"config|set"):
        return argv
    shown = list(argv)
    if name == b"config|set":
        for place in range(2, len(argv) - 1, 2):
            if argv[place].lower() in _SECRET_PARAMETERS:
                shown[place + 1] = HIDDEN
        return shown
    for place, word in enumerate(argv[2:], 2):
        hidden = _SECRETS.get((name, word.upper()), 0)
        if hidden:
            shown[place + 1 : place + 1 + hidden] = [HIDDEN] * len(argv[place + 1 :][:hidden])
            break
    return shown


_WHOLLY_SECRET = (b"acl|setuser", b"acl|getuser", b"acl|deluser")
_SECRET_PARAMETERS = (
    *(b"requirepass", b"masterauth", b"masteruser"),
    *(b"tls-key-file-pass", b"tls-client-key-file-pass"),
)
_SECRETS = {(b"hello", b"AUTH"): 2, (b"migrate", b"AUTH"): 1, (b"migrate", b"AUTH2"): 2}
"""How many words after such an option are secret."""
