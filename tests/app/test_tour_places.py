"""Where tours were left."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.tours import toured_atlas
from vmexplorer.app.kept import Kept
from vmexplorer.app.tour_places import DOCUMENT, TourPlaces
from vmexplorer.atlas.tour import Tour
from vmexplorer.lessons.tour_walk import START, TourPlace


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "kept")


@pytest.fixture
def tour(tmp_path: Path) -> Tour:
    return toured_atlas(tmp_path).tours["short"]


def test_a_tour_is_taken_up_where_it_was_left(kept: Kept, tour: Tour) -> None:
    assert TourPlaces(kept).place(tour) == START
    assert TourPlaces(kept).leave(tour, TourPlace(1, 1)) == ""
    places = TourPlaces(kept)
    assert places.place(tour) == TourPlace(1, 1)
    assert places.last == "short"


def test_a_finished_tour_begins_anew(kept: Kept, tour: Tour) -> None:
    TourPlaces(kept).leave(tour, TourPlace(1))
    TourPlaces(kept).leave(tour, TourPlace(2, 0), finished=True)
    assert TourPlaces(kept).place(tour) == START
    assert TourPlaces(kept).last == ""


def test_a_stop_that_is_gone_is_the_start(kept: Kept, tour: Tour) -> None:
    kept.write(DOCUMENT, 1, [{"tour": "short", "stop": "gone", "step": None}])
    assert TourPlaces(kept).place(tour) == START


@pytest.mark.parametrize(
    "content",
    [{}, [1], [{"tour": "short"}], [{"tour": "short", "stop": "all", "step": "1"}], [{"tour": 1, "stop": "all"}]],
)
def test_a_document_of_another_sort_is_set_aside(kept: Kept, content: object) -> None:
    kept.write(DOCUMENT, 1, content)
    places = TourPlaces(kept)
    assert "tour-places.aside-1.json" in places.complaint
    assert places.last == ""
    assert TourPlaces(kept).complaint == ""


def test_places_of_many_tours_do_not_grow_for_ever(kept: Kept, tour: Tour) -> None:
    kept.write(DOCUMENT, 1, [{"tour": f"t{number}", "stop": "all", "step": None} for number in range(300)])
    places = TourPlaces(kept)
    places.leave(tour, TourPlace(1))
    content = kept.read(DOCUMENT, 1).content
    assert len(content) == 200
    assert content[-1] == {"tour": "short", "stop": "ask", "step": None}
