"""The types of a sequence diagram: who takes part, what is said when, and where it is drawn.

All lengths are scene units; x grows to the right, y downwards.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from vmexplorer.atlas.kind import Kind
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.drawing.geometry import Path, Point, Rect


class Lifeline(NamedTuple):
    """A component that takes part: a vertical line at ``x`` below a head that names it in one or two ``lines``."""

    component: str
    name: str
    kind: Kind
    x: float = 0.0
    head: Rect = Rect(0.0, 0.0, 0.0, 0.0)
    lines: tuple[str, ...] = ()


class Message(NamedTuple):
    """What a row says.

    ``number`` counts from 1; ``kind`` decides the arrow; ``sender`` is the kind of the component that
    sends and decides the colour; ``source`` and ``target`` are places in the layout's lifelines;
    ``title`` says who sends what to whom.
    """

    number: int
    kind: StepKind
    sender: Kind
    source: int
    target: int
    text: str
    title: str

    @property
    def inside(self) -> bool:
        """Whether it is work inside one component."""
        return self.source == self.target


class Row(NamedTuple):
    """One message as drawn, between ``top`` and ``bottom``; rows touch each other.

    ``path`` is the arrow from sender to receiver, a small loop for work inside one component. ``y`` is
    where it ends. ``label`` is the message in one or two lines, which fit ``label_box``: centred above
    an arrow, at the left beside a loop.
    """

    message: Message
    top: float
    y: float
    bottom: float
    path: Path
    label: tuple[str, ...]
    label_box: Rect

    @property
    def source_x(self) -> float:
        """Where the arrow leaves."""
        return self.path.points[0].x

    @property
    def target_x(self) -> float:
        """Where the arrow ends."""
        return self.path.points[-1].x


class Call(NamedTuple):
    """The rows during which a lifeline works on a request, both included.

    ``depth`` is 0 for a call of its own, 1 for a call that comes during another, and so on.
    """

    lifeline: int
    first: int
    last: int
    depth: int


class Activation(NamedTuple):
    """A call as a bar on its lifeline."""

    call: Call
    box: Rect


class Branch(NamedTuple):
    """Rows that run only under a condition, which ``title`` states; both rows included, counted from 0."""

    title: str
    first: int
    last: int


class BranchFrame(NamedTuple):
    """A branch as a frame around its rows; the title stands in ``tab``."""

    branch: Branch
    box: Rect
    tab: Rect


@dataclass(frozen=True, slots=True)
class SequenceLayout:
    """Everything at rest; the heads stand above ``head_height``, all rows below it.

    ``gutter_x`` is the middle of the column with the step numbers.
    """

    lifelines: tuple[Lifeline, ...]
    rows: tuple[Row, ...]
    activations: tuple[Activation, ...]
    frames: tuple[BranchFrame, ...]
    gutter_x: float
    head_height: float
    scene: Rect

    def row_at(self, y: float) -> int | None:
        """The place of the row at a height, from 0; None above and below all of them."""
        place = bisect_right(self.rows, y, key=_top) - 1
        return place if place >= 0 and y < self.rows[place].bottom else None

    def head_at(self, place: Point) -> int | None:
        """The lifeline whose head is at a place, or None."""
        found = [index for index, line in enumerate(self.lifelines) if line.head.contains(place)]
        return found[0] if found else None


def _top(row: Row) -> float:
    return row.top
