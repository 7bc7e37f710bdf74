"""Outside the tour: the map and the what-if lab, seen by the audience, with the way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.presenters import Stage, part, presented, press_key, staged
from tests.helpers.tour_editing import page
from vmexplorer.lessons.show_state import Layer
from vmexplorer.stage.overlay import Role
from vmexplorer.ui.dialogs.overlay import Overlay
from vmexplorer.ui.labs.whatif.whatif_lab import WhatIfLab
from vmexplorer.ui.presenter.detour import WaitingBar

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def bar(stage: Stage) -> WaitingBar | None:
    """The bar above the map, if there is one."""
    return next((one for one in stage.program.window.findChildren(WaitingBar) if one.isVisible()), None)


def test_map_takes_the_place_of_the_speakers_page_and_says_where_the_tour_waits(qtbot: QtBot) -> None:
    with presented(qtbot, stop=2) as stage:
        stage.keys("M")
        assert (stage.program.window.isVisible(), stage.show.speaker.isVisible()) == (True, False)
        assert stage.show.audience.isVisible()
        waiting = bar(stage)
        assert waiting is not None
        assert "waits at stop 3" in waiting.words.text()
        QTest.mouseClick(waiting.back, LEFT)
        assert (stage.program.window.isVisible(), stage.show.speaker.isVisible()) == (False, True)
        assert bar(stage) is None


def test_audience_sees_and_reads_what_the_speaker_does_on_the_map(qtbot: QtBot) -> None:
    with presented(qtbot, stop=2) as stage:
        desk = stage.program.desk
        stage.keys("M")
        desk.show_view("vm")
        desk.choose("vmx")
        assert stage.screen.state is not None
        assert stage.screen.state.layout.view == "vm"
        vmx = desk.controller.explorer.atlas.component("vmx")
        assert stage.show.audience.caption.text == f"{vmx.name}: {vmx.summary}"
        assert stage.screen.focus is None
        desk.window.canvas.zoom(2.0)
        ours, theirs = desk.window.canvas.seen(), stage.screen.seen()
        assert abs(ours.centre.x - theirs.centre.x) < 5.0
        desk.tell("F01")
        desk.controller.go_to_step(1)
        assert stage.show.audience.caption.text == desk.controller.explorer.hops[1].title


def test_keys_outside_the_tour_do_not_write_into_the_editor(qtbot: QtBot) -> None:
    with staged(qtbot) as stage:
        desk = stage.program.desk
        desk.carry_out("tour.keep")
        stage.presenting.from_start()
        assert desk.window.focusWidget() is page(desk).title
        stage.keys("M")
        assert desk.window.focusWidget() is desk.window.canvas


def test_what_was_begun_outside_the_tour_is_over_when_it_goes_on(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        desk, window = stage.program.desk, stage.program.window
        stage.keys("M")
        press_key(window, "R")
        press_key(window, "Ctrl+K")
        field = window.focusWidget()
        assert desk.route.on
        assert [sheet.isVisible() for sheet in window.findChildren(Overlay)] == [True]
        press_key(field, "PgDown")
        assert stage.state.layers == ()
        assert not desk.route.on
        stage.keys("M")
        assert [sheet.isVisible() for sheet in window.findChildren(Overlay)] == [False]
        assert window.focusWidget() is window.canvas


@pytest.mark.parametrize("screens", [1, 2])
def test_window_that_is_closed_outside_the_tour_leads_back_to_it(qtbot: QtBot, screens: int) -> None:
    with presented(qtbot, stop=2, screens=screens) as stage:
        stage.keys("M")
        assert not stage.program.window.close()
        assert (stage.place.stop, stage.state.layers) == (2, ())
        assert stage.show.audience.isVisible()
        assert not stage.program.window.isVisible()
        stage.keys("Esc", "Esc")
        assert stage.program.window.isVisible()
        assert stage.program.window.close()


def test_colours_that_are_changed_outside_the_tour_are_those_of_the_speakers_page(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        before = stage.program.desk.ink.theme.id
        stage.keys("M")
        press_key(stage.program.window, "T")
        press_key(stage.program.window, "F5")
        assert stage.program.desk.ink.theme.id != before
        assert stage.show.speaker.times._ink.theme.id == stage.program.desk.ink.theme.id
        assert stage.screen.ink.theme.id == stage.picture.ink.theme.id == "projector"


@pytest.mark.parametrize("way", ["F5", "Shift+F5", "PgDown", "PgUp"])
def test_every_way_back_leads_to_where_the_tour_was_left(qtbot: QtBot, way: str) -> None:
    with presented(qtbot, stop=4) as stage:
        stage.keys("Right")
        stage.let_play()
        place, before = stage.place, stage.picture.state
        stage.keys("M")
        stage.program.desk.show_view("vm")
        stage.program.desk.choose("vmx")
        press_key(stage.program.window, way)
        assert (stage.place, stage.state.layers) == (place, ())
        assert stage.picture.state == before == stage.screen.state
        assert stage.show.audience.caption.text == stage.show.showing.script.stops[place.stop].caption


def test_part_is_broken_before_the_audience_and_well_again_in_the_tour(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        before = stage.screen.state
        QTest.mouseClick(stage.picture, LEFT, PLAIN, part(stage.picture, "hostd"))
        stage.keys("X")
        desk = stage.program.desk
        assert desk.labs.open_lab == "whatif"
        desk.labs.set_faults(("stop hostd",))
        assert stage.screen.state is not None
        marked = [look.box for look in stage.screen.state.boxes if look.mark and look.mark.role is Role.FAULT]
        assert marked
        press_key(stage.program.window, "F5")
        assert (desk.labs.faults, desk.labs.open_lab) == ((), "")
        assert stage.screen.state == before


def test_part_or_line_that_was_clicked_waits_in_the_lab_to_be_broken(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        lab = stage.program.desk.labs.lab("whatif")
        assert isinstance(lab, WhatIfLab)
        QTest.mouseClick(stage.picture, LEFT, PLAIN, part(stage.picture, "vpxa"))
        stage.keys("X")
        assert lab.page.field.text() == "stop vpxa"
        press_key(stage.program.window, "F5")
        stage.program.desk.controller.choose_link("L03")
        stage.show.carry_out("live.break")
        assert lab.page.field.text() == "cut L03"


def test_map_begins_with_what_the_audience_had_before_it(qtbot: QtBot) -> None:
    with presented(qtbot, stop=1) as stage:
        before = stage.picture.seen()
        stage.keys("M")
        assert stage.program.desk.window.canvas.framed
        seen = stage.screen.seen()
        assert abs(seen.centre.x - before.centre.x) < before.width / 4
        assert seen.width < 1.6 * before.width


@pytest.mark.parametrize(("tour", "stop", "whole"), [("ten-minutes", 0, True), ("vpxd-vpxa-hostd", 1, False)])
@pytest.mark.parametrize("key", ["M", "X"])
def test_map_on_the_only_screen_begins_with_what_the_stop_shows(
    qtbot: QtBot, tour: str, stop: int, whole: bool, key: str
) -> None:
    with presented(qtbot, tour, stop=stop, screens=1) as stage:
        stage.settle()
        before = stage.screen.seen()
        stage.keys(key)
        canvas = stage.program.desk.window.canvas
        qtbot.waitUntil(lambda: canvas.isVisible() and canvas.zoomed_in is not whole)
        seen = canvas.seen()
        assert seen.contains(before.centre)
        assert seen.overlaps(before)
        if whole:
            assert canvas.scene.inflated(1.0).width <= seen.width * 1.02
            assert abs(seen.centre.x - canvas.scene.centre.x) < 1.0


def test_faults_that_were_there_before_the_show_come_back_after_it(qtbot: QtBot) -> None:
    with staged(qtbot) as stage:
        stage.program.desk.labs.set_faults(("stop vpxa",))
        stage.presenting.start("ten-minutes")
        assert stage.program.desk.labs.faults == ()
        stage.presenting.stop()
        assert stage.program.desk.labs.faults == ("stop vpxa",)


def test_black_screen_by_the_clicker_on_the_map(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("M")
        press_key(stage.program.window, ".")
        assert stage.show.audience.cover is Layer.BLACK
        press_key(stage.program.window, ".")
        assert stage.show.audience.cover is None


def test_frozen_audience_does_not_follow_to_the_map(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        before, caption = stage.screen.state, stage.show.audience.caption.text
        stage.keys("F", "M")
        stage.program.desk.show_view("vm")
        stage.program.desk.choose("vmx")
        assert (stage.screen.state, stage.show.audience.caption.text) == (before, caption)


def test_full_stop_is_typed_where_a_text_is_written(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("X")
        lab = stage.program.desk.labs.lab("whatif")
        assert isinstance(lab, WhatIfLab)
        lab.page.field.clear()
        press_key(lab.page.field, ".")
        assert lab.page.field.text() == "."
        assert stage.show.audience.cover is None
        press_key(lab.page.field, "PgDown")
        assert stage.state.layers == ()
