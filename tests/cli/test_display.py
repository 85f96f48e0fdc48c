"""``display`` where it cannot run: each time it says what to do, in the language of the call."""

from __future__ import annotations

import socket

import pytest

from tests.cli.conftest import Call


@pytest.mark.parametrize(("language", "says"), [("en", "--web"), ("zh", "大屏要在终端里打开")])
def test_without_a_terminal_it_points_to_the_browser(call: Call, language: str, says: str) -> None:
    done = call("--screen-language", language, "display")
    assert done.exit_code == 2
    assert says in done.stderr


@pytest.mark.parametrize(
    "options",
    [
        ("--at", "127.0.0.1:40000"),
        ("--token", "sesame"),
        ("--at", "192.0.2.1:40000", "--token", "sesame"),
        ("--at", "40000", "--token", "sesame"),
        ("--at", "127.0.0.1:http", "--token", "sesame"),
        ("--at", "127.0.0.1:70000", "--token", "sesame"),
    ],
)
def test_only_this_machine_is_asked(call: Call, options: tuple[str, ...]) -> None:
    done = call("--screen-language", "en", "display", *options)
    assert done.exit_code == 2
    assert "only this machine is asked" in done.stderr


def test_a_port_that_is_taken_is_named(call: Call) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = call("--screen-language", "en", "display", "--web", "--port", str(port))
    assert done.exit_code == 2
    assert f"Port {port} cannot be used" in done.stderr
