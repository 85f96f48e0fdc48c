"""What adults owe: the limit on workload, silences, duties, seat order."""

from __future__ import annotations

import datetime as dt
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeskills.core.concern import (
    LEVELS,
    SILENCE_CODES,
    ClassHistory,
    Finding,
    LearnerHistory,
    Level,
    SignalRule,
    Silence,
    Thresholds,
)
from lifeskills.core.errors import SessionError
from lifeskills.core.following import (
    DUTY_DAYS,
    WORKLOAD,
    DutyDone,
    check_silence,
    check_worry,
    findings_of,
    following,
)
from lifeskills.core.people import Learner
from lifeskills.core.text import Sentence

TODAY = dt.date(2026, 11, 23)


def day(before: int) -> dt.date:
    return TODAY - dt.timedelta(days=before)


def finding(
    level: Level = "ask",
    *,
    missed: tuple[int, ...] = (1,),
    rule: str = "run",
    seen: tuple[str, ...] = (),
) -> Finding:
    """A finding whose facts are days before today."""
    sessions = tuple(day(one).isoformat() for one in missed)
    days = [day(one) for one in missed] or [day(5)]
    return Finding(
        rule=rule,
        version="1/1",
        level=level,
        sentence=Sentence("Absent."),
        sessions=sessions,
        since=min(days),
        missed=sessions,
        seen=seen,
        newest=max(days),
    )


def silence(of: Finding, *, code: str = "talked-fine", on: int = 0, again: int = 14) -> Silence:
    """Put aside ``on`` days ago, to be looked at ``again`` days after that."""
    return Silence(
        learner="p-1",
        rule=of.rule,
        code=code,
        on=day(on),
        look_again=day(on) + dt.timedelta(days=again),
        sessions=of.facts,
    )


def learners(count: int = 10) -> list[Learner]:
    return [
        Learner(id=f"p-{n}", number=n, desk=((n - 1) // 8 + 1, (n - 1) % 8 + 1))
        for n in range(1, count + 1)
    ]


class TestLimit:
    @given(
        st.lists(st.tuples(st.sampled_from(LEVELS), st.integers(1, 60)), min_size=0, max_size=60)
    )
    def test_leaves_nothing_out_but_moves_it_under_also(
        self, found: list[tuple[Level, int]]
    ) -> None:
        everybody = learners(60)
        findings = {
            one.id: (finding(level, missed=(before,)),)
            for one, (level, before) in zip(everybody, found, strict=False)
        }

        result = following(findings, everybody, today=TODAY)

        shown = [*result.concerns, *result.also]
        assert {one.learner for one in shown} == set(findings)
        assert len(shown) == len(findings)
        assert len(result.concerns) <= math.ceil(WORKLOAD * len(everybody))
        asked = [one for one in shown if one.duties]
        assert len(result.concerns) == min(len(asked), math.ceil(WORKLOAD * len(everybody)))
        assert all(one.also for one in result.also)
        assert not any(one.also for one in result.concerns)

    def test_takes_the_gravest_first_then_the_newest(self) -> None:
        findings = {
            "p-1": (finding("ask", missed=(1,)),),
            "p-2": (finding("visit", missed=(9,)),),
            "p-3": (finding("visit", missed=(2,)),),
        }

        result = following(findings, learners(10), today=TODAY)

        assert [one.learner for one in result.concerns] == ["p-3"]
        assert [one.learner for one in result.also] == ["p-1", "p-2"]

    def test_does_not_count_what_is_done(self) -> None:
        findings = {"p-1": (finding(),), "p-2": (finding(),)}
        done = [DutyDone("p-1", "ask", TODAY)]

        result = following(findings, learners(10), today=TODAY, done=done)

        assert [one.learner for one in result.concerns] == ["p-1", "p-2"]

    def test_keeps_a_note_under_also_since_it_asks_nothing(self) -> None:
        result = following({"p-1": (finding("note"),)}, learners(10), today=TODAY)

        assert result.concerns == ()
        assert result.also[0].duties == ()


@given(st.permutations(range(1, 11)))
def test_lists_are_in_seat_order_whatever_the_order_of_the_list(order: list[int]) -> None:
    everybody = learners(100)
    findings = {f"p-{n}": (finding(missed=(n,)),) for n in order}
    mixed = sorted(everybody, key=lambda one: (one.number * 37) % 101)

    result = following(findings, mixed, today=TODAY)

    assert [one.learner for one in result.concerns] == [f"p-{n}" for n in range(1, 11)]


class TestDuties:
    def test_are_counted_from_the_newest_fact(self) -> None:
        share = finding("ask", missed=(200, 90, 4), rule="share")

        (concern,) = following({"p-1": (share,)}, learners(), today=TODAY).concerns

        assert [(duty.kind, duty.due) for duty in concern.duties] == [
            ("ask", day(4) + dt.timedelta(days=DUTY_DAYS["ask"]))
        ]

    @pytest.mark.parametrize(
        ("level", "kinds"),
        [
            ("ask", ["ask"]),
            ("open", ["talk", "buddy"]),
            ("visit", ["visit", "aid"]),
        ],
    )
    def test_follow_from_the_level(self, level: Level, kinds: list[str]) -> None:
        (concern,) = following({"p-1": (finding(level),)}, learners(), today=TODAY).concerns

        assert [duty.kind for duty in concern.duties] == kinds

    def test_of_compulsory_school_include_register_and_report(self) -> None:
        result = following({"p-1": (finding("visit"),)}, learners(), today=TODAY, compulsory=True)

        kinds = [duty.kind for duty in result.concerns[0].duties]
        assert kinds == ["visit", "aid", "register", "report"]

    def test_of_a_worry_go_to_the_pupil_and_not_around_her(self) -> None:
        worry = finding(missed=(), rule="worry", seen=("asked-for-help 2026-11-18",))

        (concern,) = following({"p-1": (worry,)}, learners(), today=TODAY).concerns

        assert [duty.kind for duty in concern.duties] == ["talk"]

    @pytest.mark.parametrize(("ago", "done"), [(1, True), (2, True), (3, False)])
    def test_are_done_by_what_was_done_since_the_newest_fact(self, ago: int, done: bool) -> None:
        acts = [DutyDone("p-1", "ask", day(ago)), DutyDone("p-2", "ask", TODAY)]

        (concern,) = following(
            {"p-1": (finding(missed=(9, 2)),)}, learners(), today=TODAY, done=acts
        ).concerns

        assert concern.duties[0].done_on == (day(ago) if done else None)


class TestSilence:
    def test_holds_while_there_is_nothing_new_and_ends_with_a_new_absence(self) -> None:
        before, after = finding(missed=(9, 2)), finding(missed=(9, 2, 1))
        put_aside = [silence(before)]

        quiet = following({"p-1": (before,)}, learners(), today=TODAY, silences=put_aside)
        back = following({"p-1": (after,)}, learners(), today=TODAY, silences=put_aside)

        assert quiet.concerns == ()
        assert len(back.concerns) == 1

    @given(st.sets(st.integers(1, 40), min_size=1), st.sets(st.integers(1, 40), min_size=1))
    def test_ends_only_with_new_facts(self, then: set[int], now: set[int]) -> None:
        put_aside = [silence(finding(missed=tuple(then)))]

        result = following(
            {"p-1": (finding(missed=tuple(now)),)}, learners(), today=TODAY, silences=put_aside
        )

        assert bool(result.concerns) == (not now <= then)

    def test_answers_one_rule_of_one_learner(self) -> None:
        run, share = finding(), finding(rule="share")
        findings = {"p-1": (run, share), "p-2": (run,)}

        result = following(findings, learners(30), today=TODAY, silences=[silence(run)])

        assert [[f.rule for f in one.findings] for one in result.concerns] == [["share"], ["run"]]

    def test_of_a_worry_ends_with_a_new_worry_of_the_same_day(self) -> None:
        old = finding(missed=(), rule="worry", seen=("often-alone 2026-11-23",))
        new = finding(missed=(), rule="worry", seen=(*old.seen, "asked-for-help 2026-11-23"))

        quiet = following({"p-1": (old,)}, learners(), today=TODAY, silences=[silence(old)])
        back = following({"p-1": (new,)}, learners(), today=TODAY, silences=[silence(old)])

        assert quiet.concerns == ()
        assert len(back.concerns) == 1

    @pytest.mark.parametrize(("missed", "silent"), [((9, 6), True), ((9, 6, 4), False)])
    def test_of_illness_lasts_until_the_day_of_return(
        self, missed: tuple[int, ...], silent: bool
    ) -> None:
        ill = silence(finding(missed=(9,)), code="ill-back-on", on=8, again=3)

        result = following(
            {"p-1": (finding(missed=missed),)}, learners(), today=TODAY, silences=[ill]
        )

        assert (result.concerns == ()) == silent

    @pytest.mark.parametrize(("on", "due"), [(13, False), (14, True), (29, True)])
    def test_is_looked_at_again_from_its_day_on(self, on: int, due: bool) -> None:
        run = finding(missed=(40,))
        put_aside = silence(run, on=on)

        result = following({"p-1": (run,)}, learners(), today=TODAY, silences=[put_aside])

        assert result.look_again == ((put_aside,) if due else ())

    def test_is_not_looked_at_again_when_put_aside_anew_or_when_nothing_stands(self) -> None:
        run = finding(missed=(40,))
        old, new = silence(run, on=20), silence(run, on=1)

        anew = following({"p-1": (run,)}, learners(), today=TODAY, silences=[new, old])
        faded = following({}, learners(), today=TODAY, silences=[old])

        assert anew.look_again == ()
        assert anew.concerns == ()
        assert faded.look_again == ()

    @pytest.mark.parametrize("days", [0, -1, 31])
    def test_names_a_day_one_to_thirty_days_ahead(self, days: int) -> None:
        with pytest.raises(SessionError, match="1 to 30"):
            check_silence(silence(finding(), again=days))

    def test_takes_no_free_text(self) -> None:
        with pytest.raises(SessionError, match="Choose a reason"):
            check_silence(silence(finding(), code="her father drinks"))
        with pytest.raises(SessionError, match="Choose what you saw"):
            check_worry("her father drinks")

    @pytest.mark.parametrize("code", SILENCE_CODES)
    def test_takes_each_code(self, code: str) -> None:
        assert check_silence(silence(finding(), code=code)).code == code


def test_findings_stand_by_gravity_then_by_rule() -> None:
    def rule(name: str, level: Level | None) -> SignalRule:
        return SignalRule(
            id=name,
            version="1",
            judge=lambda *_: finding(level, rule=name) if level else None,
        )

    rules = [rule("b", "ask"), rule("d", None), rule("c", "visit"), rule("a", "ask")]
    history = ClassHistory(sessions=(), today=TODAY)

    found = findings_of([LearnerHistory(learner="p-1", sessions=())], history, rules, Thresholds())

    assert [one.rule for one in found["p-1"]] == ["c", "a", "b"]
