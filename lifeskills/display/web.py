"""The class screen in a browser of this machine: textual-serve behind a gate of our own.

textual-serve runs a program for whoever opens its websocket, shows its files as a list, and its
page asks another machine for a font. Here nothing is answered before the gate has looked at the
request, the page is ours, and of its files two are served by name.
"""

from __future__ import annotations

import asyncio
import shlex
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from html import escape
from pathlib import Path
from string import Template

import textual_serve.server
from aiohttp import web

from lifeskills.display.address import LOOPBACK
from lifeskills.display.gate import Gate

PAGE = Path(__file__).with_name("page")
THEIRS = Path(textual_serve.server.__file__).parent / "static"
FILES = {
    "page.css": PAGE / "page.css",
    "page.js": PAGE / "page.js",
    "textual.js": THEIRS / "js" / "textual.js",
    "xterm.css": THEIRS / "css" / "xterm.css",
}
"""All that is served beside the page."""
MOST_OPEN = 4
"""Windows at a time: each is a program of its own."""
SLOW_SECONDS = 2.0
SECONDS_TO_END = 2.0

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def security_headers(gate: Gate) -> dict[str, str]:
    """What the browser is told: nothing from elsewhere, no framing, no traces."""
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        f"img-src data:; connect-src 'self' ws://{gate.host}; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return {
        "Content-Security-Policy": policy,
        "Cache-Control": "no-store",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }


class ClassScreenServer(textual_serve.server.Server):
    """Serves one command to browsers that come through the gate.

    ``words`` are the page's, said: language title opening ended refused again.
    """

    def __init__(self, command: Sequence[str], port: int, words: Mapping[str, str]) -> None:
        gate = Gate(port)
        super().__init__(_in_a_shell(command), LOOPBACK, port, words["title"], gate.origin)
        self.gate = gate
        self._words = {name: escape(word) for name, word in words.items()}
        self._open = 0

    def application(self) -> web.Application:
        """The application of aiohttp."""

        @web.middleware
        async def gate(request: web.Request, handler: Handler) -> web.StreamResponse:
            return await self._guard(request, handler)

        application = web.Application(middlewares=[gate])
        application.add_routes(
            [
                web.get("/", self._page),
                web.get("/ws", self._websocket),
                web.get("/static/{name}", self._file),
            ]
        )
        application.on_response_prepare.append(self._add_headers)
        return application

    # -- the gate ----------------------------------------------------------------------------

    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        gate, token = self.gate, request.query.get("token")
        if not gate.is_here(request.host):
            return self._refused()
        if gate.knows(request.cookies.get(gate.cookie_name)):
            if token is not None:
                return _to_the_page()
            return await handler(request)
        cookie = gate.exchange(token) if token is not None and request.path == "/" else None
        if cookie is None:
            if gate.wrong > 1:
                await asyncio.sleep(SLOW_SECONDS)
            return self._refused()
        response = _to_the_page()
        response.set_cookie(gate.cookie_name, cookie, httponly=True, samesite="Strict", path="/")
        return response

    def _refused(self) -> web.Response:
        page = Template((PAGE / "refused.html").read_text(encoding="utf-8"))
        text = page.substitute(self._words)
        return web.Response(status=403, text=text, content_type="text/html")

    async def _add_headers(self, _request: web.Request, response: web.StreamResponse) -> None:
        response.headers.update(security_headers(self.gate))

    # -- what is behind it -------------------------------------------------------------------

    async def _page(self, _request: web.Request) -> web.Response:
        page = Template((PAGE / "index.html").read_text(encoding="utf-8"))
        text = page.substitute(self._words, websocket=f"ws://{self.gate.host}/ws")
        return web.Response(text=text, content_type="text/html")

    async def _file(self, request: web.Request) -> web.StreamResponse:
        file = FILES.get(request.match_info["name"])
        if file is None:
            raise web.HTTPNotFound
        return web.FileResponse(file)

    async def _websocket(self, request: web.Request) -> web.StreamResponse:
        if not self.gate.is_our_page(request.headers.get("Origin")) or self._open >= MOST_OPEN:
            return self._refused()
        self._open += 1
        try:
            return await self.handle_websocket(request)
        finally:
            self._open -= 1


def _to_the_page() -> web.Response:
    """Away from the address with the token: it stays in no history."""
    return web.Response(status=303, headers={"Location": "/"})


def _in_a_shell(command: Sequence[str]) -> str:
    """The line that textual-serve hands to a shell, which the program then takes the place of."""
    if sys.platform == "win32":
        return subprocess.list2cmdline(command)
    return f"exec {shlex.join(command)}"


def serve(
    command: Sequence[str], port: int, words: Mapping[str, str], tell: Callable[[str], object]
) -> None:
    """Serve ``command`` on a port of this machine (0: any) until Ctrl+C. Raises OSError.

    ``tell`` is given the address that is good once, as soon as it can be opened.
    """
    listening = socket.create_server((LOOPBACK, port))
    server = ClassScreenServer(command, listening.getsockname()[1], words)
    tell(server.gate.url)
    web.run_app(server.application(), sock=listening, print=None, shutdown_timeout=SECONDS_TO_END)
