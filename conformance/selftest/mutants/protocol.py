"""The wire: requests in bytes, inline commands, protocol errors, kinds of replies in RESP3."""

from __future__ import annotations

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import edit, put

PARSER = "resp.parser:RequestParser"
RESP2, RESP3 = "resp.wire:_Resp2", "resp.wire:_Resp3"

MUTANTS = (
    mutant(
        "inline-quotes",
        "unbalanced quotes in an inline command are words",
        edit(
            f"{PARSER}._parse_inline",
            "if words is None:",
            "words = data[position:end].split() if words is None else words\n    if words is None:",
        ),
        hints=("protocol/inline",),
    ),
    mutant(
        "inline-escapes",
        "\\n between double quotes is an n",
        put("resp.inline:_CONTROL", {}),
        hints=("protocol/inline",),
    ),
    mutant(
        "inline-empty-line",
        "an empty line is answered with an error",
        edit(
            f"{PARSER}._parse_inline",
            "if words:\n        commands.append(words)",
            "commands.append(words or [b''])",
        ),
        hints=("protocol/inline",),
    ),
    mutant(
        "negative-bulk-length",
        "a bulk string of length -1 in a request is an empty word",
        edit(
            f"{PARSER}._parse_unusual_length",
            "if length is None or not 0",
            "length = 0 if length == -1 else length\n    if length is None or not 0",
        ),
        hints=("protocol/multibulk",),
    ),
    mutant(
        "protocol-error-text",
        "a protocol error doesn't tell the byte that was there instead of $",
        edit(
            f"{PARSER}._parse_unusual_length",
            "b\"expected '$', got '%b'\" % found",
            "b\"expected '$'\"",
        ),
        hints=("protocol/multibulk",),
    ),
    mutant(
        "protocol-error-keeps-connection",
        "the connection stays open after a protocol error",
        edit(
            "server.networking:Link._reject_protocol", "client.unusual |= Unusual.CLOSING", "pass"
        ),
        hints=("protocol/multibulk", "protocol/inline"),
    ),
    mutant(
        "multibulk-too-long",
        "a request may claim to have 2147483648 words",
        edit(f"{PARSER}._parse_count", " or count > _MAX_ARGUMENTS", ""),
        hints=("protocol/multibulk",),
    ),
    mutant(
        "split-request",
        "a word that comes in two reads loses its last byte",
        edit(f"{PARSER}._parse_payload", "bytes(whole[:length])", "bytes(whole[:length - 1])"),
        hints=("protocol/multibulk", "protocol/pipelining"),
    ),
    mutant(
        "pipeline-after-quit",
        "requests behind a QUIT are answered",
        edit("commands.connection.basics:leave", "|= Unusual.CLOSING", "|= 0"),
        hints=("protocol", "QUIT"),
    ),
    mutant(
        "resp3-null",
        "RESP3 has the null of RESP2",
        put(f"{RESP3}.null", b"$-1\r\n"),
        hints=("GET",),
    ),
    mutant(
        "resp2-null-array",
        "RESP2 has a null bulk string where a null array is due",
        put(f"{RESP2}.null_array", b"$-1\r\n"),
        hints=("EXEC", "LPOP", "BLPOP"),
    ),
    mutant(
        "resp2-null-bulk",
        "RESP2 has a null array where a null bulk string is due",
        put(f"{RESP2}.null", b"*-1\r\n"),
        hints=("GET",),
    ),
    mutant(
        "resp3-map-as-array",
        "maps are flat arrays in RESP3, too",
        edit(f"{RESP3}.map_header", 'b"%%%d\\r\\n" % pairs', 'b"*%d\\r\\n" % (pairs * 2)'),
        put(f"{RESP3}.empty_map", b"*0\r\n"),
        hints=("HGETALL",),
    ),
    mutant(
        "resp3-empty-map-as-array",
        "an empty map is an empty array in RESP3",
        put(f"{RESP3}.empty_map", b"*0\r\n"),
        hints=("HGETALL",),
    ),
    mutant(
        "resp3-set-as-array",
        "sets are arrays in RESP3, too",
        edit(f"{RESP3}.set_header", 'b"~', 'b"*'),
        hints=("SMEMBERS",),
    ),
    mutant(
        "resp3-double-as-bulk",
        "doubles are bulk strings in RESP3, too",
        edit(
            f"{RESP3}.double_text",
            'b"," + text + b"\\r\\n"',
            'b"$%d\\r\\n%b\\r\\n" % (len(text), text)',
        ),
        hints=("ZSCORE",),
    ),
    mutant(
        "resp3-verbatim-as-bulk",
        "verbatim strings are bulk strings in RESP3, too",
        edit(
            f"{RESP3}.verbatim",
            'b"=%d\\r\\n%b:%b\\r\\n" % (len(text) + 4, kind, text)',
            'b"$%d\\r\\n%b\\r\\n" % (len(text), text)',
        ),
        hints=("INFO", "CLIENT LIST"),
    ),
    mutant(
        "double-digits",
        "doubles are printed with 17 digits",
        edit("resp.wire:Wire.double", "format_double(x)", "b'%.17g' % x"),
        hints=("ZSCORE", "ZINCRBY", "ZADD"),
    ),
    mutant(
        "double-infinity",
        "infinite scores are printed as infinity",
        edit("datatypes.numbers:format_double", 'b"inf" if value > 0', 'b"infinity" if value > 0'),
        hints=("ZSCORE", "ZADD", "ZINCRBY"),
    ),
    mutant(
        "whole-doubles-with-point",
        "whole doubles are printed with .0",
        edit(
            "datatypes.numbers:format_double",
            'return b"%d" % whole if',
            'return b"%d.0" % whole if',
        ),
        hints=("ZSCORE", "ZINCRBY"),
    ),
)
