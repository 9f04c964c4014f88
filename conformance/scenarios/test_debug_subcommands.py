"""Subcommands of DEBUG that touch the whole server, on servers of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conformance.scenarios.beside import started
from conformance.scenarios.test_limits import closed_after
from conformance.wire.values import Error, Integer, Simple

if TYPE_CHECKING:
    from pathlib import Path

    from conformance.arena import Arena
    from conformance.wire.values import Value

OK = Simple(b"OK")
NO_SUCH_SHA = "f" * 40


def unknown(name: str) -> Error:
    """What a subcommand with other words than it takes is answered."""
    text = f"ERR unknown subcommand or wrong number of arguments for '{name}'. Try DEBUG HELP."
    return Error(text.encode())


@pytest.mark.clause(requires=("debug",), since="8.2.0", error=True, protocols=(2,))
def test_words(arena: Arena, tmp_path: Path) -> None:
    """What each takes, and what it answers to anything else."""
    integer = Error(b"ERR value is not an integer or out of range")
    answers: dict[str, Value] = {
        "LEAK x": OK,
        "LEAK": unknown("LEAK"),
        "REPLICATE x y": OK,
        "REPL-PAUSE clear": OK,
        "REPL-PAUSE x": unknown("REPL-PAUSE"),
        "DICT-RESIZING 0": OK,
        "DICT-RESIZING 1": OK,
        "MARK-INTERNAL-CLIENT": OK,
        "MARK-INTERNAL-CLIENT UNMARK": OK,
        "MARK-INTERNAL-CLIENT x": unknown("MARK-INTERNAL-CLIENT"),
        "DROP-CLUSTER-PACKET-FILTER x": integer,
        "DROP-CLUSTER-PACKET-FILTER -1": OK,
        "REPLYBUFFER RESIZING 1": OK,
        "REPLYBUFFER x y": unknown("REPLYBUFFER"),
        "MALLCTL nosuch": Error(b"ERR No such file or directory"),
        "MALLCTL nosuch x": integer,
        "MALLCTL-STR nosuch": Error(b"ERR No such file or directory"),
        "STRINGMATCH-TEST x": unknown("STRINGMATCH-TEST"),
        "RESTART x": integer,
        "CRASH-AND-RECOVER x": integer,
        "CONFIG-REWRITE-FORCE-ALL": Error(b"ERR CONFIG-REWRITE-FORCE-ALL failed: Bad address"),
        "AOF-FLUSH-SLEEP 0": OK,
    }
    with started(arena, tmp_path) as client:
        assert {words: client.call("DEBUG", *words.split()) for words in answers} == answers


@pytest.mark.clause(requires=("debug",), since="8.2.0", error=True, protocols=(2,))
def test_scripts(arena: Arena, tmp_path: Path) -> None:
    """Their texts go to the log."""
    with started(arena, tmp_path) as client:
        sha = client.call("SCRIPT", "LOAD", "return 'this one'")
        name = getattr(sha, "data", b"").decode()
        assert client.call("DEBUG", "SCRIPT", "LIST") == OK
        assert client.call("DEBUG", "SCRIPT", name) == OK
        refusal = Error(b"NOSCRIPT No matching script. Please use EVAL.")
        assert client.call("DEBUG", "SCRIPT", NO_SUCH_SHA) == refusal
        assert client.call("DEBUG", "SCRIPT", "short") == unknown("SCRIPT")


@pytest.mark.clause(requires=("debug",), since="8.2.0", error=True, protocols=(2,))
def test_no_append_only_file(arena: Arena, tmp_path: Path) -> None:
    """LOADAOF without such a file is an error, and the dataset is gone."""
    with started(arena, tmp_path) as client:
        client.call("SET", "k", "v")
        refusal = Error(b"ERR Error trying to load the AOF files, check server logs.")
        assert client.call("DEBUG", "LOADAOF") == refusal
        assert client.call("DBSIZE") == Integer(0)


@pytest.mark.clause(requires=("debug",), since="8.2.0", protocols=(2,))
@pytest.mark.parametrize("word", ["SEGFAULT", "PANIC", "ASSERT"])
def test_end(arena: Arena, tmp_path: Path, word: str) -> None:
    """The server is gone, with all that it held."""
    with started(arena, tmp_path) as client:
        client.send("DEBUG", word)
        assert closed_after(client, 20) == []
