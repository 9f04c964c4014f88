"""Chunks without tail calls."""

from __future__ import annotations

from typing import Any

import pytest

from refimpl.scripting.bytecode import keep_callers

lua51 = pytest.importorskip("lupa.lua51")

SCRIPT = b"""
local function count(n) if n == 0 then return nil, 'x', 1.5 end return count(n - 1) end
local function outer() local inner = function() return count(3) end return inner() end
return outer()
"""


@pytest.fixture
def lua() -> Any:
    return lua51.LuaRuntime(encoding=None, unpack_returned_tuples=True)


def test_same_result_without_tail_calls(lua: Any) -> None:
    chunk = lua.eval("function(text) return string.dump(loadstring(text)) end")(SCRIPT)
    changed = keep_callers(chunk)
    assert changed is not None
    assert len(changed) == len(chunk)
    assert lua.eval("loadstring")(changed)() == (None, b"x", 1.5)


def test_nothing_to_change(lua: Any) -> None:
    chunk = lua.eval("function(text) return string.dump(loadstring(text)) end")(b"return 1")
    assert keep_callers(chunk) is None


def test_no_chunk() -> None:
    assert keep_callers(b"return 1") is None


def test_caller_is_kept(lua: Any) -> None:
    chunk = lua.eval("function(text) return string.dump(loadstring(text, '=x')) end")(
        b"local where = ...\n\nreturn where()"
    )
    where = lua.eval("function() return debug.getinfo(2, 'l').currentline end")
    changed = keep_callers(chunk)
    assert lua.eval("loadstring")(changed)(where) == 3
