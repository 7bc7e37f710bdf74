"""Right-angled paths drawn by hypothesis."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from vmexplorer.drawing.geometry import Path, Point

_WAYS = ((1, 0), (0, 1), (-1, 0), (0, -1))
_STEPS = st.tuples(st.sampled_from(_WAYS), st.integers(1, 60))


def walk(steps: Sequence[tuple[tuple[int, int], int]], x: float = 0.0, y: float = 0.0) -> list[Point]:
    """The points of a walk: each step is a direction and how far it goes."""
    points = [Point(x, y)]
    for (dx, dy), far in steps:
        points.append(Point(points[-1].x + dx * far, points[-1].y + dy * far))
    return points


walks = st.lists(_STEPS, min_size=1, max_size=8).map(walk)
paths = walks.map(Path)
stairs = st.lists(st.tuples(st.sampled_from(_WAYS[:2]), st.integers(1, 60)), min_size=1, max_size=8).map(walk).map(Path)
shares = st.floats(0.0, 1.0)
