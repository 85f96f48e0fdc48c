"""A lesson on the class screen in Chromium, where there is no network but the machine itself.

    python -m tests.display.in_a_browser FOLDER [PICTURES]

Run by ``test_browser.py`` inside a network of its own. A teacher teaches the demo's lesson in a
pseudo-terminal, ``lifeskills display --web`` serves, and Chromium looks on. With PICTURES the pages
are kept there, for people to look at.
"""

from __future__ import annotations

import http.client
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, WebSocket, sync_playwright

from lifeskills.classroom.demo import build_demo
from lifeskills.classroom.following import concern_rows
from lifeskills.classroom.school import School
from lifeskills.core.lesson import Step
from lifeskills.core.people import ClassGroup
from tests.terminal import Terminal, words_in

COURSE = "tricks-people-use"
PATIENCE = 60_000
"""Milliseconds until something that has not come is a failure; nothing is timed."""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
GROUP_STEP = "three-minute-play"
CTRL_D, ENTER, SPACE, F12 = b"\x04", b"\r", b" ", b"\x1b[24~"
MOST_SPACES = 60
OURS = (sys.executable, "-m", "lifeskills", "--screen-language", "zh")


def chromium() -> str:
    """Where Chromium lies. A machine without one cannot pass."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    assert found is not None, "Chromium is missing: .ci/setup all installs it"
    return found


def raise_loopback() -> None:
    """Turn the machine's own interface on; a new network has it turned off."""
    import fcntl
    import struct

    flags = struct.pack("16sh", b"lo", 0x1 | 0x40)  # up, running
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        fcntl.ioctl(one.fileno(), 0x8914, flags)  # SIOCSIFFLAGS


def is_cut() -> bool:
    """True if nothing but this machine can be reached."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        try:
            one.connect(("192.0.2.1", 9))  # sends nothing; only asks for a way
        except OSError:
            return True
    return False


class Watched:
    """A page, what it asked for, and what its terminal was sent."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.frames = b""
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("websocket", self._listen)

    def _listen(self, websocket: WebSocket) -> None:
        self.requests.append(websocket.url)
        websocket.on("framereceived", self._received)

    def _received(self, payload: str | bytes) -> None:
        self.frames += payload if isinstance(payload, bytes) else payload.encode()

    def until(self, words: str, since: int = 0) -> int:
        """Wait until the words came; where to look on from."""
        wanted, left = "".join(words.split()), PATIENCE
        while wanted not in words_in(self.frames[since:]):
            assert left > 0, f"{words!r} did not come: {words_in(self.frames[-3000:])}"
            self.page.wait_for_timeout(100)
            left -= 100
        return len(self.frames)

    def until_seen(self, wanted: Callable[[bytes], bool]) -> bytes:
        """Wait until a picture of the page is as wanted: what was sent is painted a little later."""
        for _ in range(PATIENCE // 100):
            picture = self.page.screenshot()
            if wanted(picture):
                return picture
            self.page.wait_for_timeout(100)
        raise AssertionError("the page does not show it")


@contextmanager
def teacher(folder: Path, group: str) -> Iterator[Terminal]:
    terminal = Terminal(*OURS, "--school", str(folder), "teach", group, COURSE)
    try:
        yield terminal
    finally:
        terminal.kill()


@contextmanager
def web() -> Iterator[str]:
    """``display --web``; gives the address that it prints."""
    process = subprocess.Popen(
        (*OURS, "display", "--web"), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("http://"):
                yield line.strip()
                break
        else:
            raise AssertionError("no address was printed")
    finally:
        process.terminate()
        process.communicate(timeout=30)


def refused(browser: Browser, url: str) -> None:
    """Another browser gets a page that says so, and nothing else."""
    context = browser.new_context()
    page = context.new_page()
    answer = page.goto(url)
    assert answer is not None
    assert answer.status == 403
    assert "display --web" in page.inner_text("body")
    assert page.query_selector("#terminal") is None
    context.close()


def status(url: str, path: str, headers: Mapping[str, str]) -> int:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=30)
    connection.putrequest("GET", path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    found = connection.getresponse().status
    connection.close()
    return found


def other_ways_in(url: str, context: BrowserContext) -> None:
    """Names that point to this machine, pages of others, the websocket without its page."""
    origin = url.partition("/?")[0]
    jar = "; ".join(f"{one['name']}={one['value']}" for one in context.cookies())
    assert all(one["httpOnly"] and one["sameSite"] == "Strict" for one in context.cookies())
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }
    ours = {"Cookie": jar}
    assert status(url, "/", ours) == 200
    assert status(url, "/", {**ours, "Host": "rebound.example"}) == 403
    assert (
        status(url, "/", {**ours, "Host": origin.replace("http://127.0.0.1", "localhost")}) == 403
    )
    assert status(url, "/static/textual.js", {}) == 403
    assert status(url, "/static/..%2Fweb.py", ours) == 404
    assert status(url, "/download/x", ours) == 404
    assert status(url, "/ws", {**upgrade, "Origin": origin}) == 403
    assert status(url, "/ws", {**ours, **upgrade, "Origin": "http://rebound.example"}) == 403
    assert status(url, "/ws", {**ours, **upgrade}) == 403
    assert status(url, "/ws", {**ours, **upgrade, "Origin": origin}) == 101


def go_on_until(desk: Terminal, watched: Watched, title: str) -> None:
    """Space carries the lesson: press it until the class screen shows the step."""
    came = len(watched.frames)
    for _ in range(MOST_SPACES):
        desk.type(SPACE)
        watched.page.wait_for_timeout(1000)
        if title in words_in(watched.frames[came:]):
            return
    raise AssertionError(f"{title} did not come: {words_in(desk.seen[-4000:])}")


def look(watched: Watched, desk: Terminal, steps: Sequence[Step], pictures: Path | None) -> None:
    """The group task, then the teacher's next step, then nothing, then the step again."""
    number = next(n for n, step in enumerate(steps) if step.id == GROUP_STEP)
    task, following = steps[number], steps[number + 1]
    came = len(watched.frames)
    go_on_until(desk, watched, task.title)
    watched.until(task.of_kind("task")[0].text.partition("。")[0], came)
    shown = watched.page.screenshot()
    keep(watched, pictures, "group-task")
    go_on_until(desk, watched, following.title)
    watched.until_seen(lambda now: now != shown)
    keep(watched, pictures, "next-step")
    desk.type(F12)
    blank = blank_page(watched)
    keep(watched, pictures, "blank")
    came = len(watched.frames)
    desk.type(F12)
    watched.until(following.title, came)
    watched.until_seen(lambda now: now != blank)


def blank_page(watched: Watched) -> bytes:
    """The page once two pictures a second and a half apart are alike: it shows no clock."""
    before = [b""]

    def stands(now: bytes) -> bool:
        alike, before[0] = now == before[0], now
        if not alike:
            watched.page.wait_for_timeout(1500)
        return alike

    return watched.until_seen(stands)


def keep(watched: Watched, folder: Path | None, name: str) -> None:
    """Keep a picture of the page, if somebody wants to look."""
    if folder is not None:
        watched.page.screenshot(path=folder / f"{name}.png")


def nothing_else(watched: Watched, url: str, school: School, group: ClassGroup) -> None:
    """No request off the machine; of a pupil, a concern or a duty not a word."""
    here = urlsplit(url).netloc
    assert {urlsplit(one).netloc for one in watched.requests} <= {here, ""}
    assert all(one.startswith(("http://", "ws://", "data:")) for one in watched.requests)
    assert [one for one in watched.complaints if "Content Security" in one] == []
    told = words_in(watched.frames)
    assert [one.name for one in group.learners if one.name in told] == []
    concerns = [one["sentence"]["zh"] for one in concern_rows(school, group.name)]
    assert concerns, "the demo has pupils who are slipping away"
    assert [one for one in concerns if "".join(one.split()) in told] == []


def main(where: Path, pictures: Path | None) -> None:
    """Teach, look on, and try the other ways in."""
    school = build_demo(where, language="zh")
    group = next(one for one in school.classes.list() if "g7-9" in one.audiences)
    steps = school.lesson(COURSE, school.setting(group)).steps
    with teacher(where, group.name) as desk, web() as url, sync_playwright() as play:
        desk.read_until("Enter", 0)
        desk.type(CTRL_D)
        desk.read_until("第二屏", 0)
        browser = play.chromium.launch(executable_path=chromium(), args=FLAGS)
        refused(browser, re.sub(r"token=.*", "token=guessed", url))
        context = browser.new_context(viewport={"width": 1024, "height": 768})
        watched = Watched(context.new_page())
        watched.page.goto(url)
        assert watched.page.url == f"{url.partition('?')[0]}", "the token stays in no history"
        watched.until("马上开始")
        keep(watched, pictures, "before")
        for keys, shows in ((ENTER, "缺席"), (ENTER, "准备"), (SPACE, "手势")):
            before = desk.now()
            desk.type(keys)
            desk.read_until(shows, before)
        look(watched, desk, steps, pictures)
        refused(browser, url)
        other_ways_in(url, context)
        nothing_else(watched, url, school, group)
        browser.close()


if __name__ == "__main__":
    if "--cut" in sys.argv:
        raise_loopback()
        assert is_cut(), "this network is not cut"
    folders = [Path(one) for one in sys.argv[1:] if not one.startswith("--")]
    main(folders[0], folders[1] if len(folders) > 1 else None)
