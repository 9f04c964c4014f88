"""What went over the wire in one test, in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from conformance.wire.render import quoted, render, render_command, to_json

if TYPE_CHECKING:
    from conformance.wire.values import Value


@dataclass(slots=True)
class Exchange:
    """One thing sent, received, or both.

    `argv` is None for raw bytes (`raw_sent`) and for pushes, which answer nothing. `values` are the
    replies that belong to it, `due` as many as there will be. `verdict` is what a check has said
    about it: empty, or the reason why it is wrong. `rule` and `tolerance` say how replies of two
    servers to it may be compared.
    """

    client: str
    argv: tuple[bytes, ...] | None = None
    raw_sent: bytes = b""
    values: list[Value] = field(default_factory=list)
    due: int = 1
    expected: str = ""
    verdict: str = ""
    rule: str = "exact"
    tolerance: float = 0.0

    def sent_text(self) -> str:
        """What was sent, for people."""
        if self.argv is not None:
            return render_command(self.argv)
        return quoted(self.raw_sent) if self.raw_sent else ""

    def received_text(self) -> str:
        """What came back, for people."""
        return ", ".join(render(value) for value in self.values)

    def as_json(self) -> dict[str, object]:
        """For the results file; see the schema's `exchange`."""
        out: dict[str, object] = {"client": self.client}
        if self.argv is not None:
            out["sent"] = [_latin(argument) for argument in self.argv]
        elif self.raw_sent:
            out["raw"] = _latin(self.raw_sent)
        out["text"] = self.sent_text()
        out["received"] = [to_json(value) for value in self.values]
        out["received_text"] = self.received_text()
        if self.expected:
            out["expected"] = self.expected
        if self.verdict:
            out["verdict"] = self.verdict
        return out


def _latin(data: bytes) -> str:
    cut = data[:4096]
    return cut.decode("latin1")


class Log:
    """The exchanges of one test. Keeps the last `limit`, counts all."""

    __slots__ = ("count", "exchanges", "limit")

    def __init__(self, limit: int = 400) -> None:
        self.exchanges: list[Exchange] = []
        self.count = 0
        self.limit = limit

    def add(self, exchange: Exchange) -> Exchange:
        """Append `exchange` and give it back."""
        self.count += 1
        self.exchanges.append(exchange)
        if len(self.exchanges) > 2 * self.limit:
            del self.exchanges[: self.limit]
        return exchange

    def forget_last(self) -> None:
        """Drop the latest exchange, which was only a question asked too early."""
        self.exchanges.pop()

    @property
    def last(self) -> Exchange | None:
        """The latest exchange."""
        return self.exchanges[-1] if self.exchanges else None
