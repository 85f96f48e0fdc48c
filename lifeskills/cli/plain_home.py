"""Home in lines: the classes, what the chosen one has next, and everything that home opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lifeskills.classroom.again import closed_today
from lifeskills.classroom.planning import clock_warning, found_open, next_lesson
from lifeskills.classroom.slips import owed_slips
from lifeskills.cli.lines import Ended, Lines
from lifeskills.cli.plain import open_again_plain, roll_plain, teach_plain
from lifeskills.core.errors import LifeskillsError
from lifeskills.core.text import Sentence
from lifeskills.core.tools.reading import whole

if TYPE_CHECKING:
    from lifeskills.cli.face import Face
    from lifeskills.core.people import ClassGroup

WORDS: dict[str, tuple[str, ...]] = {
    "teach": ("", "teach", "上课"),
    "roll": ("roll", "点名"),
    "lessons": ("lessons", "课程"),
    "slips": ("slips", "小纸条", "小条"),
    "again": ("again", "重开"),
    "year": ("year", "全年", "学年"),
    "facts": ("facts", "本地"),
    "cover": ("cover", "代课"),
    "follow": ("follow", "跟进"),
    "card": ("card", "求助卡", "保护卡"),
    "class": ("class", "换班"),
    "help": ("?", "help", "帮助"),
    "leave": ("leave", "离开"),
}
HELP = (
    Sentence("An empty line teaches the next lesson, or goes on with what is open."),
    Sentence("roll (alone), lessons (all, to read or teach), slips (left for later),"),
    Sentence(
        "again (today's lesson, to put right), year (the plan), facts (helpers of this place),"
    ),
    Sentence("cover (a substitute teaches), card (a pupil tells something), follow (adults only),"),
    Sentence("class (another one), leave."),
)


def home_plain(face: Face) -> None:
    """Choose a class and what to do, until ``leave`` or the end of the input."""
    home = PlainHome(Lines(face))
    try:
        home.run()
    except Ended:
        face.complain(Sentence("Everything is saved."))


class PlainHome:
    """The choices of home in lines."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.school = lines.face.needed
        self.group: ClassGroup | None = None

    def run(self) -> None:
        """Ask for a class, then what to do with it, again and again."""
        self.lines.tell(self.school.settings.name)
        warning = clock_warning(self.school)
        if warning is not None:
            self.lines.tell(warning)
        while True:
            if self.group is None:
                self.group = self._chosen()
                if self.group is None:
                    return
            self._tell_next(self.group)
            if self._do(self.group):
                return

    # -- choosing ----------------------------------------------------------------------------

    def _chosen(self) -> ClassGroup | None:
        groups = self.school.classes.list()
        if not groups:
            self.lines.tell(
                Sentence("No class yet. Read one in with: lifeskills class import FILE")
            )
            return None
        if len(groups) == 1:
            return groups[0]
        for number, one in enumerate(groups, 1):
            count = Sentence("{count} learners", count=len(one.current))
            remark = Sentence("open group") if one.kind == "open" else count
            self.lines.tell(f"{number} {one.name}, {self.lines.say(remark)}")
        while True:
            typed = self.lines.ask(Sentence("Class: its number in this list or its name; or leave"))
            at = whole(typed) or 0
            named = [one for one in groups if one.name == typed]
            if 0 < at <= len(groups) and not named:
                named = [groups[at - 1]]
            if named:
                return named[0]
            if typed.lower() in WORDS["leave"]:
                return None
            self.lines.tell(Sentence("No class is called {typed}.", typed=typed))

    def _tell_next(self, group: ClassGroup) -> None:
        school = self.school
        self.lines.tell("", group.name)
        found = found_open(school, group)
        if found is not None:
            self.lines.tell(Sentence("A session is open; an empty line goes on with it."))
            return
        following = next_lesson(school, group)
        if following is None:
            self.lines.tell(Sentence("This class has had every lesson of its pathway."))
        else:
            info = following.info
            title = f"{info.number} {info.title}" if info.number else info.title
            self.lines.tell(Sentence("Next lesson: {title}", title=title))
            if following.when is not None:
                self.lines.tell(Sentence("On {day}", day=following.when))
            done = Sentence("{done} of {of} lessons taught", done=following.done, of=following.of)
            self.lines.tell(done)
        owed = owed_slips(school, group)
        if owed is not None:
            self.lines.tell(Sentence("Exit slips of {day} are still to be counted.", day=owed.day))

    # -- doing -------------------------------------------------------------------------------

    def _do(self, group: ClassGroup) -> bool:
        """Do what a line says; True to leave."""
        line = self.lines.ask(Sentence("What to do: an empty line teaches, ? lists the rest"))
        known = next((name for name, forms in WORDS.items() if line.lower() in forms), "")
        if known == "leave":
            return True
        face = self.lines.face
        jobs: dict[str, Callable[[], object]] = {
            "teach": lambda: teach_plain(face, group, ""),
            "cover": lambda: teach_plain(face, group, "", cover=True),
            "roll": lambda: roll_plain(face, group),
            "lessons": lambda: self._lessons(group),
            "slips": lambda: self._slips(group),
            "again": lambda: self._again(group),
            "year": lambda: self._year(group),
            "facts": lambda: self._facts(group),
            "card": lambda: self._card(group),
            "follow": lambda: self._follow(group),
            "help": lambda: self.lines.tell(*HELP),
        }
        if known == "class":
            self.group = None
        elif known:
            try:
                jobs[known]()
            except LifeskillsError as error:
                self.lines.wrong(error)
        else:
            self.lines.tell(Sentence("{key} means nothing here; ? lists what does.", key=line))
        return False

    def _lessons(self, group: ClassGroup) -> None:
        from lifeskills.cli.plain_lists import lessons_lines

        course = lessons_lines(self.lines, group)
        if course:
            teach_plain(self.lines.face, group, course)

    def _slips(self, group: ClassGroup) -> None:
        from lifeskills.cli.plain_record import slips_lines

        owed = owed_slips(self.school, group)
        if owed is None:
            self.lines.tell(Sentence("No slips are to be counted."))
        else:
            slips_lines(self.lines, group, owed)

    def _again(self, group: ClassGroup) -> None:
        found = closed_today(self.school, group)
        if found is None:
            self.lines.tell(Sentence("Nothing of today can be opened again."))
        else:
            open_again_plain(self.lines.face, group, found.session)

    def _year(self, group: ClassGroup) -> None:
        from lifeskills.cli.plain_lists import year_lines

        year_lines(self.lines, group)

    def _facts(self, group: ClassGroup) -> None:
        from lifeskills.cli.plain_lists import facts_lines

        following = next_lesson(self.school, group)
        facts_lines(self.lines, group, (following.info.course,) if following is not None else ())

    def _card(self, group: ClassGroup) -> None:
        from lifeskills.cli.plain_lists import tell_card

        tell_card(self.lines, self.school, group)

    def _follow(self, group: ClassGroup) -> None:
        from lifeskills.cli.plain_follow import follow_lines

        follow_lines(self.lines, group)
