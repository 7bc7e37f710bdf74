"""The ink of shows comes back as it was drawn, and a damaged file is set aside."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.app.kept import MAX_BYTES, Kept
from vmexplorer.app.kept_ink import DOCUMENT, MOST_POINTS, KeptInk
from vmexplorer.drawing.geometry import Point
from vmexplorer.lessons.sketch import COLOURS, Stroke

LINE = Stroke((Point(1.5, 2.0), Point(300.0, -40.5)), 2.5, COLOURS[1])
TENTHS = st.integers(-20000, 20000).map(lambda number: number / 10)
STROKES = st.builds(
    Stroke,
    st.lists(st.builds(Point, TENTHS, TENTHS), min_size=1, max_size=6).map(tuple),
    st.integers(1, 9000).map(lambda number: number / 1000),
    st.sampled_from(COLOURS),
    since=st.none(),
)
INK = st.dictionaries(st.sampled_from(["one", "two", "three"]), st.lists(STROKES, min_size=1, max_size=3).map(tuple))


@given(ink=st.dictionaries(st.sampled_from(["a", "b"]), INK, min_size=1))
def test_ink_comes_back_as_it_was(ink: dict[str, dict[str, tuple[Stroke, ...]]]) -> None:
    with TemporaryDirectory() as folder:
        kept = Kept(Path(folder))
        for tour, strokes in ink.items():
            assert KeptInk(kept).keep(tour, strokes) == ""
        again = KeptInk(kept)
        assert again.complaint == ""
        assert {tour: again.of_tour(tour) for tour in ink} == ink


def test_tour_without_a_stroke_is_kept_too_until_it_is_forgotten(tmp_path: Path) -> None:
    ink = KeptInk(Kept(tmp_path))
    assert ink.of_tour("walk") is None
    ink.keep("walk", {})
    assert KeptInk(Kept(tmp_path)).of_tour("walk") == {}
    assert KeptInk(Kept(tmp_path)).forget("walk") == ""
    assert KeptInk(Kept(tmp_path)).of_tour("walk") is None


def test_strokes_that_fade_are_not_kept(tmp_path: Path) -> None:
    ink = KeptInk(Kept(tmp_path))
    ink.keep("walk", {"stop": (LINE, LINE._replace(since=4.0)), "other": (LINE._replace(since=5.0),)})
    assert KeptInk(Kept(tmp_path)).of_tour("walk") == {"stop": (LINE,)}


def test_largest_document_can_be_read_and_the_oldest_tour_gives_way(tmp_path: Path) -> None:
    half = (LINE._replace(points=(Point(-12345.6, -12345.6),) * (MOST_POINTS // 2)),)
    ink = KeptInk(Kept(tmp_path))
    for tour in ("first", "second", "third"):
        assert ink.keep(tour, {"stop": half}) == ""
    assert (tmp_path / f"{DOCUMENT}.json").stat().st_size < MAX_BYTES
    again = KeptInk(Kept(tmp_path))
    assert [again.of_tour(tour) is None for tour in ("first", "second", "third")] == [True, False, False]


def test_too_much_ink_on_one_tour_is_said_and_what_was_kept_stays(tmp_path: Path) -> None:
    ink = KeptInk(Kept(tmp_path))
    ink.keep("walk", {"stop": (LINE,)})
    assert "too much ink" in ink.keep("walk", {"stop": (LINE._replace(points=(Point(0, 0),) * (MOST_POINTS + 1)),)})
    assert KeptInk(Kept(tmp_path)).of_tour("walk") == {"stop": (LINE,)}


@pytest.mark.parametrize(
    "content",
    [
        [],
        {"walk": []},
        {"walk": {"stop": {}}},
        {"walk": {"stop": [7]}},
        *[
            {"walk": {"stop": [{"colour": "fault", "width": 2, "points": "1 2", **wrong}]}}
            for wrong in (
                {"colour": "mauve"},
                {"colour": []},
                {"width": "wide"},
                {"width": 0},
                {"width": 1e9},
                {"points": ""},
                {"points": "1"},
                {"points": "1 2 3"},
                {"points": "1 nan"},
                {"points": "1 two"},
                {"points": [1, 2]},
            )
        ],
    ],
)
def test_damaged_ink_is_set_aside_and_said(tmp_path: Path, content: Any) -> None:
    file = tmp_path / f"{DOCUMENT}.json"
    file.write_text(json.dumps({"document": DOCUMENT, "version": 1, "content": content}))
    ink = KeptInk(Kept(tmp_path))
    assert "is damaged; it is now" in ink.complaint
    assert ink.of_tour("walk") is None
    assert not file.exists()
