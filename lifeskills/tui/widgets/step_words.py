"""What to say, do and ask in the running step; the task and the board as pupils see them."""

from __future__ import annotations

from collections.abc import Iterator

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from lifeskills.classroom.lessons import BLOCK_TITLES
from lifeskills.core.kindnotes import RULES
from lifeskills.core.lesson import Block, Step
from lifeskills.core.stepwords import StepPage, View, step_pages
from lifeskills.core.text import Sentence
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.prose import paragraphs
from lifeskills.tui.widgets.paragraphs import Paragraphs
from lifeskills.tui.words import visible
from lifeskills.tui.wrapping import Paragraph

VIEW_WORDS: dict[View, Sentence] = {
    "teacher": Sentence("Teacher"),
    "task": Sentence("Task"),
    "board": Sentence("Board"),
    "notes": Sentence("Notes"),
}
SHAPE_WORDS = {
    "pairs": Sentence("pairs"),
    "fours": Sentence("fours"),
    "eights": Sentence("eights"),
    "groups": Sentence("groups"),
    "class": Sentence("whole class"),
    "alone": Sentence("each alone"),
    "standing": Sentence("standing"),
}
READ_WORDS = {
    "teacher": Sentence("the teacher reads it aloud"),
    "group": Sentence("the groups read it"),
    "pair": Sentence("desk mates read it"),
}
_FOR_PUPILS = frozenset({"task", "board", "slip"})


class StepWords(Vertical):
    """The words of one step in up to four views; Tab turns to the next."""

    DEFAULT_CSS = """
    StepWords { height: 1fr; }
    StepWords #step-views { height: 1; }
    StepWords VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    StepWords #step-text { height: auto; }
    """
    app = getters.app(LifeskillsApp)

    def __init__(self) -> None:
        super().__init__()
        self._step: Step | None = None
        self._pages: tuple[StepPage, ...] = ()
        self._view: View = "teacher"
        self._instead: tuple[Paragraph, ...] = ()

    def compose(self) -> ComposeResult:
        """The names of the views above the words."""
        yield Static("", id="step-views", markup=False)
        scroll = VerticalScroll(Paragraphs(id="step-text"))
        scroll.can_focus = False
        yield scroll

    def show(self, step: Step | None, *, instead: str) -> None:
        """Show a step from its beginning; ``instead`` stands there when none runs."""
        if step is self._step and step is not None:
            return
        self._step, self._view = step, "teacher"
        self._pages = step_pages(step) if step is not None else ()
        self._instead = tuple(paragraphs(instead))
        self._draw()

    def turn(self) -> None:
        """Turn to the next view that has something in it."""
        views = [page.view for page in self._pages]
        if self._view in views:
            self._view = views[(views.index(self._view) + 1) % len(views)]
            self._draw()

    def scroll_lines(self, lines: int) -> None:
        """Move the words up or down."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    @property
    def text(self) -> str:
        """What can be read now."""
        return "\n".join(one.words.plain for one in self.query_one(Paragraphs).paragraphs)

    def _draw(self) -> None:
        page = next((one for one in self._pages if one.view == self._view), None)
        lines = self._blocks(page) if page is not None else self._instead
        self.query_one(Paragraphs).show(tuple(lines))
        self.query_one("#step-views", Static).update(self._heading())
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def _heading(self) -> Content:
        if self._step is None:
            return Content("")
        names = [
            (self._titled(page), "bold reverse" if page.view == self._view else "")
            for page in self._pages
        ]
        tabs = Content(" ").join([Content.styled(f" {name} ", style) for name, style in names])
        shape = self.app.say(SHAPE_WORDS[self._step.shape])
        return Content.assemble(tabs, "  ", (shape, "$foreground 70%"))

    def _titled(self, page: StepPage) -> str:
        """A view's name; the notes carry a mark where they hold rules to keep to."""
        mark = "!" if any(block.id == RULES for block in page.blocks) else ""
        return self.app.say(VIEW_WORDS[page.view]) + mark

    def _blocks(self, page: StepPage) -> Iterator[Paragraph]:
        for number, block in enumerate(page.blocks):
            if number:
                yield Paragraph(Content(""))
            if page.view not in ("task", "board"):
                title = self.app.say(BLOCK_TITLES[block.kind])
                style = "bold $secondary" if block.kind in _FOR_PUPILS else "bold $primary"
                yield Paragraph(Content.assemble((title, style), *self._remarks(block)))
            yield from paragraphs(block.text)

    def _remarks(self, block: Block) -> Iterator[tuple[str, str]]:
        remarks: list[Sentence] = []
        if block.read:
            remarks.append(READ_WORDS[block.read])
        if block.stale is not None:
            remarks.append(Sentence("(The base changed on {day}: compare.)", day=block.stale))
        if block.language:
            remarks.append(Sentence("(Not translated yet: {language})", language=block.language))
        for remark in remarks:
            yield visible(f"  {self.app.say(remark)}"), "$foreground 70%"
