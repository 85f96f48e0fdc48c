"""The teacher's end: sends each client the newest view, and waits for none of them.

It lives in the event loop of the teacher's program on purpose: when that program stands still, so
does the heartbeat, and the class screens go blank.
"""

from __future__ import annotations

import asyncio
import contextlib
import hmac
from collections.abc import Coroutine

from lifeskills.display.address import LOOPBACK, Address, new_token
from lifeskills.display.wire import MOST_HELLO, Unreadable, end_line, token_in

MOST_CLIENTS = 8
MOST_ASKING = 8
"""Connections that have not shown a token yet; more are closed at once."""
SECONDS_TO_ASK = 5.0
SECONDS_TO_READ = 10.0
"""A client that takes nothing for so long is let go; it may come again."""
SLOW_SECONDS = 2.0
"""How long a second wrong token is kept waiting before it is closed, like every later one."""


class _Client:
    """One connection and the one line that waits for it: a newer line takes its place."""

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self.writer = writer
        self._line: bytes | None = None
        self._more = asyncio.Event()

    def give(self, line: bytes) -> None:
        """Send this next, in the place of what still waits."""
        self._line = line
        self._more.set()

    async def send(self) -> None:
        """Send what comes, until the client is gone or takes nothing any more."""
        self.writer.transport.set_write_buffer_limits(high=0)  # drained: the system has it all
        while True:
            await self._more.wait()
            self._more.clear()
            line, self._line = self._line, None
            if line is not None:
                self.writer.write(line)
                await asyncio.wait_for(self.writer.drain(), SECONDS_TO_READ)


class Publisher:
    """A server on loopback. Open it, give it lines, close it; all in one event loop."""

    def __init__(self) -> None:
        self._server: asyncio.Server | None = None
        self._token = new_token()
        self._clients: set[_Client] = set()
        self._connections: set[asyncio.Task[None]] = set()
        self._asking = 0
        self._wrong = 0
        self._newest: bytes | None = None

    @property
    def clients(self) -> int:
        """How many class screens are connected."""
        return len(self._clients)

    async def open(self) -> Address:
        """Listen on a free port of this machine. Raises OSError."""
        self._server = await asyncio.start_server(self._serve, LOOPBACK, 0, limit=MOST_HELLO)
        port: int = self._server.sockets[0].getsockname()[1]
        return Address(port, self._token)

    def publish(self, line: bytes) -> None:
        """Send a line to every client; takes no longer than noting it down."""
        self._newest = line
        for client in self._clients:
            client.give(line)

    def close(self) -> None:
        """Say the last line to everybody and stop; waits for nobody."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for client in self._clients:
            client.writer.write(end_line())
        for connection in self._connections:
            connection.cancel()

    def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = asyncio.ensure_future(self._talk(reader, writer))
        self._connections.add(connection)
        connection.add_done_callback(self._connections.discard)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        client = _Client(writer)
        try:
            if await self._may_enter(reader) and self._server is not None:
                self._clients.add(client)
                if self._newest is not None:
                    client.give(self._newest)
                await _first_of(client.send(), _until_closed(reader))
        except (OSError, TimeoutError):
            writer.transport.abort()
        finally:
            self._clients.discard(client)
            writer.close()

    async def _may_enter(self, reader: asyncio.StreamReader) -> bool:
        """True for the right token. A wrong one is told nothing, and from the second on waits."""
        if self._asking >= MOST_ASKING or len(self._clients) >= MOST_CLIENTS:
            return False
        self._asking += 1
        try:
            async with asyncio.timeout(SECONDS_TO_ASK):
                token = token_in(await reader.readline())
            if hmac.compare_digest(token.encode(), self._token.encode()):
                return True
        except (Unreadable, ValueError, OSError, TimeoutError):
            pass  # ValueError: a line longer than the limit
        finally:
            self._asking -= 1
        self._wrong += 1
        if self._wrong > 1:
            await asyncio.sleep(SLOW_SECONDS)
        return False


async def _until_closed(reader: asyncio.StreamReader) -> None:
    """A client says nothing after its first line; whatever comes ends the connection."""
    await reader.read(1)


async def _first_of(*jobs: Coroutine[None, None, None]) -> None:
    tasks = [asyncio.ensure_future(job) for job in jobs]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError, OSError, TimeoutError):
                await task
