"""Which clauses a release has."""

from pathlib import Path

import pytest

from spec.model.load import lines, release
from spec.model.release import resolve
from spec.model.yaml import Mapping, load


@pytest.mark.parametrize(
    ("family", "version", "clause", "applies"),
    [
        ("redis", "7.0.15", {"since": "7.0.0"}, True),
        ("redis", "6.2.14", {"since": "7.0.0"}, False),
        ("redis", "7.0.0", {"until": "7.0.0"}, False),
        ("redis", "6.2.14", {"until": "7.0.0"}, True),
        ("redis", "8.2.3", {"since": "6.2.0", "until": "8.0.0"}, False),
        ("valkey", "9.1.2", {"since": "7.2.0"}, True),
        ("valkey", "9.1.2", {"since": "7.4.0"}, False),
        ("valkey", "9.1.2", {"until": "7.4.0"}, True),
        ("valkey", "8.1.8", {"since": {"redis": "8.0.0", "valkey": "9.0"}}, False),
        ("valkey", "9.1.2", {"since": {"redis": "8.0.0", "valkey": "9.0"}}, True),
        ("redis", "8.2.3", {"since": {"valkey": "9.0"}}, False),
        ("valkey", "9.1.2", {"until": {"valkey": "9.0"}}, False),
        ("redis", "8.2.3", {"until": {"valkey": "9.0"}}, True),
        ("redis", "8.2.3", {}, True),
    ],
)
def test_applies(family: str, version: str, clause: dict[str, str], applies: bool) -> None:
    assert release(family, version).applies(clause) is applies


def test_resolve_drops_what_does_not_apply(tmp_path: Path) -> None:
    path = tmp_path / "document.yaml"
    path.write_text(
        "items: [{id: a}, {id: b, since: 7.0.0}, {id: c, until: 7.0.0}]\n"
        "deep: {new: {since: 8.0.0, x: y}, old: {x: y}}\n"
        "options: {until: end, members: [{id: m, until: 7.0.0}]}\n"
    )
    resolved = resolve(load(path), release("redis", "7.0.15"))
    assert isinstance(resolved, Mapping)
    assert [item["id"] for item in resolved["items"]] == ["a", "b"]
    assert list(resolved["deep"]) == ["old"]
    assert resolved["options"] == {"until": "end", "members": []}


def test_every_line_has_its_releases() -> None:
    assert lines()["redis"].releases[-1] == "8.2"
    assert lines()["valkey"].inherits == "redis"
