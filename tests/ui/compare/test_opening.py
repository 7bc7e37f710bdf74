"""A comparison in the whole window: it comes, answers bar and keys, makes way, and leaves nothing behind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.helpers.widgets import left_behind
from tests.helpers.windows import choose_in_rail, press
from vmexplorer.app.comparing import Side
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.playback.clock import ManualClock
from vmexplorer.playback.motion import EXPLORE, REDUCED
from vmexplorer.ui.app import Program
from vmexplorer.ui.compare.compare_page import ComparePage
from vmexplorer.ui.compare.opening import ComparisonGuest, open_comparison
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.palette.palette import Palette
from vmexplorer.ui.panels.rail_rows import RowData

NAME = "Power on: direct client and through vCenter"
K = Qt.Key


def compare(desk: Desk) -> ComparisonGuest:
    """Opens the shipped comparison and lets it rest at its start."""
    guest = open_comparison(desk, "C01")
    assert guest is not None
    guest.controller._clock = ManualClock()
    guest.controller.first()
    return guest


def on_show(desk: Desk) -> bool:
    return isinstance(desk.window.stack.currentWidget(), ComparePage)


def marked(desk: Desk) -> list[str]:
    items = [desk.window.rail.list.item(row) for row in range(desk.window.rail.list.count())]
    return [item.text() for item in items if item.data(RowData.MARKED)]


def go(guest: ComparisonGuest, row: int) -> None:
    guest.controller.scrub(guest.controller.comparing.player.timeline.ticks[row])


# Coming


def test_rail_lists_comparisons_after_the_paths_and_opens_them(program: Program) -> None:
    rail = program.window.rail.list
    rows = [rail.item(row).text() for row in range(rail.count())]
    paths = [flow.name for flow in program.desk.controller.explorer.atlas.flows.values()]
    assert rows.index(NAME) == max(rows.index(path) for path in paths) + 1
    choose_in_rail(program, NAME)
    assert on_show(program.desk)
    assert marked(program.desk) == ["Overview", NAME]
    guest = program.desk.findChild(ComparisonGuest)
    assert guest is not None
    assert guest.controller.running


def test_search_finds_comparisons(desk: Desk) -> None:
    press(desk.window, K.Key_K, held=Qt.KeyboardModifier.ControlModifier)
    palette = desk.window.findChild(Palette)
    assert palette is not None
    press(desk.window, "through vcenter", K.Key_Return)
    assert on_show(desk)


def test_it_has_the_whole_width_and_plays_the_present_era(desk: Desk, qtbot: QtBot) -> None:
    desk.controller.show_era("e5")
    guest = compare(desk)
    assert guest.controller.comparing.era == "e5"
    assert not desk.window.side.isVisible()
    width = desk.window.width() - desk.window.rail.width()
    qtbot.waitUntil(lambda: guest.page.width() == width)


def test_what_was_told_and_selected_is_put_away(desk: Desk) -> None:
    desk.tell("F06")
    desk.choose("hostd")
    compare(desk)
    explorer = desk.controller.explorer
    assert (explorer.now.flow, explorer.now.component) == ("", "")
    assert not desk.controller.running


def test_modes_of_the_player_come_along(desk: Desk) -> None:
    desk.controller.set_speed(2.0)
    desk.controller.set_stepping(True)
    player = compare(desk).controller.comparing.player
    assert (player.speed, player.stop_at_each_step, player.loop) == (2.0, True, False)
    assert desk.window.player_bar.stepping.isChecked()


def test_unknown_comparison_is_refused_in_a_sentence(desk: Desk) -> None:
    assert open_comparison(desk, "C07") is None
    assert desk.window.message_bar.text == "there is no comparison 'C07'; the nearest is 'C01'"
    assert not on_show(desk)


# Bar and keys


def test_keys_move_the_comparison(desk: Desk) -> None:
    guest = compare(desk)
    player = guest.controller.comparing.player
    press(desk.window, K.Key_End)
    assert player.position == player.timeline.duration
    press(desk.window, K.Key_Left)
    assert player.position == player.timeline.ticks[-2]
    press(desk.window, K.Key_Home)
    assert player.position == 0.0
    press(desk.window, K.Key_Space)
    assert player.playing
    press(desk.window, K.Key_Space, "l")
    assert (player.playing, player.loop) == (False, True)
    press(desk.window, "]")
    assert player.speed == 1.5
    assert desk.controller.explorer.player.speed == 1.0


def test_bar_moves_the_comparison_and_shows_where_it_is(desk: Desk) -> None:
    guest, bar = compare(desk), desk.window.player_bar
    player = guest.controller.comparing.player
    bar.scrubbed.emit(player.timeline.ticks[4])
    assert player.position == player.timeline.ticks[4] == bar.timeline.position
    assert (bar.counter.text(), bar.title.text()) == ("5 / 16", NAME)
    bar.previous.click()
    assert bar.counter.text() == "4 / 16"
    bar.play.click()
    assert player.playing
    assert bar.play.accessibleName() == "Pause"
    bar.loop.click()
    assert player.loop
    assert bar.loop.isChecked()


def test_page_follows_the_player(desk: Desk) -> None:
    guest = compare(desk)
    go(guest, 5)
    assert guest.page.caption.number.text == "6 / 16"
    assert guest.page.maps[0].state == guest.controller.comparing.state(Side.FIRST)


# Leaving


def test_escape_leaves(desk: Desk) -> None:
    compare(desk)
    press(desk.window, K.Key_Escape)
    assert not on_show(desk)
    assert desk.window.side.isVisible()
    assert desk.window.canvas.hasFocus()
    assert marked(desk) == ["Overview"]
    assert not desk.window.player_bar.play.isEnabled()


def test_bar_and_keys_belong_to_the_map_again(desk: Desk) -> None:
    guest = compare(desk)
    before = guest.controller.comparing.player
    guest.leave()
    desk.tell("F01")
    desk.controller.first()
    player = desk.controller.explorer.player
    press(desk.window, K.Key_End)
    assert player.position == player.timeline.duration
    desk.window.player_bar.previous.click()
    assert player.position == player.timeline.ticks[-2]
    assert desk.window.player_bar.counter.text() == "15 / 16"
    desk.carry_out("play.loop")
    desk.carry_out("play.toggle")
    assert (player.loop, player.playing, before.loop, before.position) == (True, True, False, 0.0)


def test_leaving_twice_is_leaving_once(desk: Desk) -> None:
    guest = compare(desk)
    guest.leave()
    guest.leave()
    desk.tell("F01")
    desk.controller.first()
    desk.window.player_bar.next.click()
    assert desk.controller.explorer.player.playing


@pytest.mark.parametrize("turn", ["bar", "path", "view", "part", "link", "back", "route", "route key", "pack"])
def test_it_makes_way_for_everything_else(desk: Desk, turn: str) -> None:
    desk.show_view("agents")
    compare(desk)
    atlas: Atlas = desk.controller.explorer.atlas
    if turn == "bar":
        desk.window.player_bar.leave.click()
    elif turn == "path":
        desk.tell("F01")
    elif turn == "view":
        desk.show_view("vm")
    elif turn == "part":
        desk.choose("hostd")
    elif turn == "link":
        desk.controller.choose_link("L09")
    elif turn == "back":
        desk.controller.back()
    elif turn == "route":
        desk.window.top_bar.route_wanted.emit()
    elif turn == "route key":
        press(desk.window, "r")
    else:
        desk.show_atlas(atlas)
    assert not on_show(desk)
    assert desk.window.side.isVisible()
    assert desk.route.on == turn.startswith("route")
    told = desk.controller.explorer.now.flow
    assert told == ("F01" if turn == "path" else "")
    assert desk.window.player_bar.play.isEnabled() == (turn == "path")


# What changes meanwhile


def test_another_era_begins_again(desk: Desk) -> None:
    guest = compare(desk)
    go(guest, 5)
    desk.controller.show_era("e3")
    assert on_show(desk)
    assert guest.controller.comparing.era == "e3"
    assert guest.controller.comparing.player.position == 0.0
    assert desk.window.player_bar.counter.text() == "1 / 15"
    assert marked(desk) == ["Overview", NAME]


def test_theme_reaches_the_page(desk: Desk) -> None:
    guest = compare(desk)
    before = guest.page.grab().toImage()
    desk.themes.next()
    assert guest.page.grab().toImage() != before


def test_movement_is_switched_for_the_comparison_as_well(desk: Desk) -> None:
    guest = compare(desk)
    go(guest, 5)
    assert guest.controller.comparing.motion is EXPLORE
    desk.carry_out("motion.reduced")
    assert guest.controller.comparing.motion is REDUCED
    assert guest.page.caption.number.text == "6 / 16"
    assert desk.window.player_bar.timeline.position == guest.controller.comparing.player.position > 0.0


def test_opening_and_leaving_ten_times_leaves_nothing_behind(desk: Desk) -> None:
    assert not left_behind(lambda: compare(desk).leave(), 10)
    assert desk.window.stack.count() == 1


def test_opening_it_again_replaces_it(desk: Desk) -> None:
    first = compare(desk)
    second = compare(desk)
    assert desk.window.stack.currentWidget() is second.page
    assert desk.window.stack.count() == 2
    assert not first.controller.running
    press(desk.window, K.Key_End)
    assert second.controller.comparing.player.position > 0.0
    assert first.controller.comparing.player.position == 0.0
