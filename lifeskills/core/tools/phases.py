"""A countdown through the phases of an activity; every tool may carry one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lifeskills.core.text import Sentence, Words
from lifeskills.core.tool import Action, ToolClock, ToolStep

NEXT = Action(id="next-phase", title=Sentence("Next phase"), key="n")
PAUSE = Action(id="pause", title=Sentence("Stop the clock"))
RESUME = Action(id="resume", title=Sentence("Let the clock run on"))


@dataclass(frozen=True, slots=True)
class Phases:
    """Phases with seconds each, running one after the other; pure of every clock but ``at``.

    ``first`` is the phase that was begun last by hand, at ``begun``; the later ones follow by
    themselves, unless each ``by_hand`` waits for its key and runs over until then. ``waited`` is
    the seconds the clock stood still since then.
    """

    names: tuple[Words, ...]
    seconds: tuple[float, ...]
    begun: float = 0.0
    first: int = 0
    waited: float = 0.0
    stopped: float | None = None
    by_hand: bool = False

    @classmethod
    def of(cls, step: ToolStep) -> Phases:
        """The activity's phases over the step's minutes; one phase if it has none."""
        total = max(0, step.minutes or step.step.minutes) * 60.0
        specs = step.activity.phases if step.activity else ()
        shares = sum(spec.share for spec in specs)
        if not specs or shares <= 0:
            return cls(("",), (total,), begun=step.begun)
        return cls(
            tuple(spec.title for spec in specs),
            tuple(total * spec.share / shares for spec in specs),
            begun=step.begun,
        )

    def now(self, at: float) -> tuple[int, float]:
        """The running phase (from 0) and its seconds left; below 0 when the last runs over."""
        until = self.stopped if self.stopped is not None else at
        gone = max(0.0, until - self.begun - self.waited)
        if self.by_hand:
            return self.first, self.seconds[self.first] - gone
        for number in range(self.first, len(self.names) - 1):
            if gone < self.seconds[number]:
                return number, self.seconds[number] - gone
            gone -= self.seconds[number]
        return len(self.names) - 1, self.seconds[-1] - gone

    def clock(self, at: float) -> ToolClock:
        """What the face shows."""
        number, left = self.now(at)
        return ToolClock(
            left=left,
            total=self.seconds[number],
            phase=self.names[number],
            number=number + 1,
            of=len(self.names),
        )

    def actions(self) -> tuple[Action, ...]:
        """Next phase where there are several; the clock can be stopped and let run on."""
        several = (NEXT,) if len(self.names) > 1 else ()
        return (*several, RESUME if self.stopped is not None else PAUSE)

    def apply(self, action: str, at: float) -> Phases:
        """The phases after a key; an unknown key changes nothing."""
        if action == NEXT.id and len(self.names) > 1:
            number, _ = self.now(at)
            last = min(number + 1, len(self.names) - 1)
            if last == number:
                return self
            stopped = at if self.stopped is not None else None
            return replace(self, begun=at, first=last, waited=0.0, stopped=stopped)
        if action == PAUSE.id and self.stopped is None:
            return replace(self, stopped=at)
        if action == RESUME.id and self.stopped is not None:
            waited = self.waited + max(0.0, at - self.stopped)
            return replace(self, stopped=None, waited=waited)
        return self

    def reached(self, at: float) -> int:
        """How many phases were begun by ``at``."""
        return self.now(at)[0] + 1
