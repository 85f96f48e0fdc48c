"""Who may see the class screen in a browser: whoever opens an address that is good once.

The address is printed in the terminal of the person who asked for it. Its token is exchanged for a
cookie that scripts cannot read and other sites cannot send; every later request must bring it.
"""

from __future__ import annotations

import hmac

from lifeskills.display.address import LOOPBACK, new_token


class Gate:
    """One browser's way in, on one port of this machine."""

    def __init__(self, port: int) -> None:
        self.host = f"{LOOPBACK}:{port}"
        self.origin = f"http://{self.host}"
        self.cookie_name = f"lifeskills-{port}"
        """Browsers give the cookies of one port to every other of the machine: so the port."""
        self.wrong = 0
        """How many were turned away; from the second on each is kept waiting."""
        self._token = new_token()
        self._cookie = new_token()
        self._used = False

    @property
    def url(self) -> str:
        """The address that is good once."""
        return f"{self.origin}/?token={self._token}"

    def exchange(self, token: str) -> str | None:
        """The cookie for the token, the first time; None for any other, and ever after."""
        right = hmac.compare_digest(token.encode(), self._token.encode())
        if not right or self._used:
            self.wrong += 1
            return None
        self._used = True
        return self._cookie

    def knows(self, cookie: str | None) -> bool:
        """True for the cookie that was given, once it was given."""
        given = (cookie or "").encode()
        return hmac.compare_digest(given, self._cookie.encode()) and self._used

    def is_here(self, host: str | None) -> bool:
        """True if the browser asked for this machine by number, not by a name that points to it."""
        return host == self.host

    def is_our_page(self, origin: str | None) -> bool:
        """True if a websocket is opened by the page that we served."""
        return origin == self.origin
