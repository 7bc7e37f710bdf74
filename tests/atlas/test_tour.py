"""Tours as they are read, and the names of steps in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.packs import atlas_of
from vmexplorer.atlas.codec import decode, encode
from vmexplorer.atlas.shapes import ID_PATTERN
from vmexplorer.atlas.tour import StepName, Tour


def test_a_tour_is_found_by_id_and_name_with_its_stops_in_order(toured: Path) -> None:
    atlas = atlas_of(toured)
    tour = atlas.tour("the agent in a MINUTE")
    assert tour is atlas.tours["short"]
    assert [stop.id for stop in tour.stops] == ["all", "ask", "refused"]
    assert tour.minutes == pytest.approx(3.5)
    assert (tour.place("refused"), tour.place("nowhere")) == (2, None)


def test_a_stop_says_what_it_shows_and_leaves_out_the_rest(toured: Path) -> None:
    everything, ask, refused = atlas_of(toured).tours["short"].stops
    assert (everything.era, everything.frame, everything.flow) == (None, ("kernel", "proxy"), "")
    assert (ask.era, ask.first_step, ask.last_step) == ("e5", StepName("ask"), StepName("2"))
    assert (refused.lab, refused.preset, refused.frame) == ("bench", "stop agent", ())
    assert [one.text for one in everything.notes] == [
        "Point at each part and say its name.",
        "Ask which of them answers.",
    ]


def test_a_tour_survives_the_prepared_copy(toured: Path) -> None:
    tour = atlas_of(toured).tours["short"]
    assert decode(Tour, encode(tour)) == tour


def test_a_step_is_found_by_id_before_number(toured: Path) -> None:
    atlas = atlas_of(toured)
    flow = atlas.flow("F01")
    steps = atlas.steps_in(flow, "e8")
    assert [step.id for step in steps] == ["ask", "forward", "do"]
    assert [StepName(name).place_in(steps) for name in ("forward", "3", "0", "4", "undo")] == [1, 2, None, None, None]


@given(st.text(max_size=70) | st.from_regex(ID_PATTERN, fullmatch=True))
def test_a_step_name_reads_back_or_is_refused(text: str) -> None:
    if re.fullmatch(ID_PATTERN, text):
        assert str(StepName.parse(text)) == text
    else:
        with pytest.raises(ValueError, match="is not the id of a step, or its number from 1"):
            StepName.parse(text)
