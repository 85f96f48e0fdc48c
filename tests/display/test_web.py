"""The gate before the class screen in a browser, asked as browsers and others ask."""

from __future__ import annotations

import asyncio
import gc
import re
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import aiohttp
import pytest
from aiohttp import web

from lifeskills.cli.display import PAGE_WORDS
from lifeskills.display import web as web_module
from lifeskills.display.address import LOOPBACK
from lifeskills.display.gate import Gate
from lifeskills.display.web import FILES, ClassScreenServer

WORDS = {"language": "en", **{name: str(words) for name, words in PAGE_WORDS.items()}}
PROGRAM = [sys.executable, "-m", "lifeskills", "--screen-language", "en", "display"]


@asynccontextmanager
async def served() -> AsyncIterator[tuple[Gate, aiohttp.ClientSession]]:
    """A server, and a client that keeps cookies as a browser does."""
    listening = socket.create_server((LOOPBACK, 0))
    server = ClassScreenServer(PROGRAM, listening.getsockname()[1], WORDS)
    runner = web.AppRunner(server.application(), shutdown_timeout=1)
    await runner.setup()
    await web.SockSite(runner, listening).start()
    jar = aiohttp.CookieJar(unsafe=True)  # cookies of an address that is a number
    try:
        async with aiohttp.ClientSession(cookie_jar=jar) as session:
            yield server.gate, session
    finally:
        await runner.cleanup()


async def status(
    session: aiohttp.ClientSession, url: str, headers: Mapping[str, str] | None = None
) -> int:
    async with session.get(url, headers=headers or {}, allow_redirects=False) as answer:
        await answer.read()
        return answer.status


def test_a_token_is_exchanged_once_and_only_for_itself() -> None:
    gate = Gate(40_000)
    token = gate.url.partition("token=")[2]
    assert gate.exchange("guessed") is None
    assert not gate.knows("")
    cookie = gate.exchange(token)
    assert cookie is not None
    assert cookie != token
    assert gate.knows(cookie)
    assert not gate.knows(token)
    assert gate.exchange(token) is None
    assert gate.wrong == 2
    assert Gate(40_000).url != gate.url


def test_nobody_is_known_before_the_exchange() -> None:
    gate = Gate(40_000)
    assert not gate.knows(gate._cookie)


async def test_the_address_gives_a_cookie_and_leads_to_the_page() -> None:
    async with served() as (gate, session):
        async with session.get(gate.url, allow_redirects=False) as answer:
            assert (answer.status, answer.headers["Location"]) == (303, "/")
            cookie = answer.headers["Set-Cookie"]
            assert "HttpOnly" in cookie
            assert "SameSite=Strict" in cookie
        async with session.get(gate.origin + "/") as answer:
            page = await answer.text()
            assert answer.status == 200
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert f"ws://{gate.host}" in policy
        assert set(re.findall(r'(?:src|href)="([^"]+)"', page)) == {
            "data:,",
            *(f"/static/{name}" for name in FILES if name != "textual.css"),
        }
        for name in FILES:
            assert await status(session, f"{gate.origin}/static/{name}") == 200
        assert await status(session, gate.url) == 303, "its own browser may open it again"


@pytest.mark.parametrize(
    "path", ["/", "/?token=", "/?token=guessed", "/static/textual.js", "/ws", "/download/x", "/x"]
)
async def test_without_the_cookie_nothing_is_answered(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_module, "SLOW_SECONDS", 0)
    async with served() as (gate, session):
        assert await status(session, gate.origin + path) == 403
        await session.get(gate.url)
        assert await status(session, gate.origin + "/") == 200
        session.cookie_jar.clear()
        assert await status(session, gate.url) == 403, "used"


async def test_from_the_second_wrong_token_on_the_answer_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(web_module, "SLOW_SECONDS", 3600)
    async with served() as (gate, session):
        wrong = f"{gate.origin}/?token=guessed"
        assert await status(session, wrong) == 403
        waiting = asyncio.ensure_future(status(session, wrong))
        assert await status(session, gate.url) == 303
        assert not waiting.done()
        waiting.cancel()


@pytest.mark.parametrize("host", ["localhost:{port}", "rebound.example:{port}", "127.0.0.1", ""])
async def test_a_name_that_points_here_is_refused(host: str) -> None:
    async with served() as (gate, session):
        await session.get(gate.url)
        port = gate.host.rpartition(":")[2]
        assert await status(session, gate.origin, {"Host": host.format(port=port)}) == 403


@pytest.mark.parametrize("path", ["/static/", "/static/web.py", "/static/..%2Fweb.py", "/page"])
async def test_no_other_file_is_served(path: str) -> None:
    async with served() as (gate, session):
        await session.get(gate.url)
        assert await status(session, gate.origin + path) == 404


@pytest.mark.parametrize("origin", ["http://rebound.example", "null", ""])
async def test_the_websocket_opens_for_our_page_alone(origin: str) -> None:
    async with served() as (gate, session):
        await session.get(gate.url)
        with pytest.raises(aiohttp.WSServerHandshakeError) as caught:
            await session.ws_connect(f"ws://{gate.host}/ws", headers={"Origin": origin})
        assert caught.value.status == 403


async def test_our_page_is_sent_the_class_screen_and_its_program_ends_with_it() -> None:
    async with served() as (gate, session):
        await session.get(gate.url)
        url = f"ws://{gate.host}/ws?width=80&height=24"
        async with session.ws_connect(url, headers={"Origin": gate.origin}) as socket_:
            seen = b""
            async with asyncio.timeout(60):
                while b"We begin soon" not in seen:
                    seen += await socket_.receive_bytes()
                await socket_.send_json(["stdin", "\x11"])
                async for _ in socket_:
                    pass
            assert socket_.closed
    for one in gc.get_objects():  # textual-serve leaves it to the end of the loop, which is now
        if isinstance(one, asyncio.SubprocessTransport):
            one.close()
