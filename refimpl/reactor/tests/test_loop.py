"""The loop's promises, in virtual time and with pipes."""

import os
import threading
from collections.abc import Iterator

import pytest

from refimpl.reactor.clock import SystemClock
from refimpl.reactor.loop import Loop
from refimpl.reactor.poller import BOTH, READABLE, WRITABLE, SelectPoller, best_poller
from refimpl.reactor.simulated import Simulation, Stalled


@pytest.fixture
def room() -> Simulation:
    return Simulation()


@pytest.fixture
def loop(room: Simulation) -> Loop:
    return Loop(room.poller(), room.clock())


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    ends = os.pipe()
    yield ends
    for end in ends:
        os.close(end)


@pytest.fixture
def real_loop() -> Iterator[Loop]:
    poller = best_poller()
    yield Loop(poller, SystemClock())
    poller.close()


class TestTimers:
    def test_in_order_of_time_then_of_age(self, room: Simulation, loop: Loop) -> None:
        seen: list[tuple[str, int]] = []

        def note(name: str) -> None:
            seen.append((name, room.now_us))

        loop.add_timer(20, lambda: note("late"))
        loop.add_timer(10, lambda: note("first"))
        loop.add_timer(10, lambda: note("second"))
        loop.add_timer(30, loop.stop)
        loop.run()
        assert seen == [("first", 10_000), ("second", 10_000), ("late", 20_000)]

    def test_returns_the_next_delay(self, room: Simulation, loop: Loop) -> None:
        delays: list[int | None] = [5, 7, None]
        times: list[int] = []

        def tick() -> int | None:
            times.append(room.now_us // 1000)
            return delays.pop(0)

        loop.add_timer(1, tick)
        with pytest.raises(Stalled):
            loop.run()
        assert times == [1, 6, 13]

    def test_removed_before_and_while_it_runs(self, loop: Loop) -> None:
        seen = []
        victim = loop.add_timer(1, lambda: seen.append("victim"))

        def suicide() -> int:
            loop.remove_timer(victim)
            loop.remove_timer(own)
            seen.append("suicide")
            return 0

        own = loop.add_timer(0, suicide)
        loop.remove_timer(12345)
        with pytest.raises(Stalled):
            loop.run()
        assert seen == ["suicide"]
        assert loop.patience_us() is None

    def test_a_timer_added_by_a_timer_waits_for_the_next_turn(self, loop: Loop) -> None:
        seen = []

        def outer() -> None:
            loop.add_timer(0, lambda: seen.append("inner"))

        loop.add_timer(0, outer)
        loop.turn()
        assert seen == []
        loop.turn()
        assert seen == ["inner"]

    def test_delay_of_nothing_means_once_per_turn(self, loop: Loop) -> None:
        seen = []

        def tick() -> int:
            seen.append(1)
            return 0

        loop.add_timer(0, tick)
        for turn in range(1, 4):
            loop.turn()
            assert len(seen) == turn

    def test_many_cancelled_ones_are_forgotten(self, loop: Loop) -> None:
        for _ in range(1000):
            loop.remove_timer(loop.add_timer(1000, lambda: None))
        assert len(loop._deadlines) < 100
        assert loop.patience_us() is None

    def test_can_be_left_out(self, loop: Loop) -> None:
        seen = []
        loop.add_timer(0, lambda: seen.append(1))
        loop.turn(wait=False, timers=False)
        assert seen == []


class TestTurn:
    def test_order(self, loop: Loop) -> None:
        seen = []
        loop.before_sleep.append(lambda: seen.append("before"))
        loop.after_sleep.append(lambda: seen.append("after"))
        loop.call_soon(lambda: seen.append("asked"))
        loop.add_timer(0, lambda: seen.append("timer"))
        loop.turn()
        assert seen == ["before", "after", "asked", "timer"]

    def test_skip_wait(self, loop: Loop) -> None:
        loop.skip_wait()
        assert loop.patience_us() == 0
        loop.turn()
        with pytest.raises(Stalled):
            loop.turn()

    def test_before_sleep_may_skip_the_wait(self, loop: Loop) -> None:
        loop.before_sleep.append(loop.skip_wait)
        loop.turn()

    def test_stop_before_run(self, loop: Loop) -> None:
        loop.stop()
        loop.run()
        loop.add_timer(1, loop.stop)
        loop.run()

    def test_asking_again_waits_for_the_next_turn(self, loop: Loop) -> None:
        seen = []

        def again() -> None:
            seen.append(1)
            loop.call_soon(again)

        loop.call_soon(again)
        for turn in range(1, 4):
            loop.turn()
            assert len(seen) == turn


class TestFiles:
    def test_each_direction_has_its_handler(self, real_loop: Loop, pipe: tuple[int, int]) -> None:
        source, sink = pipe
        seen: list[object] = []
        real_loop.add_file(source, READABLE, lambda: seen.append(os.read(source, 10)))
        real_loop.add_file(sink, WRITABLE, lambda: seen.append(os.write(sink, b"x")))
        real_loop.turn()
        assert seen == [1]
        real_loop.remove_file(sink, BOTH)
        real_loop.turn()
        assert seen == [1, b"x"]
        assert (real_loop.watched(source), real_loop.watched(sink)) == (READABLE, 0)
        real_loop.turn(wait=False)
        assert seen == [1, b"x"]

    def test_writing_goes_before_reading(self, room: Simulation) -> None:
        loop = room.add_loop()
        listener = room.network("a").listen_tcp(1, "a")
        client = room.network("b").connect_tcp("a", 1)
        room.run_for(2)
        server = listener.accept()
        client.send(b"x")
        room.run_for(2)
        seen = []

        def both(direction: str) -> None:
            seen.append(direction)
            loop.remove_file(server.fileno(), READABLE if direction == "read" else WRITABLE)

        loop.add_file(server.fileno(), READABLE, lambda: both("read"))
        loop.add_file(server.fileno(), WRITABLE, lambda: both("write"))
        room.run_for(2)
        assert seen == ["write", "read"]

    def test_a_handler_removed_by_another_is_not_called(
        self, real_loop: Loop, pipe: tuple[int, int]
    ) -> None:
        source, sink = pipe
        copy = os.dup(source)
        seen = []

        def first() -> None:
            seen.append(1)
            real_loop.remove_file(source, READABLE)
            real_loop.remove_file(copy, READABLE)

        real_loop.add_file(source, READABLE, first)
        real_loop.add_file(copy, READABLE, first)
        os.write(sink, b"x")
        real_loop.turn()
        os.close(copy)
        assert seen == [1]

    def test_another_thread_wakes_it(self, real_loop: Loop) -> None:
        seen = []

        def ask() -> None:
            seen.append(threading.get_ident())
            real_loop.stop()

        thread = threading.Thread(target=lambda: real_loop.call_soon(ask))
        thread.start()
        real_loop.run()
        thread.join()
        assert seen == [threading.get_ident()]

    def test_waits_as_long_as_the_timer_says(self) -> None:
        poller = SelectPoller()
        loop = Loop(poller, SystemClock())
        start = loop.clock.monotonic_us()
        loop.add_timer(2, loop.stop)
        loop.run()
        assert loop.clock.monotonic_us() - start >= 2000
        poller.close()
