"""The shipped tours: complete, speakable, and with everything that they speak of in the picture."""

from __future__ import annotations

from functools import cache

import pytest

from tests.helpers.shipped import shared_book, shipped_atlas
from vmexplorer.app.explorer import Explorer
from vmexplorer.app.touring import area_of, caption_text, era_of, framed, picture_of, situate, span_of
from vmexplorer.atlas.tour import Stop
from vmexplorer.drawing.geometry import Rect

TOURS = ("ten-minutes", "vpxd-vpxa-hostd", "what-runs", "two-banks", "console", "not-responding")
FOUNDING_PROCESSES = ("dcui", "vmm", "vmx", "sfcbd", "ha-fdm", "hostd", "vpxa", "vmsyslogd", "ntpd", "snmpd")
STOPS = [(tour, stop.id) for tour in TOURS for stop in shipped_atlas().tours[tour].stops]

each_tour = pytest.mark.parametrize("tour", TOURS)
each_stop = pytest.mark.parametrize(("tour", "stop"), STOPS)


@cache
def explorer() -> Explorer:
    """One for all stops."""
    return Explorer(shipped_atlas(), book=shared_book())


def stop_of(tour: str, stop: str) -> Stop:
    """A stop by the ids of its tour and itself."""
    found = shipped_atlas().tours[tour]
    return found.stops[found.place(stop) or 0]


def inside(rect: Rect, area: Rect) -> bool:
    return area.united(rect) == area


def test_the_six_tours_are_there() -> None:
    assert set(TOURS) <= set(shipped_atlas().tours)


@each_tour
def test_a_tour_has_eight_to_fourteen_stops_and_ten_to_twenty_minutes(tour: str) -> None:
    found = shipped_atlas().tours[tour]
    assert 8 <= len(found.stops) <= 14
    assert 10 <= found.minutes <= 20


def test_ten_minutes_are_ten() -> None:
    assert shipped_atlas().tours["ten-minutes"].minutes == pytest.approx(10)


def test_every_process_that_the_founding_text_names_has_its_stop() -> None:
    # Stops that light many parts at once speak of all of them and of none.
    stops = [stop for stop in shipped_atlas().tours["what-runs"].stops if len(stop.emphasis) <= 4]
    shown = {part for stop in stops for part in (stop.select, *stop.emphasis)}
    for stop in stops:
        if stop.flow:
            flow, _ = shipped_atlas().way(stop.flow)
            shown |= {end for step in flow.steps for end in (step.source, step.target)}
    assert set(FOUNDING_PROCESSES) <= shown


@each_tour
def test_titles_and_captions_do_not_come_twice(tour: str) -> None:
    stops = shipped_atlas().tours[tour].stops
    assert len({stop.title for stop in stops}) == len(stops)
    assert len({caption_text(stop) for stop in stops}) == len(stops)


@each_tour
def test_most_stops_have_a_question_for_the_audience(tour: str) -> None:
    stops = shipped_atlas().tours[tour].stops
    asking = [stop for stop in stops if any("sk" in note.text and "?" in note.text for note in stop.notes)]
    assert len(asking) >= len(stops) / 2


@each_stop
def test_notes_are_several_sentences_and_not_the_caption_again(tour: str, stop: str) -> None:
    found = stop_of(tour, stop)
    assert len(found.notes) >= 2
    said = " ".join(note.text for note in found.notes)
    assert len(said) > len(caption_text(found))
    for sentence in caption_text(found).split(". "):
        assert sentence.rstrip(".") not in said


@each_stop
def test_what_a_stop_brings_out_lies_in_its_frame(tour: str, stop: str) -> None:
    found = stop_of(tour, stop)
    situate(explorer(), found)
    layout = explorer().wiring.layout
    area = area_of(layout, found)
    wanted = [name for name in found.frame for box in framed(layout, name) if not inside(box.rect, area)]
    for part in (found.select, *found.emphasis):
        boxes = layout.boxes_of(part)
        if boxes and not any(inside(box.rect, area) for box in boxes):
            wanted.append(part)
    assert wanted == []


@each_stop
def test_every_step_that_a_stop_plays_is_seen_from_end_to_end(tour: str, stop: str) -> None:
    found = stop_of(tour, stop)
    situate(explorer(), found)
    span = span_of(shipped_atlas(), found)
    if span is None:
        return
    layout = explorer().wiring.layout
    area = area_of(layout, found)
    boxes = {box.id: box.rect for box in layout.boxes}
    hidden = [
        hop.title
        for hop in explorer().hops[span.first : span.last + 1]
        for end in (hop.source, hop.target)
        if end and not inside(boxes[end], area)
    ]
    assert hidden == []


@each_stop
def test_a_stop_lies_in_an_era_of_its_flow_and_can_be_pictured(tour: str, stop: str) -> None:
    found = stop_of(tour, stop)
    picture = picture_of(explorer(), found)
    assert picture.state.layout.view == found.view
    assert picture.state.layout.era == era_of(shipped_atlas(), found)
    assert (picture.state.caption is not None) == bool(found.flow)


@each_tour
def test_no_stop_is_longer_than_a_class_stays_awake(tour: str) -> None:
    found = shipped_atlas().tours[tour]
    assert all(0.5 <= stop.minutes <= 3 for stop in found.stops)
