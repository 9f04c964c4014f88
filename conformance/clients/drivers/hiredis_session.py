"""A session with the C library hiredis, called through ctypes.

    python -m conformance.clients.drivers.hiredis_session HOST PORT PROTOCOL

Exit status ABSENT says that there is no such library, or, for RESP3, none since 1.0.
"""

from __future__ import annotations

import sys
from ctypes import (
    CDLL,
    POINTER,
    Structure,
    c_char,
    c_char_p,
    c_double,
    c_int,
    c_longlong,
    c_size_t,
    c_void_p,
    cast,
    string_at,
)
from ctypes.util import find_library
from typing import Any

from conformance.clients.drivers import ABSENT
from conformance.clients.drivers.report import show

# hiredis.h: what a reply's `type` may be.
STRING, ARRAY, INTEGER, NIL, STATUS, ERROR, DOUBLE, BOOL, MAP, SET, ATTR, PUSH, BIG, VERB = range(
    1, 15
)
NAMES = {ARRAY: "array", MAP: "map", SET: "set", PUSH: "push"}
TEXTS = {STRING: "bulk", STATUS: "status", ERROR: "error", BIG: "big number", VERB: "verbatim"}


class OldReply(Structure):
    """redisReply before hiredis 1.0."""

    _fields_ = (
        ("type", c_int),
        ("integer", c_longlong),
        ("len", c_size_t),
        ("str", c_void_p),
        ("elements", c_size_t),
        ("element", POINTER(c_void_p)),
    )


class NewReply(Structure):
    """redisReply since hiredis 1.0, which knows RESP3."""

    _fields_ = (
        ("type", c_int),
        ("integer", c_longlong),
        ("dval", c_double),
        ("len", c_size_t),
        ("str", c_void_p),
        ("vtype", c_char * 4),
        ("elements", c_size_t),
        ("element", POINTER(c_void_p)),
    )


class Hiredis:
    """A connection; every reply as pairs of its kind and its value."""

    def __init__(self, library: CDLL, host: str, port: int) -> None:
        self.library = library
        self.reply = NewReply if knows_resp3(library) else OldReply
        library.redisConnect.restype = c_void_p
        library.redisConnect.argtypes = [c_char_p, c_int]
        library.redisCommandArgv.restype = c_void_p
        library.redisCommandArgv.argtypes = [
            *(c_void_p, c_int, POINTER(c_char_p), POINTER(c_size_t)),
        ]
        library.redisAppendCommandArgv.argtypes = library.redisCommandArgv.argtypes
        library.redisGetReply.argtypes = [c_void_p, POINTER(c_void_p)]
        library.freeReplyObject.argtypes = [c_void_p]
        library.redisFree.argtypes = [c_void_p]
        self.context = library.redisConnect(host.encode(), port)

    def _words(self, words: tuple[str, ...]) -> tuple[Any, ...]:
        data = [word.encode() for word in words]
        count = len(data)
        lengths = (c_size_t * count)(*map(len, data))
        return self.context, count, (c_char_p * count)(*data), lengths

    def call(self, *words: str) -> Any:
        """Send a command and read its reply."""
        return self._taken(self.library.redisCommandArgv(*self._words(words)))

    def append(self, *words: str) -> None:
        """Put a command into the output buffer."""
        self.library.redisAppendCommandArgv(*self._words(words))

    def read(self) -> Any:
        """Send what is in the buffer and read the next reply."""
        address = c_void_p()
        self.library.redisGetReply(self.context, address)
        return self._taken(address.value)

    def close(self) -> None:
        """Close the connection."""
        self.library.redisFree(self.context)

    def _taken(self, address: int | None) -> Any:
        if not address:
            return {"lost": True}
        try:
            return self._value(address)
        finally:
            self.library.freeReplyObject(address)

    def _value(self, address: int) -> Any:
        reply: Any = cast(address, POINTER(self.reply)).contents
        kind = reply.type
        if kind in NAMES:
            items = [self._value(reply.element[index]) for index in range(reply.elements)]
            return {NAMES[kind]: items}
        if kind in TEXTS:
            return {TEXTS[kind]: string_at(reply.str, reply.len)}
        if kind == DOUBLE:
            return {"double": string_at(reply.str, reply.len)}
        if kind == NIL:
            return None
        return reply.integer if kind == INTEGER else bool(reply.integer)


def knows_resp3(library: CDLL) -> bool:
    """Whether the library is of 1.0 or later."""
    return hasattr(library, "redisSetPushCallback")


def session(hiredis: Hiredis, protocol: int) -> None:
    """Every kind of reply, pipelining, a transaction, a script, and what a subscriber reads."""
    if protocol == 3:
        hello = hiredis.call("HELLO", "3")
        show("hello", len(hello["map"]))
    for line in (
        "PING",
        "SET s value EX 100",
        "GET s",
        "GET none",
        "INCR s",
        "INCRBY n 41",
        "RPUSH l x y z",
        "LRANGE l 0 -1",
        "BLPOP none 0.01",
        "HSET h f 1 g 2",
        "HGETALL h",
        "SADD set 1",
        "SMEMBERS set",
        "ZADD z 1.5 one",
        "ZSCORE z one",
        "ZRANGE z 0 -1 WITHSCORES",
        "LPUSH z x",
        "GEOADD geo 13.361389 38.115556 Palermo",
        "GEOPOS geo Palermo none",
        "PFADD hll a b c",
        "PFCOUNT hll",
        "XADD x 1-1 f v",
        "XRANGE x - +",
        "XGROUP CREATE x g 0",
        "XREADGROUP GROUP g c STREAMS x >",
        "MULTI",
        "INCR n",
        "LPUSH n x",
        "HGETALL h",
        "EXEC",
        "DEBUG PROTOCOL double",
        "DEBUG PROTOCOL verbatim",
        "DEBUG PROTOCOL bignum",
        "DEBUG PROTOCOL true",
        "CLIENT TRACKINGINFO",
    ):
        show(line, hiredis.call(*line.split()))
    show("eval", hiredis.call("EVAL", "return {KEYS[1], 2.9, {'x'}, false}", "1", "k"))
    for number in range(100):
        hiredis.append("SET", f"key:{number}", "x" * number)
    show("pipeline", [hiredis.read() for _ in range(100)][-1])
    show("subscribe", hiredis.call("SUBSCRIBE", "news"))
    show("ping", hiredis.call("PING"))
    show("unsubscribe", hiredis.call("UNSUBSCRIBE"))
    show("quit", hiredis.call("QUIT"))
    show("after quit", hiredis.call("PING"))


def main(host: str, port: int, protocol: int) -> int:
    """The exit status."""
    name = find_library("hiredis")
    library = CDLL(name) if name else None
    if library is None or (protocol == 3 and not knows_resp3(library)):
        return ABSENT
    hiredis = Hiredis(library, host, port)
    session(hiredis, protocol)
    hiredis.close()
    show("end", True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
