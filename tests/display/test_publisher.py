"""Both ends over a real socket: the newest view, no view without the token, nobody waited for."""

from __future__ import annotations

import asyncio
import contextlib
import stat
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from lifeskills.core.classview import ClassView
from lifeskills.display import publisher as publisher_module
from lifeskills.display.address import (
    LOOPBACK,
    Address,
    leave_note,
    read_note,
    take_note_away,
)
from lifeskills.display.publisher import MOST_CLIENTS, Publisher
from lifeskills.display.receiver import Receiver
from lifeskills.display.wire import MOST_HELLO, hello_line, view_line


def line(task: str) -> bytes:
    return view_line(ClassView(screen="step", task=task), str)


OPEN: list[asyncio.StreamWriter] = []
"""Connections of the test that runs, closed at its end."""


@asynccontextmanager
async def opened() -> AsyncIterator[tuple[Publisher, Address]]:
    publisher = Publisher()
    address = await publisher.open()
    try:
        yield publisher, address
    finally:
        publisher.close()
        while OPEN:
            OPEN[-1].close()
            with contextlib.suppress(OSError):
                await OPEN.pop().wait_closed()


async def connected(
    address: Address, first: bytes
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    reader, writer = await asyncio.open_connection(LOOPBACK, address.port)
    writer.write(first)
    OPEN.append(writer)
    return reader, writer


async def clients_are(publisher: Publisher, number: int) -> None:
    async with asyncio.timeout(10):
        while publisher.clients != number:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.01)


class Screen:
    """A receiver that keeps what it is told."""

    def __init__(self, address: Address | None) -> None:
        self.address = address
        self.told: asyncio.Queue[ClassView | str | None] = asyncio.Queue()
        receiver = Receiver(
            lambda: self.address, self.told.put_nowait, lambda: self.told.put_nowait("lost")
        )
        self.task = asyncio.ensure_future(receiver.listen())

    async def next(self) -> ClassView | str | None:
        async with asyncio.timeout(10):
            return await self.told.get()

    async def close(self) -> None:
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)


async def test_a_screen_is_told_the_view_of_now_then_each_new_one_then_the_end() -> None:
    async with opened() as (publisher, address):
        publisher.publish(line("old"))
        publisher.publish(line("now"))
        screen = Screen(address)
        assert await screen.next() == ClassView(screen="step", task="now")
        publisher.publish(line("new"))
        assert await screen.next() == ClassView(screen="step", task="new")
        publisher.close()
        assert await screen.next() is None
        assert await screen.next() == "lost"
        await screen.close()


async def test_a_screen_that_was_there_first_finds_the_program_when_it_comes() -> None:
    screen = Screen(None)
    async with opened() as (publisher, address):
        publisher.publish(line("now"))
        screen.address = address
        assert await screen.next() == ClassView(screen="step", task="now")
    await screen.close()


@pytest.mark.parametrize(
    "first",
    [
        hello_line("guessed"),
        b"GET / HTTP/1.1\r\n",
        b"\n",
        b"x" * (MOST_HELLO * 3),
        b"\xff\xfe\x00\n",
    ],
    ids=["token", "http", "empty", "long", "bytes"],
)
async def test_who_has_no_token_is_closed_without_a_word(first: bytes) -> None:
    async with opened() as (publisher, address):
        publisher.publish(line("now"))
        reader, writer = await connected(address, first)
        assert await all_said(reader) == b""
        writer.close()
        assert publisher.clients == 0


async def all_said(reader: asyncio.StreamReader) -> bytes:
    """What comes until the end; where unread bytes are left, the system resets instead."""
    try:
        return await reader.read()
    except ConnectionError:
        return b""


async def test_a_second_wrong_token_waits_while_the_right_one_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(publisher_module, "SLOW_SECONDS", 3600)
    async with opened() as (publisher, address):
        publisher.publish(line("now"))
        first, _ = await connected(address, hello_line("one"))
        assert await first.read() == b""
        second, _ = await connected(address, hello_line("two"))
        right, _ = await connected(address, hello_line(address.token))
        assert await right.readline() == line("now")
        waiting = asyncio.ensure_future(second.read())
        assert not waiting.done()
        waiting.cancel()


async def test_a_screen_that_reads_nothing_holds_up_neither_the_teacher_nor_another() -> None:
    async with opened() as (publisher, address):
        _, slow = await connected(address, hello_line(address.token))
        await clients_are(publisher, 1)
        big = line("长" * 40_000)
        for _ in range(200):  # far more than the system keeps for a reader that does not read
            publisher.publish(big)
            await asyncio.sleep(0)
        screen = Screen(address)
        assert await screen.next() == ClassView(screen="step", task="长" * 40_000)
        publisher.publish(line("new"))
        assert await screen.next() == ClassView(screen="step", task="new")
        await screen.close()
        slow.transport.abort()
        await clients_are(publisher, 0)


async def test_a_screen_that_talks_is_let_go() -> None:
    async with opened() as (publisher, address):
        reader, writer = await connected(address, hello_line(address.token) + b"and more\n")
        assert await reader.read() == b""
        writer.close()
        await clients_are(publisher, 0)


async def test_there_is_room_for_so_many_screens() -> None:
    async with opened() as (publisher, address):
        publisher.publish(line("now"))
        open_ones = [
            await connected(address, hello_line(address.token)) for _ in range(MOST_CLIENTS)
        ]
        await clients_are(publisher, MOST_CLIENTS)
        reader, _ = await connected(address, hello_line(address.token))
        assert await all_said(reader) == b""
        open_ones[0][1].close()
        await clients_are(publisher, MOST_CLIENTS - 1)


@pytest.mark.parametrize(
    "answer",
    [b"nonsense\n", b"x" * 300_000, b'{"version":1,"view":{}'],
    ids=["nonsense", "long", "cut"],
)
async def test_a_screen_closes_on_what_is_no_view_and_looks_again(answer: bytes) -> None:
    async def other(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)
        writer.close()

    server = await asyncio.start_server(other, LOOPBACK, 0)
    screen = Screen(Address(server.sockets[0].getsockname()[1], "token"))
    assert await screen.next() == "lost"
    async with opened() as (publisher, address):
        publisher.publish(line("now"))
        screen.address = address
        assert await screen.next() == ClassView(screen="step", task="now")
    await screen.close()
    server.close()


# -- the note by which a second screen finds the first ----------------------------------------


def test_the_note_is_for_this_user_alone_and_is_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "lifeskills" / "note.json"
    address = Address(40_000, "token")
    leave_note(path, address)
    assert read_note(path) == address
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    take_note_away(path, address)
    assert list(path.parent.iterdir()) == []
    take_note_away(path, address)


def test_another_programs_note_stays(tmp_path: Path) -> None:
    path = tmp_path / "note.json"
    leave_note(path, Address(40_000, "mine"))
    leave_note(path, Address(40_001, "another's"))
    take_note_away(path, Address(40_000, "mine"))
    assert read_note(path) == Address(40_001, "another's")


@pytest.mark.parametrize(
    "text", ["", "{}", "[1]", '{"port":0,"token":"x"}', '{"port":1,"token":"x","host":"10.0.0.1"}']
)
def test_what_is_no_note_says_nothing(tmp_path: Path, text: str) -> None:
    path = tmp_path / "note.json"
    path.write_text(text, encoding="utf-8")
    assert read_note(path) is None
    path.unlink()
    assert read_note(path) is None


def test_a_note_left_by_a_killed_program_lets_the_screen_wait(tmp_path: Path) -> None:
    path = tmp_path / "note.json"

    async def waits() -> None:
        async with opened() as (_, address):
            stale = address
        leave_note(path, stale)
        screen = Screen(read_note(path))
        assert await screen.next() == "lost"
        await screen.close()

    asyncio.run(waits())
