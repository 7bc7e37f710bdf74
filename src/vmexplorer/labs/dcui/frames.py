"""What lies one above the other on the console: menus, forms, questions, messages, waiting and logs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum, auto

from vmexplorer.atlas.console import Behaviour, Menu, Place

About = Behaviour | Place
GOOD, BAD = " OK", " Failed"  # how the lines of a test end


class FieldKind(StrEnum):
    """What a line of a form takes."""

    TEXT = auto()
    SECRET = auto()
    CHECK = auto()
    RADIO = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """One line of a form. A check or a radio button is on when its value is not empty.

    Of the radio buttons with the same group one is on.
    """

    id: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    value: str = ""
    room: int = 30
    group: str = ""

    @property
    def typed(self) -> bool:
        """Whether letters go into it."""
        return self.kind in (FieldKind.TEXT, FieldKind.SECRET)


@dataclass(frozen=True, slots=True)
class MenuFrame:
    """A menu with its chosen row."""

    menu: Menu
    row: int = 0


@dataclass(frozen=True, slots=True)
class FormFrame:
    """Fields to fill in; ``then`` tells a form that serves two purposes what comes next."""

    about: About
    title: str
    fields: tuple[Field, ...]
    row: int = 0
    error: str = ""
    then: str = ""
    lines: tuple[str, ...] = ()

    def value(self, id: str) -> str:
        """What stands in a field, without blanks around it unless it is a secret."""
        field = next(field for field in self.fields if field.id == id)
        return field.value if field.kind is FieldKind.SECRET else field.value.strip()

    def on(self, id: str) -> bool:
        """Whether a check or radio button is on."""
        return bool(self.value(id))

    def refused(self, error: str, field: str = "") -> FormFrame:
        """The form with an error, at the field that it speaks of."""
        row = next((place for place, one in enumerate(self.fields) if one.id == field), self.row)
        return replace(self, error=error, row=row)


@dataclass(frozen=True, slots=True)
class Answer:
    """A key that answers a question, and what it means."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class QuestionFrame:
    """Asks before something is done. Esc leaves without doing it, or counts as the answer ``on_leave``."""

    about: About
    title: str
    lines: tuple[str, ...]
    answers: tuple[Answer, ...]
    leave: str = "Cancel"
    on_leave: str = ""


@dataclass(frozen=True, slots=True)
class MessageFrame:
    """Tells a result, ``wrong`` when it is a failure; ``why`` is what the screen of a host would not say."""

    about: About
    title: str
    lines: tuple[str, ...]
    wrong: bool = False
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """One part of what takes time: what the screen says, and the component that stops or starts with it."""

    says: str
    component: str = ""
    runs: bool = False


@dataclass(frozen=True, slots=True)
class ProgressFrame:
    """Something is under way; the first ``done`` stages are over."""

    about: About
    title: str
    stages: tuple[Stage, ...]
    done: int = 0
    then: str = ""


@dataclass(frozen=True, slots=True)
class LogFrame:
    """A log, from its line ``top`` on. While ``typing``, letters go into the search text."""

    log: str
    top: int
    search: str = ""
    typing: bool = False


Frame = MenuFrame | FormFrame | QuestionFrame | MessageFrame | ProgressFrame | LogFrame
