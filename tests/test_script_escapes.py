"""The known ways out of a Lua that a Python program hosts; a script finds none of them open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("lupa", reason="lupa is not installed")

import redis

from refimpl.testing import start_in_process

if TYPE_CHECKING:
    from collections.abc import Iterator

# Everything that can be reached from the globals: by fields, metatables, environments, and by what
# the functions give or raise when they are called with this and that.
WALK = """
local seen, found, calls = {}, {}, 0
local deepest = 6  -- some functions give new functions without end
local visit
local function look(value, path, depth)
  local kind = type(value)
  if kind == 'userdata' and not rawequal(value, cjson.null) then
    found[#found + 1] = kind .. ' at ' .. path
  elseif kind == 'string' then
    local text = string.lower(value)
    for _, word in ipairs({'python', 'traceback', 'lupa', '<built-in'}) do
      if string.find(text, word, 1, true) then found[#found + 1] = word .. ' at ' .. path end
    end
  elseif (kind == 'table' or kind == 'function') and not seen[value] and depth < deepest then
    seen[value] = true
    visit(value, path, depth + 1)
  end
end
local offered = {
  {}, {1}, {'x'}, {{}}, {function() end}, {'x', 'x'}, {{}, 'x'}, {'%', 'x', {}}, {1, 2, 3}
}
local skipped = {coroutine = true, log = true, breakpoint = true}
function visit(value, path, depth)
  look(tostring(value), path .. ' as text', depth)
  if type(value) == 'table' then
    for name, item in pairs(value) do
      look(name, path .. ' (a name)', depth)
      if not skipped[name] then look(item, path .. '.' .. tostring(name), depth) end
    end
    look(getmetatable(value), path .. ' (metatable)', depth)
  else
    for _, words in ipairs(offered) do
      calls = calls + 1
      local results = {pcall(value, unpack(words))}
      for place = 2, #results do look(results[place], path .. '(…)', depth) end
    end
  end
end
for _, name in ipairs(KEYS) do look(_G[name], name, 0) end
look(getmetatable(_G), 'metatable of the globals', 0)
look(getmetatable(''), 'metatable of strings', 0)
return {calls, found}
"""
GLOBALS = (
    *("assert", "bit", "cjson", "cmsgpack", "collectgarbage", "getmetatable", "ipairs", "math"),
    *("next", "os", "pairs", "pcall", "rawequal", "rawget", "rawset", "redis", "select"),
    *("setmetatable", "string", "struct", "table", "tonumber", "tostring", "type", "unpack"),
    "xpcall",
)
ABSENT = (
    *("python", "lupa", "io", "package", "require", "module", "debug", "dofile", "loadfile"),
    *("newproxy", "getfenv", "setfenv", "__builtins__", "os.execute", "os.getenv", "os.remove"),
    *(
        "os.exit",
        "os.tmpname",
        "os.rename",
        "string.dump",
        "redis.__class__",
        "redis.call.__self__",
    ),
)
TRICKS = {
    "bytecode as text": "return loadstring('\\27Lua')",
    "bytecode in pieces": "local n = 0; return load(function() n = n + 1; "
    "return ({'\\27', 'Lua'})[n] end)",
    "methods of a function": "return redis.call.__globals__",
    "attributes of a function": "return (redis.call)['__class__']",
    "a callback as key": "local t = {}; t[redis.call] = 1; return next(t).__self__",
    "an error's own fields": "local _, e = pcall(redis.call, 'nosuch'); return e.__traceback__",
    "environment of the host's functions": "return getfenv(redis.call)",
    "environment of level 0": "return getfenv(0).python",
    "globals through a coroutine": "return coroutine.wrap(function() return python end)()",
    "a metatable of functions": "return getmetatable(redis.call).__index",
    "another string library": "getmetatable('').__index = function() return 'mine' end",
    "finalizers": "return getmetatable(newproxy(true))",
    "more globals": "rawset(_G, 'mine', 1)",
    "another redis.call": "redis.call = function() return 'mine' end",
    "another library function": "rawset(string, 'rep', nil)",
    "a new metatable for globals": "setmetatable(_G, {})",
}


@pytest.fixture(scope="module")
def client() -> Iterator[redis.Redis]:
    with (
        start_in_process() as server,
        redis.Redis(server.host, server.port, socket_timeout=30) as connected,
    ):
        yield connected


def test_the_one_userdata_is_bare(client: redis.Redis) -> None:
    """`cjson.null` is userdata, as in a real server: without metatable, so without any way in."""
    assert client.eval("return {type(cjson.null), getmetatable(cjson.null) == nil}", 0) == [
        b"userdata",
        1,
    ]
    with pytest.raises(redis.ResponseError, match="attempt to index field 'null'"):
        client.eval("return cjson.null.x", 0)


def test_nothing_of_the_host_can_be_reached(client: redis.Redis) -> None:
    calls, found = client.eval(WALK, len(GLOBALS), *GLOBALS)
    assert calls > 500
    assert found == []


@pytest.mark.parametrize("name", ABSENT)
def test_what_is_not_there(client: redis.Redis, name: str) -> None:
    try:
        assert client.eval(f"return {name}", 0) is None
    except redis.ResponseError as refused:
        assert "nonexistent global" in str(refused) or "attempt to index" in str(refused)


@pytest.mark.parametrize("trick", TRICKS)
def test_tricks(client: redis.Redis, trick: str) -> None:
    """Each gives nothing or an error; the server and its functions are as before."""
    try:
        assert client.eval(TRICKS[trick], 0) is None
    except redis.ResponseError as refused:
        assert "internal error" not in str(refused)
        assert "Traceback" not in str(refused)
    check = "return {redis.call('PING').ok, ('x'):rep(2), type(string.rep), rawget(_G, 'mine')}"
    assert client.eval(check, 0) == [b"PONG", b"xx", b"function"]
