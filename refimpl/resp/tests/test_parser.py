"""The request parser: what it makes of well-formed and malformed bytes, however they arrive."""

from __future__ import annotations

import itertools
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from refimpl.resp import parser as parser_module
from refimpl.resp.moulds import common_shape
from refimpl.resp.parser import MAX_LINE, Argv, RequestLimits, RequestParser

MIB = 1024 * 1024


def as_written() -> type[RequestParser]:
    """The class of the source, where it is compiled, too: that one's methods can't be replaced."""
    spec = spec_from_file_location("parser_as_written", Path(__file__).parents[1] / "parser.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    found: type[RequestParser] = module.RequestParser
    return found


if TYPE_CHECKING:
    AsWritten = RequestParser
else:
    AsWritten = as_written()


class ExactParser(AsWritten):
    """A parser without the fast way."""

    __slots__ = ()

    def _parse_fast(self, data: bytes, commands: list[Argv]) -> None:
        self._parse_exactly(data, 0, commands)


def encode(*argv: bytes) -> bytes:
    return b"*%d\r\n" % len(argv) + b"".join(b"$%d\r\n%b\r\n" % (len(a), a) for a in argv)


def feed_all(parser: RequestParser, chunks: list[bytes]) -> tuple[list[Argv], bytes | None]:
    commands = [argv for chunk in chunks for argv in parser.feed(chunk)]
    return commands, parser.error


def bytewise(data: bytes) -> list[bytes]:
    return [data[i : i + 1] for i in range(len(data))]


PING = encode(b"PING")
TAIL = [b"PING"]

# What is sent and the commands it holds; each input ends where a command does.
WELL_FORMED: dict[str, tuple[bytes, list[Argv]]] = {
    "one": (encode(b"GET", b"k"), [[b"GET", b"k"]]),
    "pipeline": (encode(b"GET", b"k") * 3, [[b"GET", b"k"]] * 3),
    "empty arguments": (encode(b"", b""), [[b"", b""]]),
    "line end in an argument": (encode(b"SET", b"k", b"a\r\nb"), [[b"SET", b"k", b"a\r\nb"]]),
    "only a line end": (encode(b"ECHO", b"\r\n"), [[b"ECHO", b"\r\n"]]),
    "argument like a header": (encode(b"ECHO", b"\r\n$1\r\nx"), [[b"ECHO", b"\r\n$1\r\nx"]]),
    "NUL in an argument": (encode(b"ECHO", b"\0\0"), [[b"ECHO", b"\0\0"]]),
    "beyond the table of lengths": (encode(b"ECHO", b"x" * 5000), [[b"ECHO", b"x" * 5000]]),
    "beyond the table of counts": (encode(*[b"a"] * 1500), [[b"a"] * 1500]),
    "no arguments at all": (b"*0\r\n", []),
    "minus one arguments": (b"*-1\r\n", []),
    "least count": (b"*-9223372036854775808\r\n", []),
    "empty among others": (PING + b"*0\r\n*-5\r\n" + PING, [[b"PING"], [b"PING"]]),
    "any two bytes after an argument": (b"*2\r\n$3\r\nGETxx$1\r\nk\0\n", [[b"GET", b"k"]]),
    "any byte after the return": (b"*1\rX$4\r\rPING\r\n", [[b"PING"]]),
    "carriage returns end an argument": (b"*1\r\n$4\r\nPING\r\r", [[b"PING"]]),
    "length one too long": (b"*1\r\n$5\r\nPING\r\nX", [[b"PING\r"]]),
    "inline": (b"SET k v\r\n", [[b"SET", b"k", b"v"]]),
    "inline, line feed only": (b"PING\nPING\n", [[b"PING"], [b"PING"]]),
    "inline, two returns": (b"PING\r\r\n", [[b"PING"]]),
    "inline, return between": (b"PING\rX\r\n", [[b"PING", b"X"]]),
    "inline, blanks around": (b" \t PING \v x \r\n", [[b"PING", b"x"]]),
    "empty lines": (b"\r\n\n \t\r\n\v\n", []),
    "inline like a length": (b"$4\r\nPING\r\n", [[b"$4"], [b"PING"]]),
    "inline, high bytes": (b"ECHO \xa0\xff\x85\r\n", [[b"ECHO", b"\xa0\xff\x85"]]),
    "inline and not": (b"PING\r\n" + PING + b"PING\n", [[b"PING"]] * 3),
    "inline, quoted": (b"""ECHO "a\\x41\\n" 'b c'\r\n""", [[b"ECHO", b"aA\n", b"b c"]]),
    "inline, nothing quoted": (b"''\r\n", [[b""]]),
}

# What is sent, the commands before the error, the error.
MALFORMED: dict[str, tuple[bytes, list[Argv], bytes]] = {
    "count missing": (b"*\r\n", [], b"invalid multibulk length"),
    "count a word": (b"*a\r\n", [], b"invalid multibulk length"),
    "count with zero": (b"*01\r\n", [], b"invalid multibulk length"),
    "count with plus": (b"*+1\r\n", [], b"invalid multibulk length"),
    "count after blank": (b"* 1\r\n", [], b"invalid multibulk length"),
    "count before blank": (b"*1 \r\n", [], b"invalid multibulk length"),
    "count minus zero": (b"*-0\r\n", [], b"invalid multibulk length"),
    "count, line feed only": (b"*1\n$4\r\n", [], b"invalid multibulk length"),
    "count past int32": (b"*2147483648\r\n", [], b"invalid multibulk length"),
    "count past int64": (b"*9223372036854775808\r\n", [], b"invalid multibulk length"),
    "count below int64": (b"*-9223372036854775809\r\n", [], b"invalid multibulk length"),
    "length missing": (b"*1\r\n$\r\n", [], b"invalid bulk length"),
    "length a word": (b"*1\r\n$4a\r\n", [], b"invalid bulk length"),
    "length with zero": (b"*1\r\n$04\r\n", [], b"invalid bulk length"),
    "length with plus": (b"*1\r\n$+4\r\n", [], b"invalid bulk length"),
    "length minus zero": (b"*1\r\n$-0\r\n", [], b"invalid bulk length"),
    "length minus one": (b"*2\r\n$4\r\nECHO\r\n$-1\r\n", [], b"invalid bulk length"),
    "length past the limit": (b"*1\r\n$536870913\r\n", [], b"invalid bulk length"),
    "length past int64": (b"*1\r\n$9223372036854775808\r\n", [], b"invalid bulk length"),
    "no length": (b"*1\r\nPING\r\n", [], b"expected '$', got 'P'"),
    "integer for length": (b"*1\r\n:4\r\n", [], b"expected '$', got ':'"),
    "line end for length": (b"*1\r\n\r\n", [], b"expected '$', got ' '"),
    "line feed for length": (b"*1\r\n\nx\r\n", [], b"expected '$', got ' '"),
    "high byte for length": (b"*1\r\n\xff\r\n", [], b"expected '$', got '\xff'"),
    "count for length": (
        b"*2\r\n$1\r\na\r\n*0\r\n",
        [],
        b"expected '$', got '*'",
    ),
    "after commands": (PING * 2 + b"*x\r\n", [[b"PING"]] * 2, b"invalid multibulk length"),
    "quote open": (b"ECHO 'a\r\n", [], b"unbalanced quotes in request"),
    "quote glued": (b'PING\r\nECHO "a"b\r\n', [[b"PING"]], b"unbalanced quotes in request"),
}


@pytest.mark.parametrize("kind", [RequestParser, ExactParser])
@pytest.mark.parametrize("name", WELL_FORMED)
def test_well_formed(name: str, kind: type[RequestParser]) -> None:
    data, commands = WELL_FORMED[name]
    assert feed_all(kind(RequestLimits()), [data]) == (commands, None)
    assert feed_all(kind(RequestLimits()), bytewise(data)) == (commands, None)
    with_tail = [*commands, TAIL]
    assert feed_all(kind(RequestLimits()), [data + PING]) == (with_tail, None)
    assert feed_all(kind(RequestLimits()), [data + PING[:7], PING[7:]]) == (with_tail, None)


@pytest.mark.parametrize("kind", [RequestParser, ExactParser])
@pytest.mark.parametrize("name", MALFORMED)
def test_malformed(name: str, kind: type[RequestParser]) -> None:
    data, commands, reason = MALFORMED[name]
    expected = (commands, b"ERR Protocol error: " + reason)
    assert feed_all(kind(RequestLimits()), [data]) == expected
    assert feed_all(kind(RequestLimits()), bytewise(data)) == expected
    assert feed_all(kind(RequestLimits()), [data + PING]) == expected
    parser = kind(RequestLimits())
    assert feed_all(parser, [data, PING]) == expected
    assert parser.buffered == 0


@pytest.mark.parametrize(
    "data",
    [
        b"PI\0NG\r\n",
        b"\0\r\n",
        b"*\0\r\n",
        b"*1\0\r\n",
        b"*1\r\n\0\r\n",
        b"*1\r\n$4\0\r\nPING\r\n",
        b"*1\r\n$x\r",
        b"*2147483648\r",
        b"*1\r\nx",
        b"*2147483647\r\n",
        b"*1\r\n$536870912\r\n",
    ],
)
def test_undecided(data: bytes) -> None:
    """Nothing is wrong yet, though nothing good may come of it."""
    for chunks in ([data], bytewise(data)):
        assert feed_all(RequestParser(RequestLimits()), chunks) == ([], None)


@pytest.mark.parametrize(
    ("start", "reason"),
    [
        (b"", b"too big inline request"),
        (b"\0", b"too big inline request"),
        (b"*", b"too big mbulk count string"),
        (b"*\0\r\n", b"too big mbulk count string"),
        (b"$", b"too big bulk count string"),
        (b"\0\r\n", b"too big bulk count string"),
    ],
)
def test_endless_line(start: bytes, reason: bytes) -> None:
    before = b"*1\r\n" if b"bulk count" in reason and b"mbulk" not in reason else b""
    line = start + b"1" * (MAX_LINE - len(start))
    parser = RequestParser(RequestLimits())
    assert feed_all(parser, [before + line]) == ([], None)
    assert parser.buffered == MAX_LINE
    assert feed_all(parser, [b"1"]) == ([], b"ERR Protocol error: " + reason)


def test_a_long_line_that_ends_is_no_error() -> None:
    assert RequestParser(RequestLimits()).feed(b"a" * MAX_LINE + b"\r\n") == [[b"a" * MAX_LINE]]


@pytest.mark.parametrize("length", [4095, 4096, 65536, 3 * MIB])
@pytest.mark.parametrize("step", [997, 16384, 65536])
def test_long_argument_in_pieces(length: int, step: int) -> None:
    value = b"v\r\n" * (length // 3) + b"v" * (length % 3)
    data = encode(b"SET", b"k", value) + PING
    parser = RequestParser(RequestLimits())
    pieces = [data[i : i + step] for i in range(0, len(data), step)]
    assert feed_all(parser, pieces) == ([[b"SET", b"k", value], [b"PING"]], None)
    assert parser.buffered == 0


@pytest.mark.parametrize("held_back", [1, 2, 3])
def test_argument_cut_near_its_end(held_back: int) -> None:
    data = encode(b"ECHO", b"x" * 20000)
    parser = RequestParser(RequestLimits())
    assert parser.feed(data[:-held_back]) == []
    assert parser.buffered == 20002 - held_back
    assert parser.feed(data[-held_back:]) == [[b"ECHO", b"x" * 20000]]


def test_limit_of_length_follows_the_configuration() -> None:
    limits = RequestLimits(MIB)
    parser = RequestParser(limits)
    assert parser.feed(b"*2\r\n$4\r\nECHO\r\n$1048576\r\n") == []
    assert parser.error is None
    other = RequestParser(limits)
    assert feed_all(other, [b"*1\r\n$1048577\r\n"])[1] == b"ERR Protocol error: invalid bulk length"
    limits.proto_max_bulk_len += 1
    assert feed_all(RequestParser(limits), [b"*1\r\n$1048577\r\n"]) == ([], None)


class TestUnauthenticated:
    """Before a client has said who it is."""

    @pytest.fixture
    def parser(self) -> RequestParser:
        parser = RequestParser(RequestLimits())
        parser.authenticated = False
        return parser

    @pytest.mark.parametrize(
        ("data", "error"),
        [
            (b"*10\r\n", None),
            (b"*11\r\n", b"ERR Protocol error: unauthenticated multibulk length"),
            (b"*2147483648\r\n", b"ERR Protocol error: invalid multibulk length"),
            (b"*1\r\n$16384\r\n", None),
            (b"*1\r\n$16385\r\n", b"ERR Protocol error: unauthenticated bulk length"),
            (b"*1\r\n$536870913\r\n", b"ERR Protocol error: invalid bulk length"),
            (b"*0\r\n*-1\r\n*11\r\n", b"ERR Protocol error: unauthenticated multibulk length"),
        ],
    )
    def test_limits(self, parser: RequestParser, data: bytes, error: bytes | None) -> None:
        assert feed_all(parser, [data]) == ([], error)

    def test_inline_commands_are_not_limited(self, parser: RequestParser) -> None:
        assert parser.feed(b"x " * 20000 + b"\r\n") == [[b"x"] * 20000]

    def test_one_command_at_a_time(self, parser: RequestParser) -> None:
        auth = encode(b"AUTH", b"secret")
        long = [b"DEL", *[b"k"] * 20]
        assert parser.feed(b"\r\n*0\r\n" + auth + encode(*long) + PING + PING[:5]) == [
            [b"AUTH", b"secret"]
        ]
        parser.authenticated = True
        assert parser.feed(b"") == [long, [b"PING"]]
        assert parser.feed(PING[5:]) == [[b"PING"]]
        assert parser.error is None

    def test_limits_wait_for_the_commands_before(self, parser: RequestParser) -> None:
        assert parser.feed(PING + PING + b"*11\r\n") == [[b"PING"]]
        assert parser.error is None
        assert parser.feed(b"") == [[b"PING"]]
        assert parser.feed(b"") == []
        assert parser.error == b"ERR Protocol error: unauthenticated multibulk length"

    def test_bytewise_with_empty_reads_between(self, parser: RequestParser) -> None:
        chunks = [part for byte in bytewise(PING + PING) for part in (byte, b"")]
        assert feed_all(parser, chunks) == ([[b"PING"], [b"PING"]], None)


arguments = st.lists(
    st.one_of(
        st.binary(max_size=12),
        st.sampled_from([b"GET", b"\r\n", b"a\r\nb", b"\r", b"\n", b"$1", b"*1", b"x" * 4096]),
    ),
    min_size=1,
    max_size=5,
)
noise = st.sampled_from(
    [
        b"\\x41",
        b"PING",
        b"*1\r\n",
        b"$1\r\n",
        b"*0\r\n",
        b"*-1\r\n",
        b"$-1\r\n",
        b"$0\r\n\r\n",
        b"\r\n",
        b"\n",
        b"\r",
    ]
    + [bytes([byte]) for byte in b"'\" \0*$+0\xff\v"]
)
streams = st.lists(
    st.one_of(arguments.map(lambda argv: encode(*argv)), noise, st.binary(max_size=4)), max_size=8
).map(b"".join)


def cut(data: bytes, places: list[int]) -> list[bytes]:
    borders = [0, *sorted(place % (len(data) + 1) for place in places), len(data)]
    return [data[a:b] for a, b in itertools.pairwise(borders)]


@given(data=streams, places=st.lists(st.integers(0, 10_000), max_size=6))
@example(data=b"*1\r\n$4\r\nPING\r\n*", places=[3, 3])
def test_both_ways_agree(data: bytes, places: list[int]) -> None:
    pieces = cut(data, places)
    fast = RequestParser(RequestLimits())
    exact = ExactParser(RequestLimits())
    for piece in pieces:
        assert fast.feed(piece) == exact.feed(piece)
        assert fast.error == exact.error
        assert fast.buffered == exact.buffered


@given(data=streams, places=st.lists(st.integers(0, 10_000), max_size=6))
def test_pieces_do_not_matter(data: bytes, places: list[int]) -> None:
    whole = feed_all(RequestParser(RequestLimits()), [data])
    assert feed_all(RequestParser(RequestLimits()), cut(data, places)) == whole
    assert feed_all(RequestParser(RequestLimits()), bytewise(data)) == whole


@given(st.lists(arguments, max_size=6), st.lists(st.integers(0, 10_000), max_size=6))
def test_what_is_encoded_comes_back(commands: list[Argv], places: list[int]) -> None:
    data = b"".join(encode(*argv) for argv in commands)
    assert feed_all(RequestParser(RequestLimits()), cut(data, places)) == (commands, None)


@given(data=streams)
def test_one_at_a_time_is_the_same_sequence(data: bytes) -> None:
    one = RequestParser(RequestLimits())
    one.authenticated = False
    seen = one.feed(data)
    while batch := one.feed(b""):
        assert len(batch) == 1
        seen += batch
    assert (seen, one.error) == feed_all(RequestParser(RequestLimits()), [data])


@given(
    argv=arguments,
    count=st.integers(1, 6),
    changes=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=2),
    places=st.lists(st.integers(0, 10_000), max_size=1),
)
@example(argv=[b"GET", b"abc"], count=4, changes=[(5, ord("2"))], places=[])  # in a header
@example(argv=[b"GET", b"abc"], count=4, changes=[(17, 0)], places=[])  # in an argument
@example(argv=[b"GET", b"abc"], count=4, changes=[(21, 0)], places=[])  # in a line end
def test_requests_alike(
    argv: Argv, count: int, changes: list[tuple[int, int]], places: list[int]
) -> None:
    """Reads full of requests of one shape, and then one that is another shape in places."""
    uniform = encode(*argv) * 4
    other = bytearray(encode(*argv) * count)
    for place, byte in changes:
        other[place % len(other)] = byte
    fast = RequestParser(RequestLimits())
    exact = ExactParser(RequestLimits())
    for piece in [uniform, uniform, *cut(bytes(other), places), uniform]:
        assert fast.feed(piece) == exact.feed(piece)
        assert fast.error == exact.error
        assert fast.buffered == exact.buffered


def test_requests_alike_are_cast_in_a_mould(monkeypatch: pytest.MonkeyPatch) -> None:
    parser = RequestParser(RequestLimits())
    assert parser.feed(encode(b"GET", b"abc") * 4) == [[b"GET", b"abc"]] * 4
    monkeypatch.setattr(parser_module, "_LINES", {})  # nothing would be plain
    monkeypatch.setattr(RequestParser, "_parse_exactly", None)
    expected = [[b"SET", b"\r\n$"], [b"GET", b"xyz"]] * 2
    assert parser.feed(b"".join(encode(*argv) for argv in expected)) == expected


def test_long_arguments_are_not_cast() -> None:
    commands = [[b"GET", b"x" * 200]] * 4
    assert common_shape(b"".join(encode(*argv) for argv in commands), commands) is None
