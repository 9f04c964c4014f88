"""Asks a running server what it is and what it can do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from conformance.blame import HarnessFailure
from conformance.targets.identity import Identity, Version
from conformance.wire.client import Client
from conformance.wire.decoder import ProtocolViolation
from conformance.wire.transport import Closed, NoReply
from conformance.wire.values import Array, Bulk, Map, Simple, Value, Verbatim, error_line

if TYPE_CHECKING:
    from conformance.wire.address import Address

# Field of INFO that holds an implementation's own version, and the name it goes by. Compatible
# servers also tell the Redis version that they are compatible with, and that is the line they are
# judged by, except where the spec has a line of their own.
OWN_VERSION = {
    "valkey_version": "valkey",
    "refimpl_version": "refimpl",
    "dragonfly_version": "dragonfly",
    "kvrocks_version": "kvrocks",
    "garnet_version": "garnet",
}
LINES = frozenset({"redis", "valkey"})


def probe(address: Address, *, owned: bool) -> Identity:
    """Identity and capabilities of the server at `address`; changes nothing on it.

    Raises HarnessFailure if it doesn't answer as a server of the protocol would.
    """
    try:
        client = Client.connect(address)
    except OSError as error:
        raise HarnessFailure(f"cannot connect to {address}: {error}") from error
    try:
        return _probe(client, whole=address.db is None, owned=owned)
    except (NoReply, Closed, ProtocolViolation, OSError) as error:
        raise HarnessFailure(f"{address} does not answer the probe: {error}") from error
    finally:
        client.close()


def _probe(client: Client, *, whole: bool, owned: bool) -> Identity:
    info = parse_info(_text(client.call("INFO", "server")))
    if not info:
        raise HarnessFailure(f"INFO server gives nothing: {client.call('INFO', 'server')!r}")
    family, label, version = who(info)
    capabilities = set()
    if whole:
        capabilities.add("whole-server")
    if owned:
        capabilities.add("owned")
    if error_line(client.call("DEBUG", "SLEEP", "0")) is None:
        capabilities.add("debug")
    config = _config_names(client.call("CONFIG", "GET", "*"))
    if config and _config_set_works(client):
        capabilities.add("config-set")
    if error_line(client.call("CLIENT", "LIST")) is None:
        capabilities.add("client-list")
    commands = command_names(client.call("COMMAND"))
    if error_line(client.call("HELLO", "3")) is None:
        capabilities.add("resp3")
    if client.call("RESET") == Simple(b"RESET") and isinstance(client.call("PING"), Simple):
        capabilities.add("reset")
    return Identity(
        family,
        version,
        label,
        frozenset(capabilities),
        commands,
        config,
        info,
    )


def who(info: dict[str, str]) -> tuple[str, str, Version]:
    """Family, label and version by the fields of INFO's server section."""
    for key, label in OWN_VERSION.items():
        if key in info:
            family = label if label in LINES else "redis"
            text = info[key] if label in LINES else info.get("redis_version", info[key])
            return family, label, parse_version(text)
    return "redis", "redis", parse_version(info.get("redis_version", ""))


def parse_version(text: str) -> Version:
    """`8.2.3` or `255.255.255`. Raises HarnessFailure."""
    found = re.match(r"(\d+)\.(\d+)(?:\.(\d+))?", text)
    if not found:
        raise HarnessFailure(f"not a version: {text!r}")
    return int(found[1]), int(found[2]), int(found[3] or 0)


def parse_info(text: str) -> dict[str, str]:
    """The fields of INFO, section headings dropped."""
    pairs = (line.split(":", 1) for line in text.splitlines() if ":" in line and line[:1] != "#")
    return {key: value.strip() for key, value in pairs}


def _text(value: Value) -> str:
    match value:
        case Bulk(data) | Verbatim(_, data):
            return data.decode(errors="replace")
    return ""


def _config_names(value: Value) -> frozenset[str]:
    if isinstance(value, Array):
        return frozenset(_text(item) for item in value.items[::2])
    if isinstance(value, Map):
        return frozenset(_text(key) for key, _ in value.pairs)
    return frozenset()


def _config_set_works(client: Client) -> bool:
    """Whether a parameter can be set; it is set to what it is."""
    current = client.call("CONFIG", "GET", "hash-max-listpack-value")
    if not isinstance(current, Array) or len(current.items) != 2:
        current = client.call("CONFIG", "GET", "maxmemory-samples")
    if not isinstance(current, Array) or len(current.items) != 2:
        return False
    name, value = (_text(item) for item in current.items)
    return error_line(client.call("CONFIG", "SET", name, value)) is None


def command_names(value: Value) -> frozenset[str]:
    """Names from COMMAND's answer, subcommands as `client|kill`, all in lower case."""
    names: set[str] = set()

    def add(entries: Value) -> None:
        if isinstance(entries, Array):
            for entry in entries.items:
                if isinstance(entry, Array) and entry.items:
                    names.add(_text(entry.items[0]).lower())
                    if len(entry.items) > 9:
                        add(entry.items[9])

    add(value)
    return frozenset(names)
