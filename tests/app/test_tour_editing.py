"""Tours made from what is on the screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.shipped import shared_book, shipped_atlas
from tests.helpers.tour_strategies import statements
from vmexplorer.app.explorer import Explorer
from vmexplorer.app.tour_editing import (
    changed_stop,
    copy_of,
    frame_for,
    fresh_id,
    lit,
    moved_stop,
    new_tour,
    sentence,
    shown_anew,
    statements_of,
    stop_seen,
    text_of,
    with_stop,
    without_stop,
)
from vmexplorer.app.touring import area_of, situate
from vmexplorer.atlas.evidence import Evidence, Standing, Statement
from vmexplorer.atlas.tour import Stop, Tour
from vmexplorer.atlas.tour_file import parse_tour
from vmexplorer.atlas.tour_text import tour_text
from vmexplorer.drawing.geometry import Rect

SHIPPED = shipped_atlas().tours
GENERAL = (Evidence(Standing.GENERAL),)


@pytest.fixture
def explorer() -> Explorer:
    return Explorer(shipped_atlas(), book=shared_book())


def seen_now(explorer: Explorer, seen: Rect | None = None) -> Stop:
    return stop_seen(explorer, seen or explorer.wiring.layout.scene, "a", "A stop")


def test_a_stop_holds_what_is_on_the_screen(explorer: Explorer) -> None:
    explorer.show_era("e6")
    explorer.show_view("agents")
    explorer.select_component("hostd")
    explorer.tell("F04/locked")
    explorer.player.go_to_step(1)
    stop = stop_seen(explorer, explorer.wiring.layout.scene, "here", "Five tries", "whatif", "stop vpxa")
    assert (stop.id, stop.title, stop.view, stop.era) == ("here", "Five tries", "agents", "e6")
    assert (stop.select, stop.flow, stop.first_step, str(stop.last_step)) == ("hostd", "F04/locked", None, "2")
    assert (stop.lab, stop.preset, stop.frame, stop.emphasis) == ("whatif", "stop vpxa", (), ())
    assert stop.caption == (Statement("Five tries", GENERAL),)


def test_a_flow_at_its_start_or_end_is_played_as_a_whole(explorer: Explorer) -> None:
    explorer.tell("F02")
    assert seen_now(explorer).last_step is None
    explorer.player.last()
    assert seen_now(explorer).last_step is None
    assert seen_now(explorer).era is None


def test_what_no_stop_can_hold_is_left_out(explorer: Explorer) -> None:
    explorer.tell_route("vsphere-client", "hostd")
    explorer.select_component("ad-domain")
    stop = seen_now(explorer)
    assert (stop.flow, stop.select) == ("", "")
    explorer.ask_port("UDP 902")
    assert seen_now(explorer).select == ""


def test_the_emphasis_of_a_stop_stays(explorer: Explorer) -> None:
    situate(explorer, SHIPPED["ten-minutes"].stops[2])
    assert seen_now(explorer).emphasis == SHIPPED["ten-minutes"].stops[2].emphasis
    explorer.show_view("vm")
    assert set(seen_now(explorer).emphasis) == {"hostd", "virtual-machine", "vmx", "vmm"}


@pytest.mark.parametrize("tour", list(SHIPPED))
def test_what_a_shipped_stop_frames_can_be_read_off_the_picture(explorer: Explorer, tour: str) -> None:
    for stop in SHIPPED[tour].stops:
        situate(explorer, stop)
        layout = explorer.wiring.layout
        area = area_of(layout, stop)
        again = replace(stop, frame=frame_for(layout, area))
        found = area_of(layout, again)
        assert 0.8 < found.width * found.height / (area.width * area.height) < 1.25, stop.id
        assert found.contains(area.centre)


def test_near_by_there_is_one_part_to_frame(explorer: Explorer) -> None:
    layout = explorer.wiring.layout
    card = layout.card("hostd")
    assert card is not None
    assert frame_for(layout, card.rect.inflated(-20.0)) == ("hostd",)
    assert frame_for(layout, layout.scene.inflated(50.0)) == ()
    twin = layout.card("vmx-1")
    assert twin is not None
    assert frame_for(layout, twin.rect) == ("vmx-1",)


views = st.sampled_from(sorted(shipped_atlas().views))
eras = st.sampled_from(shipped_atlas().era_ids)
flows = st.sampled_from(["", *shipped_atlas().flows])
parts = st.sampled_from(["", *shipped_atlas().components])
links = st.sampled_from(["", *shipped_atlas().links])


@settings(max_examples=60)
@given(views, eras, flows, parts, links, st.integers(0, 5), st.tuples(*[st.floats(0, 1)] * 4))
def test_whatever_is_seen_becomes_a_stop_that_can_be_saved(
    view: str, era: str, flow: str, part: str, link: str, step: int, cut: tuple[float, ...]
) -> None:
    explorer = Explorer(shipped_atlas(), book=shared_book())
    explorer.show_view(view)
    explorer.show_era(era)
    explorer.select_component(part)
    if link:
        explorer.select_link(link)
    if flow:
        explorer.tell(flow)
        explorer.player.go_to_step(step)
    scene = explorer.wiring.layout.scene
    x, y = scene.width * cut[0] * 0.8, scene.height * cut[1] * 0.8
    seen = Rect(x, y, 40.0 + (scene.width - x) * cut[2], 40.0 + (scene.height - y) * cut[3])
    tour = new_tour("Mine", stop_seen(explorer, seen, "a", "A stop"), ())
    assert parse_tour(tour_text(tour).encode(), "mine.yaml", shipped_atlas()) == tour


@given(st.lists(statements(80), max_size=4).map(tuple))
def test_words_come_back_from_the_editor_as_they_went_in(words: tuple[Statement, ...]) -> None:
    assert statements_of(text_of(words)) == words


@given(st.text())
def test_whatever_is_typed_can_be_saved(text: str) -> None:
    once = statements_of(text)
    assert statements_of(text_of(once)) == once
    assert all(one.text and one.evidence for one in once)


def test_lines_get_marks_only_where_they_have_none() -> None:
    one, two, three = statements_of("Look here.\n\n It is so.\t[v:S12]\n[gk]\nSee [1]")
    assert one == Statement("Look here.", GENERAL)
    assert two == Statement("It is so.", (Evidence(Standing.VERIFIED, ("S12",)),))
    assert three == Statement("See [1]", GENERAL)
    assert text_of((one, two)) == "Look here.\nIt is so. [v:S12]"


def test_a_line_of_marks_alone_says_nothing() -> None:
    assert statements_of("[gk] [?]\n \n") == ()


@pytest.mark.parametrize(
    ("title", "taken", "id"),
    [
        ("Two banks: upgrading!", (), "two-banks-upgrading"),
        ("Two banks", ("two-banks",), "two-banks-2"),
        ("TWO banks", ("Two-Banks", "two-banks-2"), "two-banks-3"),
        ("äöü", (), "tour"),
        ("x" * 99, (), "x" * 40),
    ],
)
def test_ids_are_made_from_titles(title: str, taken: tuple[str, ...], id: str) -> None:
    assert fresh_id(title, taken) == id


def test_sentences_end_with_a_full_stop() -> None:
    assert sentence(" What  one knows ") == "What one knows."
    assert sentence("Done.") == "Done."
    assert sentence("") == ""


def test_stops_are_added_moved_replaced_and_removed() -> None:
    tour = SHIPPED["console"]
    ids = [stop.id for stop in tour.stops]
    stop = replace(tour.stops[0], id="more")

    def order(of: Tour) -> list[str]:
        return [one.id for one in of.stops]

    assert order(with_stop(tour, 1, stop)) == [ids[0], "more", *ids[1:]]
    assert order(with_stop(tour, 99, stop)) == [*ids, "more"]
    assert order(without_stop(tour, 0)) == ids[1:]
    assert order(moved_stop(tour, 0, 2)) == [ids[1], ids[2], ids[0], *ids[3:]]
    assert order(moved_stop(tour, 2, -5)) == [ids[2], ids[0], ids[1], *ids[3:]]
    assert order(changed_stop(tour, 1, stop)) == [ids[0], "more", *ids[2:]]
    alone = replace(tour, stops=(stop,))
    assert without_stop(alone, 0) == alone
    assert moved_stop(alone, 0, 1) == alone


def test_a_copy_of_a_shipped_tour_is_ones_own() -> None:
    copy = copy_of(SHIPPED["two-banks"], ("my-two-banks-upgrading-without-fear",))
    assert copy.name == "My Two banks: upgrading without fear"
    assert copy.id == "my-two-banks-upgrading-without-fear-2"
    assert copy.stops == SHIPPED["two-banks"].stops


def test_a_stop_can_show_something_else_and_keep_its_words(explorer: Explorer) -> None:
    stop = SHIPPED["console"].stops[4]
    explorer.show_view("ha")
    anew = shown_anew(stop, seen_now(explorer))
    assert (anew.view, anew.flow, anew.frame) == ("ha", "", ())
    assert (anew.id, anew.title, anew.caption, anew.notes, anew.minutes) == (
        stop.id,
        stop.title,
        stop.caption,
        stop.notes,
        stop.minutes,
    )


def test_parts_are_lit_and_put_out_again(explorer: Explorer) -> None:
    stop = SHIPPED["console"].stops[0]
    once = lit(explorer, stop, "hostd")
    assert once.emphasis == ("hostd",)
    assert lit(explorer, once, "hostd").emphasis == ()
    assert lit(explorer, stop, "esxupdate") is stop
