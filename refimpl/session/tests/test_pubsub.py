"""Who is told what: the hub by itself, with clients whose output is only collected."""

from __future__ import annotations

from refimpl.resp.wire import RESP3
from refimpl.session.client import Client, Unusual
from refimpl.session.pubsub import Hub


class Collected:
    """A transport that only adds up."""

    io_thread = 0

    def __init__(self, client: Client) -> None:
        self.client = client
        self.bytes = 0

    def flush(self) -> None:
        self.client.output.clear()

    def queue(self) -> None:
        pass

    def close(self) -> None:
        self.client.output.clear()

    def unsent_bytes(self) -> int:
        return sum(map(len, self.client.output))

    def check_limits(self) -> None:
        pass

    def hold(self) -> None:
        pass

    def release(self) -> None:
        pass

    def pushed(self, size: int) -> None:
        self.bytes += size


def a_client(identity: int) -> Client:
    client = Client(identity, 0)
    client.transport = Collected(client)
    return client


MESSAGE = b"*3\r\n$7\r\nmessage\r\n$1\r\nc\r\n$1\r\nx\r\n"


def test_message_in_the_protocol_of_each() -> None:
    hub, two, three = Hub(), a_client(2), a_client(3)
    three.wire = RESP3
    hub.channels.add(two, b"c")
    hub.channels.add(three, b"c")
    assert hub.publish(b"c", b"x") == 2
    assert two.output == [MESSAGE]
    assert three.output == [b">" + MESSAGE[1:]]


def test_nothing_is_left_of_one_who_is_forgotten() -> None:
    hub, client = Hub(), a_client(1)
    hub.channels.add(client, b"c")
    hub.patterns.add(client, b"p*")
    hub.shards.add(client, b"s")
    assert client.unusual == Unusual.SUBSCRIBED
    hub.forget(client)
    assert client.unusual == 0
    assert client.subscriptions is None
    assert not hub.channels.audience
    assert not hub.patterns.audience
    assert not hub.shards.audience


def test_twice_is_once() -> None:
    hub, client = Hub(), a_client(1)
    hub.channels.add(client, b"c")
    hub.channels.add(client, b"c")
    assert hub.publish(b"c", b"x") == 1
    hub.channels.remove(client, b"c")
    hub.channels.remove(client, b"c")
    assert hub.publish(b"c", b"x") == 0
    assert client.unusual == 0


def test_pushes_wait_for_the_reply() -> None:
    hub, client = Hub(), a_client(1)
    hub.channels.add(client, b"c")
    client.unusual |= Unusual.RUNNING
    assert hub.publish(b"c", b"x") == 1
    assert client.output == []
    client.unusual &= ~Unusual.RUNNING
    client.output.append(b"+OK\r\n")
    client.release_pushes()
    assert client.output == [b"+OK\r\n", MESSAGE]
    assert client.held_pushes == []


def test_nothing_for_one_who_is_being_closed() -> None:
    hub, client = Hub(), a_client(1)
    hub.channels.add(client, b"c")
    client.unusual |= Unusual.CLOSING
    assert hub.publish(b"c", b"x") == 1
    assert client.output == []
