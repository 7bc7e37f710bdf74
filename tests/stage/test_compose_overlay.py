"""What a lab lays over the map: marks on the boxes and lines that are drawn, kept while a flow is told."""

from __future__ import annotations

import pytest

from tests.helpers.shipped import hops_of, picture, shipped_atlas, timeline_of
from vmexplorer.playback.frame import frame_at
from vmexplorer.playback.motion import EXPLORE
from vmexplorer.stage import compose
from vmexplorer.stage.overlay import Mark, Overlay, Role
from vmexplorer.stage.state import StageState

STOPPED, DEGRADED = Mark(Role.FAULT, "stopped"), Mark(Role.AFFECTED, "degraded")


def laid(overlay: Overlay, view: str = "overview", era: str = "e9") -> StageState:
    wiring = picture(view, era)
    return compose.with_overlay(compose.still(wiring), shipped_atlas(), wiring, overlay)


def test_every_box_of_a_component_is_marked() -> None:
    state = laid(Overlay({"vmx": STOPPED}))
    assert {look.box for look in state.boxes} == {"vmx-1", "vmx-2"}
    assert {look.mark for look in state.boxes} == {STOPPED}


def test_the_other_cards_may_have_a_mark_of_their_own() -> None:
    other = Mark(Role.FOCUS, "other")
    state = laid(Overlay({"boot-bank": STOPPED._replace(card=1, others=other)}), view="boot")
    assert {look.box: look.mark.badge for look in state.boxes if look.mark} == {
        "bank-a": "other",
        "bank-b": STOPPED.badge,
    }


@pytest.mark.parametrize(("card", "marked"), [(0, {"bank-a"}), (1, {"bank-b"}), (2, {"bank-a", "bank-b"})])
def test_a_mark_may_be_for_one_card_of_a_component(card: int, marked: set[str]) -> None:
    state = laid(Overlay({"boot-bank": STOPPED._replace(card=card)}), view="boot")
    assert {look.box for look in state.boxes} == marked


def test_what_the_view_does_not_draw_is_not_marked_on_another() -> None:
    assert laid(Overlay({"hostd-probe": STOPPED})).boxes == ()


def test_a_link_that_the_era_lacks_is_not_marked() -> None:
    assert laid(Overlay({}, {"L08": STOPPED}), era="e9").lines
    gone = next(id for id, eras in shipped_atlas().link_eras.items() if "e9" not in eras)
    assert laid(Overlay({}, {gone: STOPPED}), era="e9").lines == ()


def test_only_a_faulty_link_gets_a_line_that_is_not_there_at_rest() -> None:
    wiring = picture("overview", "e9")
    resting = {link for wire in wiring.rest for link in wire.links}
    hidden = next(id for id in shipped_atlas().links if id not in resting and wiring.of_link(id))
    assert laid(Overlay({}, {hidden: DEGRADED})).lines == ()
    assert {line.mark for line in laid(Overlay({}, {hidden: STOPPED})).lines} == {STOPPED}


def test_on_a_line_of_several_links_the_fault_wins() -> None:
    wiring = picture("agents", "e9")
    shared = next(wire for wire in wiring.rest if len(wire.links) > 1)
    first, second = shared.links[:2]
    for marks in ({first: DEGRADED, second: STOPPED}, {first: STOPPED, second: DEGRADED}):
        (mark,) = [line.mark for line in laid(Overlay({}, marks), "agents").lines if line.path == shared.path]
        assert mark == STOPPED


def test_marks_stay_while_a_flow_is_told_and_a_part_is_selected() -> None:
    wiring = picture("overview", "e9")
    state = laid(Overlay({"hostd": STOPPED, "ntpd": DEGRADED}))
    told = compose.with_flow(
        state, hops_of("F01", "overview", "e9"), frame_at(timeline_of("F01", "overview", "e9"), 30.0), EXPLORE, True
    )
    chosen = compose.with_focus(told, shipped_atlas(), wiring, "hostd", selected=True)
    marks = {look.box: look.mark for look in chosen.boxes}
    assert (marks["hostd"], marks["ntpd"]) == (STOPPED, DEGRADED)


def test_what_is_well_is_said_once_on_its_frame() -> None:
    running = Mark(Role.GOOD, "running")
    boxes = picture("overview", "e9").layout.boxes_of("virtual-machine")
    marked = {look.box for look in laid(Overlay({"virtual-machine": running})).boxes}
    assert len(marked) == 1 < len(boxes)
    assert {look.box for look in laid(Overlay({"virtual-machine": STOPPED})).boxes} == {box.id for box in boxes}
