"""Finds right-angled paths between cards: through the gaps, in lanes, with few bends.

The search is A* on a sparse grid: a few lanes beside every card, frame and caption, and
the ports of the two ends. Paths that are already there make their own lane dear and a
crossing a little dear, so parallel links settle beside each other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from vmexplorer.drawing.geometry import Path, Point, Rect, Segment
from vmexplorer.drawing.ports import STUB, Port, ports

CLEARANCE = 5.0  # nearest that a path passes by a card it does not belong to
LANE = 8.0  # distance between parallel paths
_LANES = (6.0, 14.0, 22.0)
_BEND = 42.0
_WINDOW = 130.0  # how far around its ends a path is looked for first
_CROSSING = 26.0
_SHARED = 500.0
_SHARED_PER_UNIT = 4.0
_ALONG_FRAME = 1.5
_FOREIGN = 1.2  # passing through a frame that holds neither end
_BLOCKED = float("inf")
_STEPS = ((1, 0), (0, 1), (-1, 0), (0, -1))  # right, down, left, up

_State = tuple[int, int, int]  # column, row, direction


class Span(NamedTuple):
    """A stretch of a grid line and what it costs to use it (infinite: it is closed)."""

    low: float
    high: float
    flat: float
    per_unit: float


class Router:
    """Routes paths around fixed obstacles; the same questions always get the same answers."""

    def __init__(self, scene: Rect, cards: Sequence[Rect], captions: Sequence[Rect], frames: Sequence[Rect]) -> None:
        self._scene = scene.inflated(-4.0)
        self._closed = [*(card.inflated(CLEARANCE) for card in cards), *captions]
        self._frames = frames
        edges = [*cards, *frames]
        self._xs = _lanes([x for rect in edges for x in (rect.x, rect.right)], scene.x, scene.right)
        self._ys = _lanes([y for rect in edges for y in (rect.y, rect.bottom)], scene.y, scene.bottom)

    def route(self, source: Rect, target: Rect, taken: Iterable[Path] = (), align: Point | None = None) -> Path:
        """The path from one card's side to the other's.

        Args:
            source: where it leaves.
            target: where it arrives.
            taken: paths already drawn, whose lanes it should not share.
            align: a place to stay in line with, such as where the leg before ended.
        """
        paths = tuple(taken)
        starts = ports(source, target, paths, self._xs, self._ys, align)
        goals = ports(target, source, paths, self._xs, self._ys, align)
        foreign = [f for f in self._frames if not (f.contains(source.centre) or f.contains(target.centre))]
        near = source.united(target).inflated(_WINDOW)
        for window in (near, self._scene):
            found = _search(_Lines(self, starts, goals, paths, foreign, window), starts, goals)
            if found is not None:
                return found
        return _straight(source, target)

    def spans_across(self, y: float, taken: Sequence[Segment], foreign: Sequence[Rect]) -> list[Span]:
        """What lies on the horizontal line at ``y``: cards, frames that are not ours, other paths."""
        spans = [Span(r.x, r.right, _BLOCKED, 0.0) for r in self._closed if r.y < y < r.bottom]
        spans += [Span(f.x, f.right, 0.0, _FOREIGN) for f in foreign if f.y < y < f.bottom]
        for frame in self._frames:
            if min(abs(frame.y - y), abs(frame.bottom - y)) < 3.0:
                spans.append(Span(frame.x, frame.right, 0.0, _ALONG_FRAME))
        for start, end in taken:
            low, high = min(start.x, end.x), max(start.x, end.x)
            if start.y == end.y:
                if abs(start.y - y) < LANE - 0.5:
                    spans.append(Span(low - 1.0, high + 1.0, _SHARED, _SHARED_PER_UNIT))
            elif min(start.y, end.y) < y < max(start.y, end.y):
                spans.append(Span(start.x - 0.5, start.x + 0.5, _CROSSING, 0.0))
        return spans

    def spans_down(self, x: float, taken: Sequence[Segment], foreign: Sequence[Rect]) -> list[Span]:
        """What lies on the vertical line at ``x``: cards, frames that are not ours, other paths."""
        spans = [Span(r.y, r.bottom, _BLOCKED, 0.0) for r in self._closed if r.x < x < r.right]
        spans += [Span(f.y, f.bottom, 0.0, _FOREIGN) for f in foreign if f.x < x < f.right]
        for frame in self._frames:
            if min(abs(frame.x - x), abs(frame.right - x)) < 3.0:
                spans.append(Span(frame.y, frame.bottom, 0.0, _ALONG_FRAME))
        for start, end in taken:
            low, high = min(start.y, end.y), max(start.y, end.y)
            if start.x == end.x:
                if abs(start.x - x) < LANE - 0.5:
                    spans.append(Span(low - 1.0, high + 1.0, _SHARED, _SHARED_PER_UNIT))
            elif min(start.x, end.x) < x < max(start.x, end.x):
                spans.append(Span(start.y - 0.5, start.y + 0.5, _CROSSING, 0.0))
        return spans

    def grid(self, extra: Sequence[Port], window: Rect) -> tuple[list[float], list[float]]:
        """The grid's columns and rows inside a window, with those of the given ports."""
        low_x, high_x = max(window.x, self._scene.x), min(window.right, self._scene.right)
        low_y, high_y = max(window.y, self._scene.y), min(window.bottom, self._scene.bottom)
        xs = {*self._xs, *(port.outside.x for port in extra)}
        ys = {*self._ys, *(port.outside.y for port in extra)}
        return sorted(x for x in xs if low_x <= x <= high_x), sorted(y for y in ys if low_y <= y <= high_y)


class _Lines:
    """The grid of one search, with the cost of each stretch worked out when first needed."""

    def __init__(
        self,
        router: Router,
        starts: Sequence[Port],
        goals: Sequence[Port],
        taken: Sequence[Path],
        foreign: Sequence[Rect],
        window: Rect,
    ) -> None:
        self._router = router
        self._taken = [segment for path in taken for segment in path.segments()]
        self.xs, self.ys = router.grid([*starts, *goals], window)
        self._foreign = foreign
        self._rows: dict[int, list[float]] = {}
        self._columns: dict[int, list[float]] = {}

    def place(self, point: Point) -> tuple[int, int] | None:
        """The indices of a point on the grid; None when it lies outside the scene."""
        i, j = bisect_left(self.xs, point.x), bisect_left(self.ys, point.y)
        inside = i < len(self.xs) and j < len(self.ys)
        return (i, j) if inside and self.xs[i] == point.x and self.ys[j] == point.y else None

    def cost(self, i: int, j: int, direction: int) -> float:
        """The cost of the stretch from a crossing to its neighbour; infinite when closed."""
        if direction % 2 == 0:
            place = i if direction == 0 else i - 1
            if not 0 <= place < len(self.xs) - 1:
                return _BLOCKED
            row = self._rows.get(j)
            if row is None:
                spans = self._router.spans_across(self.ys[j], self._taken, self._foreign)
                row = self._rows[j] = _costs(self.xs, spans)
            return row[place]
        place = j if direction == 1 else j - 1
        if not 0 <= place < len(self.ys) - 1:
            return _BLOCKED
        column = self._columns.get(i)
        if column is None:
            spans = self._router.spans_down(self.xs[i], self._taken, self._foreign)
            column = self._columns[i] = _costs(self.ys, spans)
        return column[place]


def _costs(marks: Sequence[float], spans: Sequence[Span]) -> list[float]:
    """The cost of each stretch between neighbouring marks of one grid line."""
    costs = [after - before for before, after in pairwise(marks)]
    for low, high, flat, per_unit in spans:
        first = max(0, bisect_right(marks, low) - 1)
        last = min(len(costs), bisect_left(marks, high))
        for place in range(first, last):
            if marks[place + 1] > low and marks[place] < high:
                length = min(marks[place + 1], high) - max(marks[place], low)
                costs[place] += flat + per_unit * length
    return costs


def _search(lines: _Lines, starts: Sequence[Port], goals: Sequence[Port]) -> Path | None:
    """A* from any start port to any goal port; None when everything is walled in."""
    ends = _states(lines, goals, turned=2)
    begins = _states(lines, starts, turned=0)
    if not ends or not begins:
        return None
    xs, ys = lines.xs, lines.ys
    goal_x = [xs[i] for i, _, _ in ends]
    goal_y = [ys[j] for _, j, _ in ends]
    low_x, high_x, low_y, high_y = min(goal_x), max(goal_x), min(goal_y), max(goal_y)

    def remaining(i: int, j: int) -> float:
        x, y = xs[i], ys[j]
        across = low_x - x if x < low_x else x - high_x if x > high_x else 0.0
        down = low_y - y if y < low_y else y - high_y if y > high_y else 0.0
        return across + down + (_BEND if across and down else 0.0)

    reached = {state: port.cost for state, port in begins.items()}
    came: dict[_State, _State | Port] = dict(begins)
    heap = [(port.cost + remaining(state[0], state[1]), port.cost, state) for state, port in begins.items()]
    heapify(heap)
    best, best_state = _BLOCKED, None
    while heap:
        estimate, spent, state = heappop(heap)
        if estimate >= best:
            break
        if spent > reached[state]:
            continue
        if state in ends and spent + ends[state].cost < best:
            best, best_state = spent + ends[state].cost, state
        for following, price in _moves(lines, state, spent):
            if price < reached.get(following, _BLOCKED):
                reached[following], came[following] = price, state
                heappush(heap, (price + remaining(following[0], following[1]), price, following))
    return None if best_state is None else _retrace(lines, came, best_state, ends[best_state])


def _states(lines: _Lines, of: Sequence[Port], turned: int) -> dict[_State, Port]:
    """The search states at ports: place and direction, the cheapest port for each."""
    found: dict[_State, Port] = {}
    for port in of:
        place = lines.place(port.outside)
        if place is not None:
            state = (*place, (port.direction + turned) % 4)
            if state not in found or port.cost < found[state].cost:
                found[state] = port
    return found


def _moves(lines: _Lines, state: _State, spent: float) -> Iterator[tuple[_State, float]]:
    """One stretch straight on, or a turn and then one stretch."""
    i, j, facing = state
    for turn in (0, 1, 3):
        direction = (facing + turn) % 4
        price = spent + lines.cost(i, j, direction) + (_BEND if turn else 0.0)
        if price < _BLOCKED:
            step = _STEPS[direction]
            yield (i + step[0], j + step[1], direction), price


def _retrace(lines: _Lines, came: dict[_State, _State | Port], last: _State, goal: Port) -> Path:
    """The found path, from the source's side to the target's."""
    points = [goal.at]
    state: _State | Port = last
    while not isinstance(state, Port):
        points.append(Point(lines.xs[state[0]], lines.ys[state[1]]))
        state = came[state]
    points.append(state.at)
    return Path.through(points[::-1])


def _straight(source: Rect, target: Rect) -> Path:
    """The last resort: an elbow between the middles."""
    a, b = source.centre, target.centre
    return Path.through([a, Point(b.x, a.y), b])


def _lanes(edges: Iterable[float], low: float, high: float) -> list[float]:
    """Grid lines beside the given edges, with near doubles merged."""
    wanted = sorted({edge + side * lane for edge in edges for lane in _LANES for side in (-1, 1)})
    kept: list[float] = []
    for place in wanted:
        if low + 4.0 <= place <= high - 4.0 and (not kept or place - kept[-1] >= 2.0):
            kept.append(place)
    return kept


__all__ = ["CLEARANCE", "LANE", "STUB", "Router", "Span"]
