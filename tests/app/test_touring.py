"""An explorer at the stops of a tour."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.helpers.tours import toured_atlas
from vmexplorer.app.explorer import Explorer
from vmexplorer.app.touring import (
    EMPHASIS,
    area_of,
    caption_text,
    era_of,
    go_after,
    notes_text,
    picture_of,
    situate,
    span_of,
)
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.link import Plane
from vmexplorer.atlas.tour import StepName, Stop
from vmexplorer.lessons.tour_walk import StepSpan
from vmexplorer.stage.ambient import Traffic
from vmexplorer.stage.overlay import Mark, Overlay, Role


@pytest.fixture
def explorer(tmp_path: Path) -> Explorer:
    return Explorer(toured_atlas(tmp_path))


@pytest.fixture
def stops(explorer: Explorer) -> tuple[Stop, ...]:
    return explorer.atlas.tours["short"].stops


def test_a_stop_lights_its_parts_and_puts_everything_else_away(explorer: Explorer, stops: tuple[Stop, ...]) -> None:
    explorer.show_plane(Plane.DATA)
    explorer.show_traffic(Traffic.BACKGROUND)
    explorer.show_changes(True)
    explorer.select_link("L2")
    explorer.tell("F01")
    explorer.lay_over("lab", Overlay({"proxy": Mark(Role.FAULT)}))
    situate(explorer, stops[0])
    now = explorer.now
    assert (now.plane, now.traffic, now.show_changes, now.link, now.flow) == (None, Traffic.NONE, False, "", "")
    assert dict(now.overlays)[EMPHASIS].components == {"client": Mark(Role.FOCUS), "agent": Mark(Role.FOCUS)}
    assert "lab" in dict(now.overlays)
    marks = {look.box: look.mark for look in explorer.state().boxes if look.mark}
    assert {box: mark.role for box, mark in marks.items()} == {
        "client": Role.FOCUS,
        "agent": Role.FOCUS,
        "proxy": Role.FAULT,
    }


def test_the_next_stop_takes_the_emphasis_away(explorer: Explorer, stops: tuple[Stop, ...]) -> None:
    situate(explorer, stops[0])
    situate(explorer, stops[1])
    assert explorer.now.overlays == ()
    assert (explorer.now.link, explorer.now.era, explorer.now.flow) == ("L2", "e8", "F01")


def test_a_stop_of_another_era_selects_what_is_there(explorer: Explorer, stops: tuple[Stop, ...]) -> None:
    situate(explorer, stops[2])
    assert (explorer.now.era, explorer.now.component) == ("e5", "agent")
    assert era_of(explorer.atlas, stops[0]) == "e8"


def test_a_flow_rests_before_the_first_step_of_the_stop(explorer: Explorer, stops: tuple[Stop, ...]) -> None:
    situate(explorer, stops[1])
    assert explorer.player.position == 0.0
    later = replace(stops[1], first_step=StepName("2"), last_step=None)
    assert span_of(explorer.atlas, later) == StepSpan(1, 2)
    situate(explorer, later)
    steps = explorer.player.timeline.steps
    assert explorer.player.position == steps[1].start
    go_after(explorer, 1)
    assert explorer.player.position == steps[1].end


def test_spans_are_those_of_the_era(explorer: Explorer, stops: tuple[Stop, ...]) -> None:
    assert [span_of(explorer.atlas, stop) for stop in stops] == [None, StepSpan(0, 1), StepSpan(0, 0)]


@pytest.mark.parametrize(("first", "last"), [("9", None), (None, "nothing"), ("2", "1")])
def test_steps_that_are_not_there_are_not_played(
    explorer: Explorer, stops: tuple[Stop, ...], first: str | None, last: str | None
) -> None:
    stop = replace(stops[1], first_step=StepName(first) if first else None, last_step=StepName(last) if last else None)
    assert span_of(explorer.atlas, stop) is None


def test_the_frame_holds_the_named_parts_and_no_more_of_the_scene(explorer: Explorer, stops: tuple[Stop, ...]) -> None:
    layout = explorer.wiring.layout
    assert area_of(layout, stops[0]) == layout.scene
    area = area_of(layout, stops[1])
    for part in ("client", "proxy"):
        for box in layout.boxes_of(part):
            assert area.x < box.rect.x
            assert area.y < box.rect.y
            assert area.right > box.rect.right
            assert area.bottom > box.rect.bottom
    agent = replace(stops[1], frame=("agent",))
    assert area_of(layout, agent).width < layout.scene.width * 0.6


def test_the_picture_of_a_stop_shows_the_end_of_its_last_step(explorer: Explorer, stops: tuple[Stop, ...]) -> None:
    picture = picture_of(explorer, stops[1])
    assert picture.state.caption is not None
    assert (picture.state.caption.number, picture.state.caption.steps) == (2, 3)
    assert picture.area == area_of(explorer.wiring.layout, stops[1])
    assert picture_of(explorer, stops[0]).state.caption is None


def test_texts_are_without_marks(explorer: Explorer, stops: tuple[Stop, ...]) -> None:
    assert caption_text(stops[0]) == "Four parts make up the whole."
    assert notes_text(stops[0]) == ("Point at each part and say its name.", "Ask which of them answers.")
    coded = replace(stops[0], caption=(Statement("Run `ls`.", ()), Statement("Then look.", ())))
    assert caption_text(coded) == "Run ls. Then look."
