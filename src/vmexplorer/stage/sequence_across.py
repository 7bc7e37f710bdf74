"""Gives every part of a sequence diagram its place from left to right, and its label the lines that fit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from vmexplorer.drawing.geometry import Path, Point, Rect
from vmexplorer.stage.sequence import (
    Activation,
    Branch,
    BranchFrame,
    Call,
    Lifeline,
    Message,
    Row,
    SequenceLayout,
)
from vmexplorer.stage.sequence_columns import Columns, Need, columns
from vmexplorer.stage.sequence_labels import broken, broken_width, fits, lines_for, text_width
from vmexplorer.stage.sequence_rows import LABEL_LINE, Band, bands, frame_span

NAME_SIZE = 14.0
NAME_LINE = 16.0
LABEL_SIZE = 14.0
ICON = 26.0
ALTERNATIVE = "alt"  # stands before the condition of a frame, as is the custom
BAR = 10.0  # width of an activation bar
_NEST = 5.0  # how far a bar inside another one is moved to the right
_GUTTER = 26.0
_HEAD_TOP = 8.0
HEAD_PADDING = 7.0
_HEAD_GAP = 12.0  # between two heads
_WIDEST_HEAD = 168.0
_LABEL_SIDE = 11.0  # between a label and the lifelines at its sides
_LABEL_ABOVE = 4.0  # between a label and its arrow
_LOOP = Point(20.0, 18.0)  # width and height of the loop of work inside
_LOOP_SIDE = 6.0  # between a loop and its label
_BAR_ABOVE, _BAR_BELOW, _SHORTEST_BAR = 3.0, 5.0, 12.0
_FRAME_SIDE = 30.0
_FRAME_NEST = 8.0  # how much narrower a frame inside another one is at each side


class Plan(NamedTuple):
    """What a diagram tells, without places."""

    lifelines: tuple[Lifeline, ...]
    messages: tuple[Message, ...]
    calls: tuple[Call, ...]
    branches: tuple[Branch, ...]


def placed(plan: Plan, width: float) -> SequenceLayout:
    """The diagram, at least as wide as given; heights do not depend on the width."""
    needs = [_need(message) for message in plan.messages]
    narrow = columns(len(plan.lifelines), needs, 0.0)
    wide = columns(len(plan.lifelines), needs, width)
    names = _names(plan.lifelines, _head_width(narrow))
    head = 2 * HEAD_PADDING + ICON + 4.0 + max(map(len, names), default=1) * NAME_LINE
    strip = _HEAD_TOP + head + 8.0
    lifelines = _headed(plan, wide, head)
    rows = bands(len(plan.messages), plan.branches, strip)
    scene = Rect(0.0, 0.0, wide.width, rows[-1].bottom if rows else strip)
    edges = (*wide.places, wide.width)
    pairs = enumerate(zip(plan.messages, rows, strict=True))
    drawn = tuple([_row(index, message, band, plan.calls, edges) for index, (message, band) in pairs])
    activations = tuple([Activation(call, _bar(call, wide.places[call.lifeline], rows)) for call in plan.calls])
    frames = tuple([_frame(branch, plan.branches, drawn, rows) for branch in plan.branches])
    return SequenceLayout(lifelines, drawn, activations, frames, wide.shift + _GUTTER, strip, scene)


def _need(message: Message) -> Need:
    """The room that the label of a message asks for."""
    tight, loose = broken_width(message.text, LABEL_SIZE), text_width(message.text, LABEL_SIZE)
    tight = min(tight, loose)
    if message.inside:
        extra = BAR / 2 + _LOOP.x + _LOOP_SIDE + _LABEL_SIDE
        return Need(message.source, message.source + 1, tight + extra, loose + extra)
    left, right = sorted((message.source, message.target))
    return Need(left, right, tight + 2 * _LABEL_SIDE, loose + 2 * _LABEL_SIDE)


def _head_width(spread: Columns) -> float:
    """As wide as the nearest neighbours and the right edge allow."""
    gaps = [after - before for before, after in pairwise(spread.places)]
    edge = 2 * (spread.width - spread.places[-1]) if spread.places else _WIDEST_HEAD
    return min([gap - _HEAD_GAP for gap in [*gaps, edge]] + [_WIDEST_HEAD])


def _names(lifelines: Sequence[Lifeline], width: float) -> list[tuple[str, ...]]:
    """The lines of each name on heads of a width."""
    return [lines_for(line.name, width - 2 * HEAD_PADDING, NAME_SIZE) for line in lifelines]


def _headed(plan: Plan, wide: Columns, height: float) -> tuple[Lifeline, ...]:
    """The lifelines at their places, with their heads."""
    width = _head_width(wide)
    parts = zip(plan.lifelines, wide.places, _names(plan.lifelines, width), strict=True)
    return tuple(
        [line._replace(x=x, head=Rect(x - width / 2, _HEAD_TOP, width, height), lines=name) for line, x, name in parts]
    )


def _row(index: int, message: Message, band: Band, calls: Sequence[Call], xs: Sequence[float]) -> Row:
    """A message with arrow and label; ``xs`` are the lifelines and the right edge."""
    source, target = message.source, message.target
    if message.inside:
        path = _loop(_edge(index, source, calls, xs, 1), band.y)
        room = (path.points[1].x + _LOOP_SIDE, xs[source + 1] - _LABEL_SIDE)
        lines = lines_for(message.text, room[1] - room[0], LABEL_SIZE)
        bottom = band.y - _LOOP.y / 2 + len(lines) * LABEL_LINE / 2
    else:
        side = 1 if target > source else -1
        ends = (_edge(index, source, calls, xs, side), _edge(index, target, calls, xs, -side))
        path = Path([Point(end, band.y) for end in ends])
        lines, room = _above(message, xs)
        bottom = band.y - _LABEL_ABOVE
    height = len(lines) * LABEL_LINE
    return Row(message, *band, path, lines, Rect(room[0], bottom - height, room[1] - room[0], height))


def _loop(left: float, y: float) -> Path:
    """Out to the right and back again."""
    top, right = y - _LOOP.y, left + _LOOP.x
    return Path([Point(left, top), Point(right, top), Point(right, y), Point(left, y)])


def _above(message: Message, xs: Sequence[float]) -> tuple[tuple[str, ...], tuple[float, float]]:
    """The lines of a label above an arrow, and from where to where it may reach.

    An arrow that passes other lifelines carries its label between two neighbours, as near to the
    sender as there is room, so that no line runs through the words.
    """
    step = 1 if message.target > message.source else -1
    stops = list(range(message.source, message.target + step, step))
    gaps = [sorted((xs[one], xs[other])) for one, other in pairwise(stops)]
    rooms = [(left + _LABEL_SIDE, right - _LABEL_SIDE) for left, right in gaps]
    whole = (min(left for left, _ in rooms), max(right for _, right in rooms))
    for lines in ((message.text,), broken(message.text)):
        for room in rooms:
            if fits(lines, room[1] - room[0], LABEL_SIZE):
                return lines, room
    return lines_for(message.text, whole[1] - whole[0], LABEL_SIZE), whole


def _edge(row: int, lifeline: int, calls: Sequence[Call], xs: Sequence[float], side: int) -> float:
    """Where an arrow meets a lifeline from the right (1) or the left (-1): at its bar if it has one then."""
    depths = [call.depth for call in calls if call.lifeline == lifeline and call.first <= row <= call.last]
    if not depths:
        return xs[lifeline]
    return xs[lifeline] + max(depths) * _NEST + side * BAR / 2


def _bar(call: Call, x: float, rows: Sequence[Band]) -> Rect:
    top = rows[call.first].y - _BAR_ABOVE
    bottom = max(rows[call.last].y + _BAR_BELOW, top + _SHORTEST_BAR)
    return Rect(x - BAR / 2 + call.depth * _NEST, top, BAR, bottom - top)


def _frame(branch: Branch, branches: Sequence[Branch], drawn: Sequence[Row], rows: Sequence[Band]) -> BranchFrame:
    """The frame around all arrows and labels of a branch."""
    span = frame_span(branch, branches, rows)
    inside = drawn[branch.first : branch.last + 1]
    xs = [point.x for row in inside for point in row.path.points]
    ends = [row.label_box.x + _label_width(row) for row in inside if row.message.inside]
    side = _FRAME_SIDE - span.depth * _FRAME_NEST
    title = text_width(f"{ALTERNATIVE}  {branch.title}", LABEL_SIZE) + 24.0
    left = min(xs) - side
    right = max(max([*xs, *ends]) + side, left + title + side)
    box = Rect(left, span.top, right - left, span.bottom - span.top)
    return BranchFrame(branch, box, Rect(left, span.top, title, span.tab))


def _label_width(row: Row) -> float:
    return max(text_width(line, LABEL_SIZE) for line in row.label)
