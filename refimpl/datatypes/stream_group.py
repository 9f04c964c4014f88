"""A consumer group: how far a stream was delivered, to whom, and what wasn't acknowledged yet."""

from __future__ import annotations

from refimpl.datatypes.ordered_table import OrderedTable


class Delivery:
    """An entry that was delivered and not acknowledged."""

    __slots__ = ("consumer", "count", "time")

    def __init__(self, consumer: Consumer, time: int, count: int = 1) -> None:
        self.consumer = consumer
        self.time = time
        """Milliseconds since the epoch of the last delivery."""
        self.count = count
        """How often it was delivered."""


class Consumer:
    """One of those who share the work of a group."""

    __slots__ = ("active", "name", "pending", "seen")

    def __init__(self, name: bytes, now: int) -> None:
        self.name = name
        self.seen = now
        """Milliseconds since the epoch of the last attempt to read or claim something."""
        self.active = -1
        """The same of the last attempt that brought something; -1 when there was none."""
        self.pending: OrderedTable[None] = OrderedTable()
        """What its group has delivered to it: there is more of each in the group's table.

        The deliveries themselves refer to the consumer; were they here as well, a stream that is
        deleted would be left to the garbage collector.
        """


class Group:
    """A position in a stream, the consumers that read from there, and what is pending."""

    __slots__ = ("consumers", "entries_read", "last_id", "pending")

    def __init__(self, last_id: int, entries_read: int | None) -> None:
        self.last_id = last_id
        """The last ID that was delivered."""
        self.entries_read = entries_read
        """How many entries ever added were delivered or skipped; None when nobody can tell."""
        self.pending: OrderedTable[Delivery] = OrderedTable()
        self.consumers: dict[bytes, Consumer] = {}

    def sorted_consumers(self) -> list[Consumer]:
        """The consumers by name."""
        return [self.consumers[name] for name in sorted(self.consumers)]

    def add_consumer(self, name: bytes, now: int) -> Consumer:
        """A consumer of that name, which there is none of yet."""
        consumer = self.consumers[name] = Consumer(name, now)
        return consumer

    def remove_consumer(self, name: bytes) -> int | None:
        """Forget a consumer; how many entries were pending with it, None if there was none."""
        consumer = self.consumers.pop(name, None)
        if consumer is None:
            return None
        for number in consumer.pending:
            self.pending.pop(number)
        return len(consumer.pending)

    def deliver(self, number: int, consumer: Consumer, now: int) -> None:
        """An entry goes to a consumer, who it becomes pending with, whoever had it before."""
        delivery = self.pending.get(number)
        if delivery is None:
            delivery = Delivery(consumer, now)
            self.add_delivery(number, delivery)
        else:
            self.assign(number, delivery, consumer)
            delivery.time = now
            delivery.count = 1

    def add_delivery(self, number: int, delivery: Delivery) -> None:
        """An entry that isn't pending yet is pending with the delivery's consumer."""
        self.pending.put(number, delivery)
        delivery.consumer.pending.put(number, None)

    def assign(self, number: int, delivery: Delivery, consumer: Consumer) -> None:
        """Let another consumer have a pending entry."""
        if delivery.consumer is not consumer:
            delivery.consumer.pending.pop(number)
            delivery.consumer = consumer
            consumer.pending.put(number, None)

    def acknowledge(self, number: int) -> bool:
        """An entry is no longer pending; False when it wasn't."""
        if number not in self.pending:
            return False
        self.pending.pop(number).consumer.pending.pop(number)
        return True

    def copy(self) -> Group:
        """An independent group that is the same."""
        twin = Group(self.last_id, self.entries_read)
        for consumer in self.consumers.values():
            other = twin.add_consumer(consumer.name, consumer.seen)
            other.active = consumer.active
        for number in self.pending:
            delivery = self.pending[number]
            consumer = twin.consumers[delivery.consumer.name]
            twin.add_delivery(number, Delivery(consumer, delivery.time, delivery.count))
        return twin
