"""One learner's sentences and duties, and beside the chosen duty the words that say how."""

from __future__ import annotations

from collections.abc import Callable

from textual import getters
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll

from lifeskills.classroom.guidance import Guidance
from lifeskills.core.concern import Concern
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.follow_words import concern_lines, guide_lines
from lifeskills.tui.widgets.paragraphs import Paragraphs
from lifeskills.tui.wrapping import Paragraph


class ConcernPanel(Container):
    """Narrow screens have the guide below, wide ones beside; it opens at the first open duty."""

    app = getters.app(LifeskillsApp)

    def __init__(self, how: Callable[[str], tuple[Guidance, ...]], *, id: str) -> None:
        super().__init__(id=id)
        self._how = how
        self._concern: Concern | None = None
        self._duty = 0

    def compose(self) -> ComposeResult:
        """What is so and what is owed, then how."""
        yield VerticalScroll(Paragraphs(id="follow-text"), id="follow-details", can_focus=False)
        yield VerticalScroll(Paragraphs(id="follow-how"), id="follow-guide", can_focus=False)

    def show(self, concern: Concern | None) -> None:
        """Show a concern, or nothing."""
        duties = concern.duties if concern is not None else ()
        self._concern = concern
        self._duty = next((n for n, duty in enumerate(duties) if duty.done_on is None), 0)
        self._draw()

    def choose(self, by: int) -> None:
        """Another duty, with the words that say how."""
        if self._concern is not None and self._concern.duties:
            self._duty = (self._duty + by) % len(self._concern.duties)
            self._draw()

    def read(self, by: int) -> None:
        """Read on or back in the guide."""
        guide = self.query_one("#follow-guide")
        guide.scroll_relative(y=by * max(1, guide.size.height - 1), animate=False)

    def _draw(self) -> None:
        concern, say = self._concern, self.app.say
        lines = concern_lines(concern, say, self._duty) if concern is not None else ()
        self.query_one("#follow-text", Paragraphs).show([Paragraph(line, 2) for line in lines])
        owed = concern is not None and concern.duties
        how = self._how(concern.duties[self._duty].kind) if concern and owed else ()
        guide = self.query_one("#follow-guide")
        guide.display = bool(how)
        guide.scroll_home(animate=False)
        self.query_one("#follow-how", Paragraphs).show(tuple(guide_lines(how, say)))
