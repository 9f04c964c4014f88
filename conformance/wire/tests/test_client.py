"""The client against a scripted peer: replies, pushes, deadlines, closing."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from conformance.wire.address import Tcp, Unix, parse_address
from conformance.wire.client import Client
from conformance.wire.encoder import encode
from conformance.wire.render import render, render_command, to_json
from conformance.wire.transport import Closed, NoReply, Transport
from conformance.wire.values import Array, Bulk, Error, Integer, Map, Null, NullKind, Push, Simple

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def pair() -> Iterator[tuple[Client, socket.socket]]:
    ours, theirs = socket.socketpair()
    client = Client(Transport(ours), timeout=5.0)
    yield client, theirs
    client.close()
    theirs.close()


def test_call(pair: tuple[Client, socket.socket]) -> None:
    client, peer = pair
    peer.sendall(b"+PONG\r\n")
    assert client.call("PING", 1, b"\x00") == Simple(b"PONG")
    assert (
        peer.recv(100)
        == encode(["PING", "1", b"\x00"])
        == b"*3\r\n$4\r\nPING\r\n$1\r\n1\r\n$1\r\n\x00\r\n"
    )
    assert client.log.exchanges[0].values == [Simple(b"PONG")]


def test_pipeline_pairs_replies_with_commands(pair: tuple[Client, socket.socket]) -> None:
    client, peer = pair
    peer.sendall(b":1\r\n-ERR x\r\n:3\r\n")
    assert client.pipeline([["A"], ["B"], ["C"]]) == [Integer(1), Error(b"ERR x"), Integer(3)]
    assert [e.received_text() for e in client.log.exchanges] == [
        "integer 1",
        'error "ERR x"',
        "integer 3",
    ]


def test_reset_drops_what_was_on_its_way(pair: tuple[Client, socket.socket]) -> None:
    client, peer = pair
    peer.sendall(b'+0.1 [0 unix:] "get" "k"\r\n>1\r\n$1\r\nx\r\n+RESET\r\n')
    client.begin_reset()
    assert client.end_reset()
    assert client.protocol == 2
    assert not client.owing
    assert client.quiet() is None


def test_reset_keeps_the_protocol(pair: tuple[Client, socket.socket]) -> None:
    client, peer = pair
    client.protocol = 3
    peer.sendall(b'+0.1 [0 unix:] "get" "k"\r\n+RESET\r\n%0\r\n')
    client.begin_reset()
    assert client.end_reset()
    assert peer.recv(100) == encode(["RESET"]) + encode(["HELLO", 3])
    assert client.protocol == 3
    assert not client.owing
    peer.sendall(b"+RESET\r\n-NOAUTH x\r\n")
    client.begin_reset()
    assert not client.end_reset()


def test_pushes_are_kept_apart(pair: tuple[Client, socket.socket]) -> None:
    client, peer = pair
    peer.sendall(b">2\r\n$10\r\ninvalidate\r\n_\r\n+OK\r\n")
    assert client.call("GET", "k") == Simple(b"OK")
    assert client.receive_push() == Push((Bulk(b"invalidate"), Null(NullKind.RESP3)))


def test_subscriptions_in_both_protocols(pair: tuple[Client, socket.socket]) -> None:
    client, peer = pair
    for mark, kind in ((b"*", Array), (b">", Push)):
        one = mark + b"3\r\n$9\r\nsubscribe\r\n$1\r\na\r\n:1\r\n"
        two = mark + b"3\r\n$9\r\nsubscribe\r\n$1\r\nb\r\n:2\r\n"
        message = mark + b"3\r\n$7\r\nmessage\r\n$1\r\na\r\n$2\r\nhi\r\n"
        peer.sendall(one + message + two + b"+PONG\r\n")
        assert client.call("SUBSCRIBE", "a", "b") == kind(
            (Bulk(b"subscribe"), Bulk(b"a"), Integer(1))
        )
        assert client.receive() == kind((Bulk(b"subscribe"), Bulk(b"b"), Integer(2)))
        assert client.subscribed
        assert client.call("PING") == Simple(b"PONG")
        assert client.receive_push() == kind((Bulk(b"message"), Bulk(b"a"), Bulk(b"hi")))


def test_protocol_follows_hello_and_reset(pair: tuple[Client, socket.socket]) -> None:
    client, peer = pair
    peer.sendall(b"%0\r\n")
    assert client.call("HELLO", "3") == Map(())
    assert client.protocol == 3
    peer.sendall(b"+RESET\r\n")
    client.call("RESET")
    assert client.protocol == 2


def test_deadline_and_end(pair: tuple[Client, socket.socket]) -> None:
    client, peer = pair
    peer.sendall(b"$5\r\nab")
    with pytest.raises(NoReply, match="no reply within"):
        client.call("GET", "k", timeout=0.01)
    peer.close()
    with pytest.raises(Closed) as caught:
        client.receive()
    assert caught.value.pending == b"$5\r\nab"


def test_large_pipeline_does_not_stall(pair: tuple[Client, socket.socket]) -> None:
    """Both directions full at once: the peer answers before it has read everything."""
    client, peer = pair
    import threading

    def echo() -> None:
        size = len(encode(["PING", b"x" * 100]))
        received = answered = 0
        while data := peer.recv(65536):
            received += len(data)
            peer.sendall(b":1\r\n" * (received // size - answered))
            answered = received // size

    thread = threading.Thread(target=echo, daemon=True)
    thread.start()
    replies = client.pipeline([["PING", b"x" * 100]] * 5_000)
    assert len(replies) == 5_000


def test_addresses() -> None:
    assert parse_address("tcp://localhost:7000/3") == Tcp("localhost", 7000, 3)
    assert parse_address("tcp://h") == Tcp("h", 6379)
    assert parse_address("unix:/tmp/s") == Unix("/tmp/s")
    assert str(parse_address("tcp://[::1]:1")) == "tcp://[::1]:1"
    for bad in ("http://x", "tcp://", "unix:", "tcp://h:1/x"):
        with pytest.raises(ValueError, match="n"):
            parse_address(bad)


def test_rendering() -> None:
    assert render(Bulk(b'a"\x00\r\n')) == 'bulk "a\\"\\x00\\r\\n"'
    assert render_command([b"SET", b"k", b"", b"a b"]) == 'SET k "" "a b"'
    assert to_json(Array((Integer(1), Null(NullKind.ARRAY)))) == {
        "array": [{"integer": 1}, {"null": "*-1"}],
    }
