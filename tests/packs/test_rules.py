"""Every rule of ``pack check`` has an example that breaks it, and only rules that exist are met."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import lifeskills.packs
from lifeskills.core.curriculum import ContentRule, PackView
from lifeskills.core.errors import ContentError
from lifeskills.core.text import Text
from lifeskills.packs.check import Finding, check
from lifeskills.packs.rules import RULES
from lifeskills.packs.rules.reading import READING_RULES
from tests.packs.examples import BASE, EXAMPLES, SAT, SENDING, SITTING
from tests.packs.sample import ACTIVITIES, DAY, PACK, folders, write_stamped

ELSEWHERE = {
    "overlay-drop",
    "bytes",
    "unreadable",
    "translation-missing",
    "pack-twice",
}
"""Rules whose example is no change of words; each has a test of its own below."""


def findings(root: Path) -> list[Finding]:
    return check(folders(root), day=DAY, activities=ACTIVITIES)


def change(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    assert old in before
    path.write_text(before.replace(old, new) if old else new, encoding="utf-8", newline="")


@pytest.mark.parametrize("rule", sorted(EXAMPLES))
def test_rule_when_broken(rule: str, tmp_path: Path) -> None:
    write_stamped(tmp_path)
    file, old, new = EXAMPLES[rule]
    if file.startswith("other/"):
        text = PACK.format(id="other", kind="overlay", when='{ side = "sending" }')
        change(tmp_path, "other/pack.toml", "", text)
    change(tmp_path, file, old, new)

    found = [one for one in findings(tmp_path) if one.rule == rule]

    assert found, f"{rule} was not found"
    assert all(one.line >= 1 and str(one.message) and str(one.mend) for one in found)


def test_a_sitting_needs_neither_phases_nor_a_slip_nor_a_kind(tmp_path: Path) -> None:
    write_stamped(tmp_path)
    change(tmp_path, SAT, "", SITTING)
    assert {one.rule for one in findings(tmp_path)} == {"translation-missing"}


def test_what_is_asked_before_a_pathway_is_a_sitting(tmp_path: Path) -> None:
    write_stamped(tmp_path)
    pathways = "core/pathways.toml"
    change(tmp_path, SAT, "", SITTING)
    change(
        tmp_path, pathways, 'audience = "g7-9"\n', 'audience = "g7-9"\nasked_before = ["sitting"]\n'
    )
    assert {one.rule for one in findings(tmp_path)} == {"translation-missing"}
    change(tmp_path, pathways, '["sitting"]', '["say-no"]')

    (found,) = [one for one in findings(tmp_path) if one.rule == "pathway-names"]

    assert str(found.message) == "“say-no” is no sitting for this audience."


def test_musts_that_no_rescue_can_hold_are_named_with_their_minutes(tmp_path: Path) -> None:
    write_stamped(tmp_path)
    change(
        tmp_path, BASE, "minutes=8 least=4 shape=pairs needs=must", "minutes=8 least=8 needs=must"
    )

    (found,) = [one for one in findings(tmp_path) if one.rule == "rescue"]

    assert str(found.message) == "The must steps need 21 minutes; a rescue has 20."


def test_class_meeting_that_is_too_long_is_named_with_its_minutes(tmp_path: Path) -> None:
    write_stamped(tmp_path)
    change(tmp_path, BASE, "minutes=14 least=6", "minutes=15 least=15")

    found = [str(one.message) for one in findings(tmp_path) if one.rule == "class-meeting"]

    assert found == ["The class-meeting cut needs 26 minutes, not 25."]


QUIET = """
[quiet]
who = { zh = "女生", en = "girls" }
why = { zh = "家务多。", en = "More chores." }
[[quiet.lesson]]
course = "say-no"
do = { zh = "先在组里说。", en = "In the group first." }
"""


@pytest.mark.parametrize(
    ("rule", "old", "new"),
    [
        ("pathway-names", '"say-no"', '"say-noo"'),
        ("pack-words", ', en = "More chores."', ""),
    ],
)
def test_who_speaks_less_names_a_course_and_is_in_both_languages(
    tmp_path: Path, rule: str, old: str, new: str
) -> None:
    write_stamped(tmp_path)
    change(tmp_path, "guizhou/place.toml", 'iso = "CN-GZ"\n', f'iso = "CN-GZ"\n{QUIET}')
    assert not findings(tmp_path)
    change(tmp_path, "guizhou/place.toml", old, new)

    (found,) = findings(tmp_path)

    assert (found.rule, found.file.rpartition("/")[2]) == (rule, "place.toml")


@pytest.mark.parametrize("asked", ["PCL-99", "LPM-11"])
def test_a_card_asks_only_about_what_may_not_be_said(tmp_path: Path, asked: str) -> None:
    write_stamped(tmp_path)
    change(
        tmp_path,
        "law/cards/min-age.zh.md",
        'articles = ["PCL-2"]\n',
        f'articles = ["PCL-2"]\nasks = ["{asked}"]\n',
    )

    (found,) = findings(tmp_path)

    assert found.rule == "card-asks"
    assert asked in str(found.message)


def test_rules_and_examples_are_the_same() -> None:
    """A rule without an example, or an example without a rule, is a mistake."""
    known = {rule.id for rule in RULES} | set(READING_RULES)

    assert known == set(EXAMPLES) | ELSEWHERE


def test_rules_raised_while_reading_are_listed() -> None:
    folder = Path(lifeskills.packs.__file__).parent
    text = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    raised = set(
        re.findall(r'(?:rule=|Trouble\(\s*|_wrong\([^"]*?, |wrong\([^"]*?, )"([a-z-]+)"', text)
    )

    assert raised <= set(READING_RULES)


def test_bytes_name_the_line(tmp_path: Path) -> None:
    write_stamped(tmp_path)
    path = tmp_path / "core/lessons/08-say-no.zh.md"
    raw = path.read_bytes()
    where = raw.index("可以画画".encode())
    path.write_bytes(raw[:where] + "上课".encode("gb18030") + raw[where:])

    found = [one for one in findings(tmp_path) if one.rule == "bytes"]

    assert [raw[:where].count(b"\n") + 1] == [one.line for one in found]


def test_unreadable_pack_toml(tmp_path: Path) -> None:
    write_stamped(tmp_path)
    (tmp_path / "law/pack.toml").unlink()
    (tmp_path / "law/pack.toml").mkdir()

    assert "unreadable" in {one.rule for one in findings(tmp_path)}


def test_translation_missing(tmp_path: Path) -> None:
    write_stamped(tmp_path)
    (tmp_path / "core/lessons/08-say-no.en.md").unlink()

    assert {"translation-missing"} == {one.rule for one in findings(tmp_path)}


def test_translation_missing_is_fine_in_a_school(tmp_path: Path) -> None:
    write_stamped(tmp_path)
    (tmp_path / "core/lessons/08-say-no.en.md").unlink()

    found = check(folders(tmp_path, "school"), day=DAY)

    assert "translation-missing" not in {one.rule for one in found}


def test_pack_twice(tmp_path: Path) -> None:
    write_stamped(tmp_path)
    change(tmp_path, "copy/pack.toml", "", PACK.format(id="core", kind="curriculum", when="{}"))

    assert "pack-twice" in {one.rule for one in findings(tmp_path)}


def test_overlay_drops_the_only_must(tmp_path: Path) -> None:
    write_stamped(tmp_path)
    change(tmp_path, BASE, " serves=o1}", "}")
    change(tmp_path, SENDING, "{#warm ", "{#warm .drop ")
    change(tmp_path, BASE, "needs=must}", "needs=must serves=o1}")
    change(tmp_path, BASE, "needs=must serves=o1}\n::: say", "needs=must}\n::: say")
    change(tmp_path, BASE, "needs=must serves=o1}\n::: ask", "needs=must}\n::: ask")
    change(tmp_path, BASE, "serves=o1 talk=home", "talk=home")
    change(tmp_path, BASE, "serves=o1 checks=o1", "checks=o1")

    assert "overlay-drop" in {one.rule for one in findings(tmp_path)}


def test_rules_of_plugins_are_asked_and_placed(tmp_path: Path) -> None:
    """A plugin names a file from the pack's folder; the finding has its whole name."""

    def nothing_is_good(view: PackView) -> Iterator[ContentError]:
        for page in view.pages:
            yield ContentError("Not good.", file=page.file, line=1, rule="never", mend="No way.")

    rule = ContentRule(id="never", title=Text(en="Never"), check=nothing_is_good)
    found = check(write_stamped(tmp_path), [rule], day=DAY, only=["sending"])

    assert {str(tmp_path / "sending/lessons" / f"08-say-no.{x}.md") for x in ("zh", "en")} == {
        one.file for one in found
    }


def test_only_names_the_packs_asked_for(tmp_path: Path) -> None:
    write_stamped(tmp_path)
    change(tmp_path, "law/numbers.toml", 'source = "hearsay"', 'source = ""')

    found = check(folders(tmp_path), day=DAY, only=["core"], activities=ACTIVITIES)

    assert found == []


def test_a_signal_whose_card_nobody_wrote_is_named_on_its_line(tmp_path: Path) -> None:
    write_stamped(tmp_path)
    change(tmp_path, "stories/signals.toml", 'id = "secret"', 'id = "secret"\ncard = "min-aeg"')

    (found,) = [one for one in findings(tmp_path) if one.rule == "story-cards"]

    assert (found.file.rpartition("/")[2], found.line) == ("signals.toml", 2)
