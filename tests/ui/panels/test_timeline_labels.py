"""Labels under a timeline never touch, and the current one is always there."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.ui.panels.timeline_labels import place_labels

ROOM = (0.0, 1000.0)
GAP = 14.0
ticks_and_widths = st.lists(st.tuples(st.floats(0, 1000), st.floats(10, 200)), min_size=1, max_size=20)


@given(ticks_and_widths, st.data())
def test_labels_keep_their_distance_and_stay_inside(
    given_labels: list[tuple[float, float]], data: st.DataObject
) -> None:
    ticks = sorted(tick for tick, _ in given_labels)
    widths = [width for _, width in given_labels]
    current = data.draw(st.integers(0, len(ticks) - 1))
    placed = place_labels(ticks, widths, ROOM, GAP, current)
    assert current in [label.step for label in placed]
    assert all(later.left - earlier.right >= GAP - 1e-6 for earlier, later in pairwise(sorted(placed, key=_left)))
    assert all(label.left >= 0 and label.right <= 1000 + 1e-6 for label in placed)


def _left(label: tuple[int, float, float]) -> float:
    return label[1]


def test_all_are_shown_where_there_is_room() -> None:
    placed = place_labels([200, 500, 1000], [80, 80, 80], ROOM, GAP, 1)
    assert [(label.step, label.left, label.right) for label in placed] == [
        (0, 160, 240),
        (1, 460, 540),
        (2, 920, 1000),
    ]


def test_current_label_pushes_out_its_neighbours_only() -> None:
    ticks, widths = [100, 180, 260, 600], [70, 70, 70, 70]
    assert [label.step for label in place_labels(ticks, widths, ROOM, GAP, 0)] == [0, 2, 3]
    assert [label.step for label in place_labels(ticks, widths, ROOM, GAP, 1)] == [1, 3]


def test_without_steps_there_is_nothing() -> None:
    assert place_labels([], [], ROOM, GAP, None) == ()
