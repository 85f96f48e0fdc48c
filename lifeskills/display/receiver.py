"""The class screen's end: finds the teacher's program, listens, and finds it again when lost."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable

from lifeskills.core.classview import ClassView
from lifeskills.display.address import LOOPBACK, Address
from lifeskills.display.wire import MOST_BYTES, Unreadable, hello_line, view_in

AGAIN_SECONDS = 1.0
"""Between one look for the teacher's program and the next."""
SECONDS_TO_CONNECT = 3.0

Heard = Callable[[ClassView | None], object]


class Receiver:
    """Listens for ever. ``find`` says where (None: nowhere yet); the other two are told."""

    def __init__(
        self, find: Callable[[], Address | None], heard: Heard, lost: Callable[[], object]
    ) -> None:
        self._find, self._heard, self._lost = find, heard, lost

    async def listen(self) -> None:
        """Connect, tell each view, and begin again; returns only when it is cancelled."""
        while True:
            address = self._find()
            if address is not None:
                with contextlib.suppress(OSError, TimeoutError, Unreadable, ValueError):
                    await self._listen_to(address)
                self._lost()
            await asyncio.sleep(AGAIN_SECONDS)

    async def _listen_to(self, address: Address) -> None:
        async with asyncio.timeout(SECONDS_TO_CONNECT):
            reader, writer = await asyncio.open_connection(LOOPBACK, address.port, limit=MOST_BYTES)
        try:
            writer.write(hello_line(address.token))
            while line := await reader.readline():
                self._heard(view_in(line))
        finally:
            writer.close()
