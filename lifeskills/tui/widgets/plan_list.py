"""The plan of the day: steps with minutes, what is done, what runs, what is to come."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widget import Widget

from lifeskills.core.session import SessionState
from lifeskills.tui.words import visible

_SIGNS = {"done": "✓", "running": "▸", "left-out": "x", "to-come": " "}
_STYLES = {
    "done": "$foreground 70%",
    "running": "bold $primary",
    "left-out": "$foreground 70%",
    "to-come": "",
}
_LEFT_OUT = frozenset({"skipped", "cut"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """One line of the plan. ``minutes`` is what a done step took, else what is planned for it."""

    title: str
    minutes: int
    how: str
    """done, running, left-out or to-come"""


def plan_rows(state: SessionState) -> tuple[PlanRow, ...]:
    """The plan as it stands; a step that was cut from the plan stays visible as left out."""
    runs = {run.id: run for run in state.runs if run.ended is not None and run.reason != "back"}
    rows = []
    for step in state.plan:
        run = runs.get(step.id)
        how = "to-come"
        minutes = step.minutes + state.added.get(step.id, 0)
        if step.id == state.step:
            how = "running"
        elif run is not None:
            how = "left-out" if run.reason in _LEFT_OUT else "done"
            minutes = round(run.seconds / 60)
        rows.append(PlanRow(title=step.title, minutes=minutes, how=how))
    return tuple(rows)


class PlanList(Widget):
    """Lines of the plan, the running step always in sight."""

    DEFAULT_CSS = "PlanList { height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[PlanRow, ...] = ()

    def show(self, rows: tuple[PlanRow, ...]) -> None:
        """Show this plan."""
        if rows != self.rows:
            self.rows = rows
            self.refresh()

    def render(self) -> Content:
        """As many lines as fit, the running one among them."""
        height = max(1, self.size.height)
        running = next((n for n, row in enumerate(self.rows) if row.how == "running"), 0)
        first = max(0, min(running - height // 2, len(self.rows) - height))
        lines = [self._line(row) for row in self.rows[first : first + height]]
        return Content("\n").join(lines)

    def _line(self, row: PlanRow) -> Content:
        minutes = f"{row.minutes:>3}"
        room = max(1, self.size.width - 2 - len(minutes))
        title = visible(row.title)
        if cell_len(title) > room:
            title = set_cell_size(title, room - 1).rstrip() + "…"
        words = f"{_SIGNS[row.how]} {set_cell_size(title, room)}{minutes}"
        return Content.styled(words, _STYLES[row.how])
