"""Patterns in scripts: our matcher finds what Lua's own does; no pattern's cost is underrated."""

from __future__ import annotations

import random
from importlib.resources import files
from typing import Any

import pytest

from refimpl.scripting.bridge import find_text, truncate

lua51 = pytest.importorskip("lupa.lua51")

ITEMS = [
    *("a", "b", ".", "%a", "%d", "[ab]", "[^a]", "[a-c%d]", "%.", "%%", "-", "]", "$", "^", " "),
    *("%z", "%b()", "%bab", "%f[a]", "%f[^b]", "%1", "%2", "()", "(", ")", "[]a]", "[^]]"),
]
BROKEN = ["%", "[", "[a", "[%", "%b", "%ba", "%f", "%fa", "%f[", "%9", "%0", "\0", "[\0]"]
REPLACEMENTS = ["", "x", "%0%0", "<%1>", "%2", "%", "%%", "a%", 7, "table", "upper", "none", "bad"]
LETTERS = "aab()1. -\0"

# Runs a function of strings and gives all it does as text.
PROBE = """
function(library, name, subject, pattern, third)
  local function shown(...)
    local words = {}
    for index = 1, select("#", ...) do
      local value = select(index, ...)
      words[index] = type(value) .. ":" .. tostring(value)
    end
    return table.concat(words, "|")
  end
  if name == "gmatch" then
    return shown(pcall(function()
      local all = {}
      local following = library.gmatch(subject, pattern)
      repeat
        local ok, one, two = pcall(following)
        all[#all + 1] = shown(ok, one, two)
      until not ok or one == nil
      return table.concat(all, ";")
    end))
  end
  if third == "table" then third = {a = "A", b = false, ["1"] = 1} end
  if third == "upper" then third = function(...) return string.upper(shown(...)) end end
  if third == "none" then third = function() end end
  if third == "bad" then third = function(what) return what == "a" end end
  return shown(pcall(library[name], subject, pattern, third))
end
"""


def random_pattern(draw: random.Random, broken: float = 0.03) -> str:
    text = draw.choice(["", "", "^"])
    for _ in range(draw.randint(0, 6)):
        item = draw.choice(BROKEN if draw.random() < broken else ITEMS)
        text += item + draw.choice(["", "", "*", "+", "-", "?"])
        if item == "(":
            text += draw.choice(["a", ".", "%a*"]) + draw.choice([")", ")", ")", ""])
    return text


def random_subject(draw: random.Random, most: int = 12) -> str:
    letters = draw.choice([LETTERS, "ab", "a"])
    return "".join(draw.choice(letters) for _ in range(draw.randint(0, most)))


class Sandbox:
    """The functions of strings as scripts see them, with a budget of our choice."""

    def __init__(self, budget: float) -> None:
        self.lua = lua51.LuaRuntime(encoding="latin-1", unpack_returned_tuples=True)
        self.spent = 0.0
        host = self.lua.table(find=self._find, truncate=lambda number: float(truncate(number)))
        self.kernel = self.lua.eval("""function(spend, budget) return {
            strings = {}, is_ours = {}, spend = spend, BUDGET = budget, getinfo = debug.getinfo,
            complain = function(_, problem) error(problem, 0) end,
            int = function(number) return number end,
        } end""")(self._spend, budget)
        load = self.lua.eval("loadstring")
        for name in ("patterns", "strings"):
            load((files("refimpl.scripting") / "lua" / f"{name}.lua").read_text())(
                host, self.kernel
            )
        self.probe = self.lua.eval(PROBE)

    def _spend(self, steps: float) -> None:
        self.spent += steps

    @staticmethod
    def _find(text: str, wanted: str, start: float) -> int:
        return find_text(text.encode("latin-1"), wanted.encode("latin-1"), int(start))

    def ours(self, *call: Any) -> str:
        text: str = self.probe(self.kernel.strings, *call)
        return text

    def own(self, *call: Any) -> str:
        text: str = self.probe(self.lua.globals().string, *call)
        return text


def random_call(draw: random.Random) -> tuple[Any, ...]:
    name = draw.choice(["find", "match", "gmatch", "gsub"])
    third = draw.choice(REPLACEMENTS) if name == "gsub" else draw.choice([None, 1, 2, -1, -3, 99])
    return name, random_subject(draw), random_pattern(draw), third


@pytest.mark.parametrize("budget", [-1, 1e4, 1e8], ids=["ours", "mixed", "own"])
def test_same_as_native(budget: float) -> None:
    draw, sandbox = random.Random(int(budget)), Sandbox(budget)
    for _ in range(2500):
        call = random_call(draw)
        assert sandbox.ours(*call) == sandbox.own(*call), call


def test_cost_is_an_upper_bound() -> None:
    """What the slow matcher counts stays below what was said of the pattern."""
    draw, sandbox = random.Random(3), Sandbox(-1)
    for _ in range(1500):
        pattern = random_pattern(draw, broken=0)
        subject = random_subject(draw, most=40)
        for closely in (False, True):
            bound = sandbox.kernel.pattern_steps(pattern, len(subject), closely)
            sandbox.spent = 0
            sandbox.ours("gsub", subject, pattern, "x")
            assert sandbox.spent <= bound, (pattern, subject, closely)


@pytest.mark.parametrize(
    ("pattern", "power"),
    [
        ("([^,]+)", 1),
        ("%s+", 1),
        ("^%s*(.-)%s*$", 2),
        ("(%w+)=(%w+)", 2),
        ("^(%d+)%.(%d+)%.(%d+)%.(%d+)$", 1),
        ("(.-)\n", 2),
        ("^(.*):(.*)$", 2),
        ("a?b?c?", 1),
    ],
)
def test_usual_patterns_are_cheap(pattern: str, power: int) -> None:
    steps = Sandbox(1e8).kernel.pattern_steps
    assert steps(pattern, 10**6, True) < 100 * (10**6 + 2) ** power


def test_plain_text_in_linear_time() -> None:
    sandbox = Sandbox(1e8)
    subject, text = "a" * 200_000, "a" * 100_000 + "b"
    assert sandbox.ours("find", subject, text, None) == "boolean:true|nil:nil"
    assert sandbox.ours("find", subject + "b", text, -100_003) == (
        "boolean:true|number:100001|number:200001"
    )


@pytest.mark.parametrize(
    "pattern", ["a?" * 200_000, "a-" * 5000, "(a*)" + "%1" * 9000 + "a?" * 200]
)
def test_too_complex(pattern: str) -> None:
    assert Sandbox(1e8).ours("match", "a" * 300, pattern, None) == (
        "boolean:false|string:pattern too complex"
    )
