"""Compiled Lua 5.1 whose calls all keep their caller.

What scripts see of the server are Lua functions, in a real server they are C functions. The
difference shows in ``return redis.call(...)``: Lua leaves the caller of a Lua function before a
tail call, and an error could no longer be told by its line. So tail calls are made plain calls.
"""

from __future__ import annotations

import struct

_HEADER = b"\x1bLuaQ\x00\x01\x04\x08\x04\x08\x00"
"""Lua 5.1, little-endian, int of 4 bytes, size_t of 8, instructions of 4, numbers are doubles."""

_OPCODE = 0x3F
_CALL = 28
_TAIL_CALL = 29

_NIL, _BOOLEAN, _NUMBER, _STRING = 0, 1, 3, 4


def keep_callers(chunk: bytes) -> bytes | None:
    """The chunk without tail calls; None when it has none, or isn't of the expected format."""
    if not chunk.startswith(_HEADER):
        return None
    code = bytearray(chunk)
    changer = _Changer(code)
    changer.function(len(_HEADER))
    return bytes(code) if changer.changes else None


class _Changer:
    """Walks through the functions of a chunk, which lie in each other."""

    def __init__(self, code: bytearray) -> None:
        self.code = code
        self.changes = 0

    def _int(self, at: int) -> int:
        return int.from_bytes(self.code[at : at + 4], "little")

    def _string(self, at: int) -> int:
        """Where the string ends that begins here: its length, then its bytes."""
        return at + 8 + int.from_bytes(self.code[at : at + 8], "little")

    def function(self, start: int) -> int:
        """Change a function and those in it; where it ends."""
        at, inner = self._head(start)
        for _ in range(inner):  # Lua's compiler nests at most some 200 deep
            at = self.function(at)
        return self._debug_information(at)

    def _head(self, at: int) -> tuple[int, int]:
        """Change one function's code; where its inner functions begin, and how many there are."""
        at = self._string(at)  # source
        at += 4 + 4 + 4  # first and last line; upvalues, parameters, vararg, stack size
        count = self._int(at)
        at += 4
        words = struct.unpack_from(f"<{count}I", self.code, at)
        for index, word in enumerate(words):
            if word & _OPCODE == _TAIL_CALL:
                struct.pack_into("<I", self.code, at + 4 * index, word & ~_OPCODE | _CALL)
                self.changes += 1
        at += 4 * count
        constants = self._int(at)
        at += 4
        for _ in range(constants):
            kind = self.code[at]
            at += 1
            if kind == _STRING:
                at = self._string(at)
            else:
                at += {_NIL: 0, _BOOLEAN: 1, _NUMBER: 8}[kind]
        return at + 4, self._int(at)

    def _debug_information(self, at: int) -> int:
        """Where a function's debug information ends, and with it the function."""
        at += 4 + 4 * self._int(at)  # line of each instruction
        variables = self._int(at)
        at += 4
        for _ in range(variables):
            at = self._string(at) + 8  # from where to where it is in scope
        names = self._int(at)
        at += 4
        for _ in range(names):
            at = self._string(at)
        return at
