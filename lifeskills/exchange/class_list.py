"""A class list as schools keep it, cut down to what may be kept of a learner.

Taken: class number, name, sex, seat; the grade where a list has several. Everything else –
identity and register numbers, ethnic group, household registration, telephones, parents, poverty,
disability – is dropped by column before any cell of it is looked at, and named, so that the
teacher sees what was left behind.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from lifeskills.core.errors import RosterError
from lifeskills.core.people import Sex
from lifeskills.core.text import Sentence
from lifeskills.exchange.sheets import Row, read_rows

MOST_LEARNERS = 120
"""More rows than this is a whole school's list, not a class."""
HEADER_ROWS = 15

COLUMNS: dict[str, tuple[str, ...]] = {
    "number": (
        "班内学号", "班级学号", "班内序号", "座号", "学号", "序号", "编号", "号数",
        "no", "no.", "number", "class number", "student no",
    ),
    "name": ("姓名", "学生姓名", "名字", "学生", "name", "student", "student name"),
    "sex": ("性别", "sex", "gender"),
    "row": ("排", "第几排", "行", "座位行", "row"),
    "column": ("列", "第几列", "座位列", "column", "col"),
    "seat": ("座位", "座次", "seat", "desk"),
    "grade": ("年级", "grade"),
    "class": ("班级", "班别", "班级名称", "class"),
}  # fmt: skip
TAKEN = ("number", "name", "sex", "row", "column", "seat")
SEXES: dict[str, Sex] = {
    "男": "boy", "男生": "boy", "m": "boy", "male": "boy", "boy": "boy", "1": "boy",
    "女": "girl", "女生": "girl", "f": "girl", "female": "girl", "girl": "girl", "2": "girl",
}  # fmt: skip
GRADES = {
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "初一": 7, "初二": 8, "初三": 9, "高一": 10, "高二": 11, "高三": 12,
}  # fmt: skip
_COMPOUND = """欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容
令狐 司徒 夏侯 端木 轩辕 南宫 长孙 宇文 申屠"""
COMPOUND_SURNAMES = frozenset(_COMPOUND.split())
_TAIL = re.compile(r"^(合计|总计|共计|总人数|班主任|制表|备注|注[:：]?|填表)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedLearner:
    """A row that was taken. ``number`` is 1–999; ``desk`` is (row, column) or None."""

    line: int
    number: int
    name: str
    given: str
    sex: Sex
    desk: tuple[int, int] | None
    grade: int = 0
    """The school year, 1–12, in a list of several grades; else 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassList:
    """What was taken, and the headings of what was taken and dropped."""

    learners: tuple[ListedLearner, ...]
    taken: tuple[str, ...]
    dropped: tuple[str, ...]


def read_class_list(path: Path, *, class_name: str, numbers_only: bool = False) -> ClassList:
    """Read a class list. Either every row is good or RosterError names each bad one by line.

    With a 班级 column only the rows of ``class_name`` are read; ``numbers_only`` drops names.
    """
    rows = read_rows(path)
    at, fields = _header(rows, path.name)
    heading = rows[at][1]
    body = _of_class([row for row in rows[at + 1 :] if not _is_tail(row[1])], fields, class_name)
    if len(body) > MOST_LEARNERS:
        raise RosterError(
            Sentence("The list has {count} rows: that is more than one class.", count=len(body)),
            subject=path.name,
            mend="Keep one class in the file, or add a 班级 column and name it with --class.",
        )
    numbers = _numbers(body, fields)
    problems: list[tuple[int, Sentence]] = []
    learners: list[ListedLearner] = []
    for (line, cells), number in zip(body, numbers, strict=True):
        learner, wrong = _learner(line, cells, fields, number, numbers_only=numbers_only)
        problems.extend((line, sentence) for sentence in wrong)
        if learner is not None:
            learners.append(learner)
    problems.extend(_twice(learners))
    if problems or not learners:
        raise RosterError(
            Sentence("Nothing was imported: {count} rows need correcting.", count=len(problems))
            if problems
            else Sentence("The list holds no learner."),
            subject=path.name,
            mend="Correct these rows in the file and import it again.",
            problems=tuple(sorted(problems, key=lambda problem: problem[0])),
        )
    grades = _grades(body, fields)
    learners = [replace(one, grade=grades.get(one.line, 0)) for one in learners]
    kept = {i for field, i in fields.items() if field in TAKEN or (field == "grade" and grades)}
    if numbers_only:
        kept.discard(fields.get("name", -1))
    return ClassList(
        learners=tuple(sorted(learners, key=lambda one: one.number)),
        taken=tuple(heading[i] for i in sorted(kept)),
        dropped=tuple(title for i, title in enumerate(heading) if title and i not in kept),
    )


def given_name(name: str) -> str:
    """The given name of a Chinese name of two to four characters, else the whole name."""
    if not 2 <= len(name) <= 4 or not all(c >= "\u3400" or c == "·" for c in name):
        return name
    surname = 2 if name[:2] in COMPOUND_SURNAMES and len(name) > 2 else 1
    return name[surname:] if len(name) - surname >= 2 else name


def _header(rows: list[Row], name: str) -> tuple[int, dict[str, int]]:
    for at, (_, cells) in enumerate(rows[:HEADER_ROWS]):
        fields = _fields(cells)
        if "name" in fields or ("number" in fields and len([c for c in cells if c]) > 1):
            return at, fields
        if "number" in fields and sum(bool(c) for c in cells) == 1 and len(rows) > at + 1:
            return at, fields
    raise RosterError(
        "No row of headings was found.",
        subject=name,
        mend="The list needs a row with headings such as 学号、姓名、性别.",
    )


def _fields(cells: tuple[str, ...]) -> dict[str, int]:
    plain = [re.sub(r"\s+", "", unicodedata.normalize("NFKC", cell)).lower() for cell in cells]
    fields: dict[str, int] = {}
    for field, titles in COLUMNS.items():
        for title in titles:
            if title.replace(" ", "") in plain:
                fields[field] = plain.index(title.replace(" ", ""))
                break
    return fields


def _is_tail(cells: tuple[str, ...]) -> bool:
    first = next((cell for cell in cells if cell), "")
    return bool(_TAIL.match(first))


def _of_class(rows: list[Row], fields: dict[str, int], class_name: str) -> list[Row]:
    column = fields.get("class")
    if column is None:
        return rows
    wanted = _squash(class_name)
    own = [row for row in rows if _squash(_cell(row[1], column)) == wanted]
    others = {_cell(row[1], column) for row in rows} - {""}
    if own or len(others) <= 1:
        return own or rows
    raise RosterError(
        Sentence(
            "No row is of class {name}; the list has {classes}.",
            name=class_name,
            classes="、".join(sorted(others)[:8]),
        ),
        mend="Name the class as the list does.",
    )


def _squash(name: str) -> str:
    return re.sub(r"[\s()（）班]", "", unicodedata.normalize("NFKC", name)).lower()


def _cell(cells: tuple[str, ...], column: int | None) -> str:
    return cells[column] if column is not None and column < len(cells) else ""


def _numbers(rows: list[Row], fields: dict[str, int]) -> list[int | None]:
    """Class numbers: as they stand, else the last digits of long ones where these differ."""
    column = fields.get("number")
    if column is None:
        return list(range(1, len(rows) + 1))
    raw = [unicodedata.normalize("NFKC", _cell(cells, column)) for _, cells in rows]
    if all(text.isdecimal() and len(text) > 3 for text in raw if text):
        for digits in (2, 3):
            ends = [text[-digits:] for text in raw]
            if len(set(ends)) == len(ends):
                return [int(end) if end else None for end in ends]
    return [int(text) if text.isdecimal() and 0 < int(text) < 1000 else None for text in raw]


def _grades(rows: list[Row], fields: dict[str, int]) -> dict[int, int]:
    """The grade by line, or nothing where all are of one grade: the class's name says that.

    A cell that is no grade is as good as none; older and younger are then told by class number.
    """
    cells = ((line, _cell(cells, fields.get("grade"))) for line, cells in rows)
    found = {line: grade for line, text in cells if (grade := grade_in(text))}
    return found if len(set(found.values())) > 1 else {}


def grade_in(text: str) -> int:
    """The school year that a cell names: 八年级, 初二, 高一, 8; 0 for anything else."""
    plain = re.sub(r"年级|\s", "", unicodedata.normalize("NFKC", text))
    if plain.isdecimal():
        return int(plain) if 1 <= int(plain) <= 12 else 0
    return GRADES.get(plain, 0)


def _learner(
    line: int,
    cells: tuple[str, ...],
    fields: dict[str, int],
    number: int | None,
    *,
    numbers_only: bool,
) -> tuple[ListedLearner | None, list[Sentence]]:
    wrong: list[Sentence] = []
    name = "" if numbers_only else _cell(cells, fields.get("name"))
    sex_text = unicodedata.normalize("NFKC", _cell(cells, fields.get("sex"))).lower()
    if number is None:
        shown = _cell(cells, fields.get("number")) or "–"
        wrong.append(Sentence("The class number “{number}” is not 1 to 999.", number=shown))
    if not name and not numbers_only and "name" in fields:
        wrong.append(Sentence("There is no name."))
    if len(name) > 60:
        wrong.append(Sentence("The name is longer than 60 characters."))
    if sex_text and sex_text not in SEXES:
        wrong.append(Sentence("“{sex}” is neither 男 nor 女.", sex=sex_text))
    desk, seat_wrong = _desk(cells, fields)
    wrong.extend(seat_wrong)
    if wrong or number is None:
        return None, wrong
    return (
        ListedLearner(
            line=line,
            number=number,
            name=name,
            given=given_name(name),
            sex=SEXES.get(sex_text, ""),
            desk=desk,
        ),
        [],
    )


def _desk(
    cells: tuple[str, ...], fields: dict[str, int]
) -> tuple[tuple[int, int] | None, list[Sentence]]:
    texts = [_cell(cells, fields.get("row")), _cell(cells, fields.get("column"))]
    if not any(texts):
        seat = unicodedata.normalize("NFKC", _cell(cells, fields.get("seat")))
        texts = re.findall(r"\d+", seat)
        if not texts:
            return None, []
    if len(texts) == 2 and all(text.isdecimal() and 0 < int(text) < 100 for text in texts):
        return (int(texts[0]), int(texts[1])), []
    return None, [Sentence("The seat is not a row and a column, e.g. 3-2.")]


def _twice(learners: list[ListedLearner]) -> list[tuple[int, Sentence]]:
    found: list[tuple[int, Sentence]] = []
    for what, values in (
        ("number", Counter(one.number for one in learners)),
        ("desk", Counter(one.desk for one in learners if one.desk)),
    ):
        seen: set[object] = set()
        for one in learners:
            value = getattr(one, what)
            if value is not None and values[value] > 1 and value in seen:
                shown = value if what == "number" else f"{value[0]}-{value[1]}"
                sentence = (
                    Sentence("The class number {value} stands twice.", value=shown)
                    if what == "number"
                    else Sentence("The seat {value} stands twice.", value=shown)
                )
                found.append((one.line, sentence))
            seen.add(value)
    return found
