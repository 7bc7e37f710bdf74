"""The types that say what is on the screen: looks of boxes and lines, tokens, caption."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from vmexplorer.atlas.kind import Kind
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.drawing.geometry import Path, Rect
from vmexplorer.drawing.layout import Layout
from vmexplorer.drawing.wire import Wire
from vmexplorer.stage.overlay import Mark


class BoxRole(StrEnum):
    """How strongly a box speaks."""

    REST = "rest"
    NEIGHBOUR = "neighbour"
    SELECTED = "selected"
    ACTIVE = "active"


class LineRole(StrEnum):
    """How strongly a line speaks."""

    REST = "rest"
    NEIGHBOUR = "neighbour"
    SELECTED = "selected"
    ACTIVE = "active"
    DONE = "done"
    HELD = "held"


class Change(StrEnum):
    """What happened to a part between the era before and this one."""

    ADDED = "added"
    REMOVED = "removed"


class BoxLook(NamedTuple):
    """A box that is painted above the still picture.

    ``glow`` is 0 to 1; ``badge`` is the number of the last finished step that ended here,
    or ""; ``mark`` is what an overlay says of it.
    """

    box: str
    role: BoxRole
    glow: float = 0.0
    badge: str = ""
    mark: Mark | None = None


class LineLook(NamedTuple):
    """A line that is painted above the still picture, in the colour of a kind."""

    path: Path
    role: LineRole
    kind: Kind
    both_ways: bool = False
    mark: Mark | None = None


class Token(NamedTuple):
    """A message under way.

    ``progress`` is the share of the path covered; ``opacity`` 0 to 1; ``broken`` marks a
    message that does not arrive. ``label_at`` is the place of the label for the whole way,
    in scene units; without one it goes along beside the message.
    """

    path: Path
    progress: float
    kind: StepKind
    sender: Kind
    label: str
    opacity: float = 1.0
    broken: bool = False
    label_at: Rect | None = None


class Caption(NamedTuple):
    """The step that is told: its number from 1, how many there are, and what is said."""

    number: int
    steps: int
    title: str
    text: str
    log: str = ""


class StageState(NamedTuple):
    """Everything a painter needs; a function of what is known and of time.

    ``veil`` is how far what is not told is dimmed: 0 not at all, 1 down to the theme's dim
    level. ``rest`` and ``spine`` are the lines of the still picture. ``tags`` marks boxes
    that are new in this era, ``ghosts`` is the layout of the era before, for the boxes
    that are gone.
    """

    layout: Layout
    rest: tuple[Wire, ...]
    spine: tuple[Wire, ...]
    veil: float = 0.0
    boxes: tuple[BoxLook, ...] = ()
    lines: tuple[LineLook, ...] = ()
    tokens: tuple[Token, ...] = ()
    caption: Caption | None = None
    tags: tuple[tuple[str, str], ...] = ()
    ghosts: tuple[tuple[str, str], ...] = ()
    before: Layout | None = None

    def ground(self) -> StageState:
        """The state without its messages."""
        return self._replace(tokens=())

    def messages(self) -> StageState:
        """Only the messages, for painting them over the ground."""
        return self._replace(veil=0.0, boxes=(), lines=())
