"""Breaking the host as a person does: right button, field, bar, keys; and what the map then shows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.helpers.maps import click, place_of, window_place
from tests.helpers.shipped import shipped_atlas
from tests.helpers.windows import opened
from vmexplorer.stage.overlay import Role
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.labs.whatif.bench import Bench
from vmexplorer.ui.labs.whatif.fault_bar import FaultBar
from vmexplorer.ui.labs.whatif.whatif_lab import WhatIfLab

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    with opened(qtbot, width=1600, height=900) as program:
        yield program.desk


def bench(desk: Desk) -> Bench:
    return desk.labs.guide.bench


def bar(desk: Desk) -> FaultBar:
    return desk.labs.guide.bar


def lab(desk: Desk) -> WhatIfLab:
    made = desk.labs.lab("whatif")
    assert isinstance(made, WhatIfLab)
    return made


def menu_at(qtbot: QtBot, desk: Desk, place: QPoint) -> QMenu:
    click(desk.window.canvas, place, RIGHT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(qtbot: QtBot, menu: QMenu, text: str) -> None:
    action = next(action for action in menu.actions() if action.text() == text)
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


def texts(menu: QMenu) -> list[str]:
    found = [action.text() for action in menu.actions() if not action.isSeparator()]
    menu.close()
    return found


def roles(desk: Desk) -> dict[str, Role]:
    state = desk.controller.explorer.state()
    return {look.box: look.mark.role for look in state.boxes if look.mark}


def faults(desk: Desk) -> list[str]:
    return [str(fault) for fault in bench(desk).faults]


def test_a_component_is_stopped_with_the_right_button(qtbot: QtBot, desk: Desk) -> None:
    choose(qtbot, menu_at(qtbot, desk, place_of(desk.window.canvas, "vpxa")), "Stop vpxa")
    assert faults(desk) == ["stop vpxa"]
    assert roles(desk)["vpxa"] is Role.FAULT
    assert [chip.text() for chip in bar(desk).chips] == ["vpxa stopped  ✕"]
    assert bar(desk).isVisible()


def test_choosing_the_same_again_ends_it(qtbot: QtBot, desk: Desk) -> None:
    place = place_of(desk.window.canvas, "vpxa")
    choose(qtbot, menu_at(qtbot, desk, place), "Stop vpxa")
    menu = menu_at(qtbot, desk, place_of(desk.window.canvas, "vpxa"))
    stop = next(action for action in menu.actions() if action.text() == "Stop vpxa")
    assert stop.isChecked()
    choose(qtbot, menu, "Stop vpxa")
    assert faults(desk) == []
    assert roles(desk) == {}


def test_a_line_is_cut_with_the_right_button(qtbot: QtBot, desk: Desk) -> None:
    canvas = desk.window.canvas
    assert canvas.state is not None
    wire = next(wire for wire in canvas.state.rest if "L11" in wire.links)
    menu = menu_at(qtbot, desk, window_place(canvas, wire.path.at(0.5)[0]))
    cut = next(action.text() for action in menu.actions() if action.text().startswith("Cut"))
    choose(qtbot, menu, cut)
    assert faults(desk) == ["cut L11"]
    assert {line.mark.role for line in desk.controller.explorer.state().lines if line.mark} == {Role.FAULT}


def test_a_message_under_way_is_dropped_with_the_right_button(qtbot: QtBot, desk: Desk) -> None:
    desk.tell("F01")
    canvas, player = desk.window.canvas, desk.controller.explorer.player
    desk.controller.pause()
    first = player.timeline.steps[2]
    desk.controller.scrub((first.launch + first.arrive) / 2)
    assert canvas.state is not None
    (token,) = canvas.state.tokens
    menu = menu_at(qtbot, desk, window_place(canvas, token.path.at(token.progress)[0]))
    choose(qtbot, menu, next(text for text in [a.text() for a in menu.actions()] if text.startswith("Drop")))
    assert faults(desk) == ["drop F01/3"]
    assert [hop.step.lost for hop in desk.controller.explorer.hops] == [False, False, True]


def test_the_menu_of_the_background_leads_to_the_labs(qtbot: QtBot, desk: Desk) -> None:
    found = texts(menu_at(qtbot, desk, QPoint(2, desk.window.canvas.height() // 2)))
    assert "What-if: stop, hang, cut" in found


def test_the_menu_of_the_background_offers_only_what_would_change_something(qtbot: QtBot, desk: Desk) -> None:
    of_faults = ["Take the last fault or event back", "Let it happen again", "Take all faults away"]

    def offered() -> list[bool]:
        found = texts(menu_at(qtbot, desk, QPoint(2, desk.window.canvas.height() // 2)))
        return [text in found for text in of_faults]

    assert offered() == [False, False, False]
    bench(desk).add("stop vpxa")
    assert offered() == [True, False, True]
    bench(desk).undo()
    assert offered() == [False, True, False]


def test_every_card_of_every_view_has_its_menu(qtbot: QtBot, desk: Desk) -> None:
    for view in shipped_atlas().views:
        desk.show_view(view)
        card = desk.controller.explorer.wiring.layout.cards[0]
        found = texts(menu_at(qtbot, desk, window_place(desk.window.canvas, card.rect.centre)))
        assert len(found) > 1


def test_a_flow_that_runs_meets_the_fault_and_is_whole_again_without_it(qtbot: QtBot, desk: Desk) -> None:
    desk.tell("F01")
    desk.controller.pause()
    whole = len(desk.controller.explorer.hops)
    bench(desk).add("hang hostd")
    hops = desk.controller.explorer.hops
    assert len(hops) < whole
    assert hops[-1].step.lost
    assert "hostd" in hops[-1].step.narration[1].text
    qtbot.mouseClick(bar(desk).chips[0], LEFT)
    assert len(desk.controller.explorer.hops) == whole


def test_the_details_of_a_part_begin_with_how_it_is_now(desk: Desk) -> None:
    bench(desk).prepare(("stop vpxa",))
    desk.choose("vpxd")
    page = desk.window.inspector.page
    assert page is not None
    assert page.sections[0].caption == "Right now, in the what-if lab"
    bench(desk).reset()
    page = desk.window.inspector.page
    assert page is not None
    assert page.sections[0].caption != "Right now, in the what-if lab"


def test_faults_are_written_in_the_field(qtbot: QtBot, desk: Desk) -> None:
    desk.labs.open("whatif")
    field = lab(desk).page.field
    qtbot.keyClicks(field, "stop ntpd")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert faults(desk) == ["stop ntpd"]
    assert (field.text(), lab(desk).page.error.isVisible()) == ("", False)


def test_a_mistyped_fault_stays_in_the_field_with_the_reason_below(qtbot: QtBot, desk: Desk) -> None:
    desk.labs.open("whatif")
    page = lab(desk).page
    qtbot.keyClicks(page.field, "stop hosdt")
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert page.error.isVisible()
    assert "hostd" in page.error.text()
    assert page.field.text() == "stop hosdt"
    assert faults(desk) == []


def test_the_page_follows_faults_and_time(qtbot: QtBot, desk: Desk) -> None:
    desk.labs.open("whatif")
    bench(desk).add("stop vpxa")
    bench(desk).seek(5.0)
    page = lab(desk).page.inspector.page
    assert page is not None
    assert page.title == "vpxa stopped"
    bench(desk).seek(65.0)
    later = lab(desk).page.inspector.page
    assert later is not None
    assert later.sections[0] != page.sections[0]
    assert lab(desk).page.time.text() == "After 65 s"


def test_the_time_is_scrubbed_and_stepped_on_the_page(qtbot: QtBot, desk: Desk) -> None:
    desk.labs.open("whatif")
    page = lab(desk).page
    bench(desk).add("stop vpxa")
    bench(desk).seek(0.0)
    qtbot.mouseClick(page.next, LEFT)
    first = bench(desk).session.now.at
    assert first > 0.0
    qtbot.mouseClick(page.previous, LEFT)
    assert bench(desk).session.now.at < first
    page.timeline.setFocus()
    qtbot.keyClick(page.timeline, Qt.Key.Key_End)
    assert bench(desk).session.now.at == bench(desk).duration
    qtbot.mouseClick(page.play, LEFT)
    assert bench(desk).playing
    qtbot.mouseClick(page.play, LEFT)
    assert not bench(desk).playing


def test_rows_of_the_page_lead_to_parts_links_and_paths(desk: Desk) -> None:
    desk.labs.open("whatif")
    bench(desk).prepare(("stop vpxa",))
    inspector = lab(desk).page.inspector
    inspector.component_chosen.emit("vpxd")
    assert desk.controller.explorer.now.component == "vpxd"
    inspector.link_chosen.emit("L11")
    assert desk.controller.explorer.now.link == "L11"
    inspector.flow_chosen.emit("F01")
    assert desk.controller.explorer.hops[-1].step.lost


def test_faults_stay_when_the_lab_is_closed_and_the_time_stops(desk: Desk) -> None:
    desk.labs.open("whatif")
    bench(desk).add("stop vpxa")
    assert bench(desk).playing
    desk.labs.close()
    assert (faults(desk), bench(desk).playing) == (["stop vpxa"], False)
    assert bar(desk).isVisible()
    assert bar(desk).lab.isVisible()


def test_keys_stop_the_selection_and_take_it_back(qtbot: QtBot, desk: Desk) -> None:
    desk.choose("hostd")
    canvas = desk.window.canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert faults(desk) == ["stop hostd"]
    qtbot.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert faults(desk) == []
    qtbot.keyClick(canvas, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert faults(desk) == ["stop hostd"]
    desk.carry_out("whatif.reset")
    assert faults(desk) == []


def test_a_selected_line_is_cut_and_without_a_selection_it_is_said(desk: Desk) -> None:
    desk.controller.choose_link("L11")
    desk.carry_out("whatif.stop")
    assert faults(desk) == ["cut L11"]
    desk.controller.clear_selection()
    desk.carry_out("whatif.stop")
    assert "Select a part" in desk.window.message_bar.text


def test_another_version_keeps_the_faults_that_it_knows(desk: Desk) -> None:
    bench(desk).prepare(("stop envoy", "stop hostd"))
    desk.controller.show_era("e5")
    assert faults(desk) == ["stop hostd"]
    assert "stop envoy" in desk.window.message_bar.text


def test_a_prepared_state_opens_with_the_lab(desk: Desk) -> None:
    desk.labs.open("whatif", preset="stop vpxa; hang hostd")
    assert faults(desk) == ["stop vpxa", "hang hostd"]


def test_another_pack_comes_without_faults(desk: Desk) -> None:
    bench(desk).add("stop vpxa")
    before = bar(desk)
    desk.show_atlas(shipped_atlas())
    assert roles(desk) == {}
    assert not before.isVisible()
    assert faults(desk) == []
