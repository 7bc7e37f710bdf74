"""The files a pack consists of, and what each holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from vmexplorer.atlas.case import Case
from vmexplorer.atlas.check_place import CheckPlace
from vmexplorer.atlas.comparison import Comparison
from vmexplorer.atlas.component import Component
from vmexplorer.atlas.console import Console
from vmexplorer.atlas.console_log import ConsoleLogsFile
from vmexplorer.atlas.faults import Faults
from vmexplorer.atlas.fields import described
from vmexplorer.atlas.flow import Flow
from vmexplorer.atlas.link import Link
from vmexplorer.atlas.pack import FoundingStatement, Manifest, Source
from vmexplorer.atlas.question import Question, Topic
from vmexplorer.atlas.system_image import SystemImage
from vmexplorer.atlas.tour import Tour
from vmexplorer.atlas.view import View


@dataclass(frozen=True, slots=True)
class SourcesFile:
    """Where the facts of the pack come from (sources.yaml)."""

    sources: tuple[Source, ...] = described("the sources that evidence marks name", default=())


@dataclass(frozen=True, slots=True)
class LinksFile:
    """The communication paths (links.yaml)."""

    links: tuple[Link, ...] = described("all links of the pack", default=())


@dataclass(frozen=True, slots=True)
class FoundingFile:
    """The statements the project was founded on (founding-text.yaml)."""

    statements: tuple[FoundingStatement, ...] = described("the statements in the order of the text", default=())


@dataclass(frozen=True, slots=True)
class TopicsFile:
    """The topics of the quiz (quiz-topics.yaml)."""

    topics: tuple[Topic, ...] = described("the topics in the order in which they are listed", default=())


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file: ``place`` is a file name, or a folder whose files are each one thing."""

    name: str
    place: str
    cls: type[Any]
    required: bool = True

    @property
    def is_folder(self) -> bool:
        """Whether the pack has a folder of such files, each named after the id inside."""
        return not self.place.endswith(".yaml")

    @property
    def pattern(self) -> str:
        """The path of such a file for people, such as ``flows/<id>.yaml``."""
        return f"{self.place}/<id>.yaml" if self.is_folder else self.place


PACK = FileKind("pack", "pack.yaml", Manifest)
SOURCES = FileKind("sources", "sources.yaml", SourcesFile)
LINKS = FileKind("links", "links.yaml", LinksFile)
FOUNDING = FileKind("founding-text", "founding-text.yaml", FoundingFile, required=False)
FAULTS = FileKind("faults", "faults.yaml", Faults, required=False)
COMPONENTS = FileKind("component", "components", Component)
FLOWS = FileKind("flow", "flows", Flow, required=False)
COMPARISONS = FileKind("comparison", "comparisons", Comparison, required=False)
VIEWS = FileKind("view", "views", View)
TOURS = FileKind("tour", "tours", Tour, required=False)
BANKS = FileKind("banks", "banks.yaml", SystemImage, required=False)
TOPICS = FileKind("quiz-topics", "quiz-topics.yaml", TopicsFile, required=False)
QUESTIONS = FileKind("question", "quiz", Question, required=False)
PLACES = FileKind("place", "checks", CheckPlace, required=False)
CASES = FileKind("case", "cases", Case, required=False)

CONSOLE = FileKind("console", "console.yaml", Console, required=False)
CONSOLE_LOGS = FileKind("console-logs", "console-logs.yaml", ConsoleLogsFile, required=False)

FILE_KINDS = (
    PACK,
    SOURCES,
    LINKS,
    FOUNDING,
    FAULTS,
    COMPONENTS,
    FLOWS,
    COMPARISONS,
    VIEWS,
    TOURS,
    BANKS,
    TOPICS,
    QUESTIONS,
    CONSOLE,
    CONSOLE_LOGS,
    PLACES,
    CASES,
)
