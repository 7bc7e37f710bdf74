"""A pack as written: typed, but not yet checked against itself."""

from __future__ import annotations

from dataclasses import dataclass

from vmexplorer.atlas.case import Case
from vmexplorer.atlas.check_place import CheckPlace
from vmexplorer.atlas.comparison import Comparison
from vmexplorer.atlas.component import Component
from vmexplorer.atlas.console import Console
from vmexplorer.atlas.console_log import ConsoleLog
from vmexplorer.atlas.era import Era
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.faults import Faults
from vmexplorer.atlas.fields import described
from vmexplorer.atlas.flow import Flow
from vmexplorer.atlas.link import Link
from vmexplorer.atlas.question import Question, Topic
from vmexplorer.atlas.system_image import SystemImage
from vmexplorer.atlas.tour import Tour
from vmexplorer.atlas.view import View


@dataclass(frozen=True, slots=True)
class Source:
    """Where verified facts come from."""

    id: str = described("id used in evidence marks, such as S12")
    title: str = described("what it is and where it was found")


@dataclass(frozen=True, slots=True)
class FoundingStatement:
    """One statement of the text the project was founded on, and what holds today."""

    id: str = described("id, unique in the pack")
    says: str = described("what the founding text says, restated in one sentence")
    holds: bool = described("true when it still holds as said; false when corrected")
    today: Statement = described("what is right today")
    components: tuple[str, ...] = described("the components it speaks of", ref="component")
    erratum: str = described("number of the correction, when there is one", default="")


@dataclass(frozen=True, slots=True)
class Manifest:
    """The head of a pack (pack.yaml)."""

    format: int = described("version of the pack format; 1")
    id: str = described("id of the pack")
    name: str = described("name shown in the window's title")
    summary: str = described("one sentence on the pack")
    home: str = described("the view shown first", ref="view")
    licence: str = described("licence of the pack's texts")
    eras: tuple[Era, ...] = described("the eras in their order, oldest first")


@dataclass(frozen=True, slots=True)
class Pack:
    """Everything a pack folder holds."""

    manifest: Manifest
    sources: tuple[Source, ...]
    components: tuple[Component, ...]
    links: tuple[Link, ...]
    flows: tuple[Flow, ...]
    views: tuple[View, ...]
    founding: tuple[FoundingStatement, ...]
    comparisons: tuple[Comparison, ...]
    tours: tuple[Tour, ...]
    banks: SystemImage | None
    topics: tuple[Topic, ...]
    questions: tuple[Question, ...]
    faults: Faults
    console: Console | None
    console_logs: tuple[ConsoleLog, ...]
    places: tuple[CheckPlace, ...]
    cases: tuple[Case, ...]
