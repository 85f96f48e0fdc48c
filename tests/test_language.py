"""The program speaks Chinese where the system does, and every message has its Chinese words."""

from __future__ import annotations

import gettext
import io
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

from lifeskills.core.text import Sentence, Text
from lifeskills.language import catalogue, system_language, translator

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The script that collects messages; it has no .py ending."""
    pytest.importorskip("babel")
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    loader = SourceFileLoader("collect_messages", str(ROOT / ".ci" / "messages"))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    sys.dont_write_bytecode = before
    return module


# -- which language -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LC_ALL": "zh_CN.GB18030", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LANGUAGE": "zh_CN:en", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": ""}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
    ],
)
def test_the_variables_of_a_terminal(env: dict[str, str], expected: str) -> None:
    assert system_language(env, ask=lambda: None) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("zh_CN", "zh"),
        ("zh_HK", "zh"),
        ("Chinese (Simplified)_China", "zh"),
        ("English_United States", "en"),
        (None, "en"),
    ],
)
def test_without_variables_the_system_is_asked(answer: str | None, expected: str) -> None:
    """Windows sets no LANG."""
    assert system_language({}, ask=lambda: answer) == expected


def test_asking_the_real_system_never_fails() -> None:
    assert system_language({}) in {"zh", "en"}


# -- putting words ------------------------------------------------------------------------------


def test_english_needs_no_catalogue() -> None:
    assert translator("en")(Sentence("{n} of {total}", n=3, total=5)) == "3 of 5"


def test_chinese_comes_from_the_catalogue() -> None:
    assert translator("zh")(Sentence("Vote")) == "表决"


def test_values_are_put_in_the_same_language() -> None:
    sentence = Sentence(
        "{plugin}: {fault}", plugin=Text(zh="法律", en="Law"), fault=Sentence("Vote")
    )

    assert translator("zh")(sentence) == "法律: 表决"
    assert translator("en")(sentence) == "Law: Vote"


def test_a_plugins_own_words_need_no_catalogue() -> None:
    sentence = Sentence("Missed {n}", Text(zh="缺了{n}次", en="Missed {n}"), n=2)

    assert translator("zh")(sentence) == "缺了2次"


def test_a_wrong_placeholder_falls_back_to_whole_english() -> None:
    sentence = Sentence("Missed {n}", Text(zh="缺了{次数}次", en="Missed {n}"), n=2)

    assert translator("zh")(sentence) == "Missed 2"


def test_names_with_braces_show_as_themselves() -> None:
    assert translator("zh")(Sentence("{name}", name="{李}[red]")) == "{李}[red]"


def test_an_unknown_language_speaks_english() -> None:
    assert translator("xx")(Sentence("Vote")) == "Vote"


# -- the catalogue ------------------------------------------------------------------------------


def test_every_message_has_chinese_words_with_the_same_placeholders(script: ModuleType) -> None:
    assert list(script.faults(script.collect(), script.read())) == []


def test_the_compiled_catalogue_is_the_written_one(script: ModuleType) -> None:
    assert script.compiled(script.MO.read_bytes()) == script.compiled(
        script.mo_bytes(script.read())
    )
    compiled = gettext.GNUTranslations(io.BytesIO(script.MO.read_bytes()))
    for entry in script.read():
        if entry.id and entry.string:
            assert compiled.gettext(str(entry.id)) == entry.string


def test_the_installed_catalogue_is_found() -> None:
    assert isinstance(catalogue("zh"), gettext.GNUTranslations)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('Sentence("One {n}", n=1)', ["One {n}"]),
        ('_("Two")', ["Two"]),
        ('x = Sentence("A" if y else "B")', ["A", "B"]),
        ('raise UnknownName("Gone.", subject=x, mend="Look again.")', ["Gone.", "Look again."]),
        ('Sentence("Own", Text(zh="自"))', []),
        ('Sentence("Own", words=W)', []),
        ('Sentence("joined "\n "up")', ["joined up"]),
        ('Sentence(f"made {up}")', [""]),
        ("Sentence(name)", []),
    ],
)
def test_messages_are_found_where_they_stand(
    script: ModuleType, code: str, expected: list[str]
) -> None:
    assert [message for message, _ in script.messages(code)] == expected


def test_a_missing_translation_is_a_fault(script: ModuleType) -> None:
    found = {"No such message {n}": [("lifeskills/x.py", 3)]}

    faults = list(script.faults(found, script.read()))

    assert "lifeskills/x.py:3: no Chinese for 'No such message {n}'" in faults


def test_other_placeholders_are_a_fault(script: ModuleType) -> None:
    catalogue_ = script.Catalog(locale="zh_CN")
    catalogue_.add("{n} hands", "{m}只手")

    faults = list(script.faults({"{n} hands": [("x.py", 1)]}, catalogue_))

    assert faults[0].startswith("x.py:1: other placeholders")


def test_plugins_bring_their_own_words() -> None:
    """What a plugin says to people has words in both languages where it stands."""
    import ast

    for file in sorted((ROOT / "plugins").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            name = getattr(getattr(node, "func", None), "id", "")
            if isinstance(node, ast.Call) and name == "Sentence":
                keywords = {keyword.arg for keyword in node.keywords}
                assert len(node.args) > 1 or "words" in keywords, f"{file}:{node.lineno}"
