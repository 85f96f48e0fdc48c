"""A publisher for a program that stands and waits for a line: a thread with a loop of its own.

A heartbeat from a thread of its own would go on when the program has hung. So the thread asks the
program for each line, and sends nothing when it gets none: the class screens then go blank.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future

from lifeskills.display.address import Address
from lifeskills.display.publisher import Publisher

BEAT_SECONDS = 1.0


class Background:
    """Open it, call :meth:`beat` after each change, close it; all from one thread.

    ``line`` is called in the publisher's thread, each second and after each change; what it does
    must be safe there.
    """

    def __init__(self, line: Callable[[], bytes | None]) -> None:
        self._line = line
        self._opened: Future[Address] = Future()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._more = asyncio.Event()
        self._ended = False
        self._thread = threading.Thread(target=self._run, name="second screen", daemon=True)

    def open(self) -> Address:
        """Listen on a free port of this machine. Raises OSError."""
        self._thread.start()
        return self._opened.result()

    def beat(self) -> None:
        """Send what stands now, without waiting."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._more.set)

    def close(self) -> None:
        """Say the last line to everybody and stop."""
        self._ended = True
        self.beat()
        self._thread.join()

    def _run(self) -> None:
        asyncio.run(self._publish())

    async def _publish(self) -> None:
        self._loop = asyncio.get_running_loop()
        publisher = Publisher()
        try:
            self._opened.set_result(await publisher.open())
        except OSError as error:
            self._opened.set_exception(error)
            return
        while not self._ended:
            line = self._line()
            if line is not None:
                publisher.publish(line)
            try:
                async with asyncio.timeout(BEAT_SECONDS):
                    await self._more.wait()
            except TimeoutError:
                continue
            self._more.clear()
        publisher.close()
