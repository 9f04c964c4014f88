"""The first line of a script or library that says what it is: ``#!lua name=… flags=…``."""

from __future__ import annotations

from refimpl.resp.inline import split_words


class ScriptFlag:
    """What a script or function declares of itself."""

    NO_WRITES = 1 << 0
    ALLOW_OOM = 1 << 1
    ALLOW_STALE = 1 << 2
    NO_CLUSTER = 1 << 3
    ALLOW_CROSS_SLOT_KEYS = 1 << 4
    UNDECLARED = 1 << 5
    """There is no such line: the script may do what scripts could before there were flags."""


FLAGS = {
    b"allow-oom": ScriptFlag.ALLOW_OOM,
    b"allow-stale": ScriptFlag.ALLOW_STALE,
    b"no-cluster": ScriptFlag.NO_CLUSTER,
    b"no-writes": ScriptFlag.NO_WRITES,
    b"allow-cross-slot-keys": ScriptFlag.ALLOW_CROSS_SLOT_KEYS,
}


class ShebangError(Exception):
    """What is wrong with it, as the error reply says it."""

    def __init__(self, text: bytes) -> None:
        super().__init__(text)
        self.text = text


def script_flags(text: bytes) -> tuple[int, bytes]:
    """Bits of ScriptFlag, and the text without what Lua wouldn't understand; ShebangError.

    The line end stays, so that Lua counts the lines as the script's author does.
    """
    if not text.startswith(b"#!"):
        return ScriptFlag.UNDECLARED, text
    line, end, _ = text.partition(b"\n")
    if not end:
        raise ShebangError(b"ERR Invalid script shebang")
    words = split_words(line)
    if words is None:
        raise ShebangError(b"ERR Invalid engine in script shebang")
    if words[0] != b"#!lua":
        raise ShebangError(b"ERR Unexpected engine in script shebang: " + words[0])
    flags = 0
    for word in words[1:]:
        if not word.startswith(b"flags="):
            raise ShebangError(b"ERR Unknown lua shebang option: " + word)
        names = word[6:]
        for name in names.split(b",") if names else ():
            if name not in FLAGS:
                raise ShebangError(b"ERR Unexpected flag in script shebang: " + name)
            flags |= FLAGS[name]
    return flags, text[len(line) :]
