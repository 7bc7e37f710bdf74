"""The window opens as it was closed, unless somebody wants it otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.helpers.packs import TINY_PACK
from tests.helpers.windows import choose_in_rail, opened, press, row_of_rail, search
from vmexplorer.app.kept import Kept
from vmexplorer.app.request import OpenRequest
from vmexplorer.app.user_folders import settings_path
from vmexplorer.atlas.link import Plane
from vmexplorer.ui.app import Program
from vmexplorer.ui.recollection import Recollection

K = Qt.Key
PLAIN = OpenRequest()


@contextmanager
def visit(qtbot: QtBot, request: OpenRequest = PLAIN, width: int = 1366, height: int = 768) -> Iterator[Program]:
    """One visit from the first picture to the closing of the window, with all that is kept then."""
    with opened(qtbot, request, width=width, height=height) as program:
        yield program
        program.window.close()
        program.finish()


def settle(**settings: object) -> Path:
    """Writes the settings file."""
    path = settings_path()
    assert path is not None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(settings, indent=1), encoding="utf-8")
    return path


def test_view_era_selection_and_theme_come_back(qtbot: QtBot) -> None:
    with visit(qtbot) as first:
        desk = first.desk
        desk.controller.show_era("e6")
        desk.show_view("agents")
        desk.choose("hostd")
        desk.controller.show_plane(Plane.MANAGEMENT)
        desk.themes.wear("light")
    with visit(qtbot) as second:
        now = second.desk.controller.explorer.now
        assert (now.view, now.era, now.component, now.plane) == ("agents", "e6", "hostd", Plane.MANAGEMENT)
        assert second.desk.ink.theme.id == "light"
        assert second.window.inspector.isVisible()


def test_a_message_path_comes_back_at_its_step_and_paused(qtbot: QtBot) -> None:
    with visit(qtbot) as first:
        first.desk.tell("F04/locked")
        first.desk.controller.go_to_step(2)
        position = first.desk.controller.player.position
    with visit(qtbot) as second:
        explorer = second.desk.controller.explorer
        assert (explorer.now.flow, explorer.now.branch) == ("F04", "locked")
        assert (explorer.player.position, explorer.player.playing) == (position, False)


def test_the_place_on_the_screen_comes_back(qtbot: QtBot) -> None:
    with visit(qtbot, width=700, height=560) as first:
        size = first.window.size()
    assert Program(first._app, PLAIN).window.size() == size


def test_folded_sections_of_the_rail_come_back(qtbot: QtBot) -> None:
    with visit(qtbot) as first:
        assert row_of_rail(first, "What-if: stop, hang, cut").isHidden()
        choose_in_rail(first, "MESSAGE PATHS")
        choose_in_rail(first, "LABS")
        choose_in_rail(first, "LABS")
        choose_in_rail(first, "LABS")
    with visit(qtbot) as second:
        assert second.window.rail.folding == {"LABS": False, "MESSAGE PATHS": False}
        assert row_of_rail(second, "What-if: stop, hang, cut").isHidden()
        assert not row_of_rail(second, "Interview questions").isHidden()
        assert row_of_rail(second, "SNMP trap").isHidden()


def test_the_wheel_does_what_the_settings_say(qtbot: QtBot) -> None:
    with visit(qtbot) as usual:
        assert not usual.window.canvas.wheel_pans
    settle(wheel="pan")
    with visit(qtbot) as changed:
        assert changed.window.canvas.wheel_pans


def test_a_tour_goes_on_and_the_way_back_stays(qtbot: QtBot) -> None:
    with visit(qtbot) as first:
        first.desk.show_view("boot")
        first.desk.tours.open("console/tasks")
    with visit(qtbot) as second:
        walked = second.desk.tours.visit
        assert walked is not None
        assert walked.stop.id == "tasks"
        second.desk.tours.leave()
        assert second.desk.controller.explorer.now.view == "boot"
    with visit(qtbot) as third:
        assert third.desk.tours.visit is None
        assert third.desk.controller.explorer.now.view == "boot"


def test_what_is_asked_for_wins(qtbot: QtBot) -> None:
    with visit(qtbot) as first:
        first.desk.show_view("boot")
        first.desk.choose("boot-loader")
        first.desk.themes.wear("light")
    with visit(qtbot, OpenRequest(view="ha", theme="projector")) as second:
        now = second.desk.controller.explorer.now
        assert (now.view, now.component) == ("ha", "")
        assert second.desk.ink.theme.id == "projector"


def test_a_fresh_start_knows_nothing(qtbot: QtBot) -> None:
    with visit(qtbot) as first:
        first.desk.show_view("boot")
        first.desk.themes.wear("light")
    with visit(qtbot, OpenRequest(fresh=True)) as second:
        assert second.desk.controller.explorer.now.view == "overview"
        assert second.desk.ink.theme.id == "dark"


def test_only_the_home_view_at_rest_opens_with_the_kept_picture(qtbot: QtBot) -> None:
    with visit(qtbot):
        pass
    assert Recollection(PLAIN).at_home
    with visit(qtbot) as second:
        assert second.window.canvas._kept is None
        second.desk.choose("hostd")
    assert not Recollection(PLAIN).at_home
    assert Recollection(OpenRequest(fresh=True)).at_home
    assert not Recollection(OpenRequest(fresh=True, view="ha")).at_home


def test_another_pack_leaves_the_place_in_the_usual_one(qtbot: QtBot) -> None:
    with visit(qtbot) as first:
        first.desk.show_view("boot")
    with visit(qtbot, OpenRequest(pack=TINY_PACK)) as second:
        assert second.desk.controller.explorer.now.view == "all"
    with visit(qtbot) as third:
        assert third.desk.controller.explorer.now.view == "boot"


@pytest.mark.parametrize("damage", ["{", '{"document": "window", "version": 1, "content": {"place": 7}}'])
def test_a_damaged_memory_is_set_aside_and_said(qtbot: QtBot, home: Path, damage: str) -> None:
    Kept.of_user().write("window", 1, {})
    (file,) = home.rglob("window.json")
    file.write_text(damage, encoding="utf-8")
    with visit(qtbot) as program:
        assert "is damaged; it is now window.aside-1.json" in program.window.message_bar.text
        assert program.desk.controller.explorer.now.view == "overview"
    assert (file.parent / "window.aside-1.json").read_text(encoding="utf-8") == damage


def test_a_place_that_cannot_be_read_is_set_aside_and_said(qtbot: QtBot) -> None:
    Kept.of_user().write("window", 1, {"geometry": "", "theme": "", "place": {"link": 1}, "tour": ""})
    with visit(qtbot) as program:
        assert "window.aside-1.json" in program.window.message_bar.text
        assert program.desk.controller.explorer.now.view == "overview"


def test_a_tour_and_a_theme_that_are_gone_are_no_error(qtbot: QtBot) -> None:
    Kept.of_user().write("window", 1, {"geometry": "?", "theme": "plaid", "place": None, "tour": "grand"})
    with visit(qtbot) as program:
        assert program.desk.tours.visit is None
        assert program.desk.ink.theme.id == "dark"
        assert program.window.message_bar.text == ""


def test_settings_decide_theme_movement_and_keys(qtbot: QtBot) -> None:
    settle(theme="projector", reduced_motion=True, keys={"theme.next": "Ctrl+T", "play.loop": "T"})
    with visit(qtbot) as program:
        desk = program.desk
        assert desk.ink.theme.id == "projector"
        assert not desk.controller.explorer.motion.travels
        press(desk.window, K.Key_T, held=Qt.KeyboardModifier.ControlModifier)
        assert desk.ink.theme.id != "projector"
        worn = desk.ink.theme.id
        press(desk.window, K.Key_T)
        assert desk.ink.theme.id == worn
        assert desk.controller.player.loop
        palette = search(desk.window, "Change the colours")
        hit = palette.list.model().index(0, 0).data(Qt.ItemDataRole.UserRole)
        assert hit.detail == "Ctrl+T"


def test_settings_can_switch_the_memory_off(qtbot: QtBot, home: Path) -> None:
    settle(restore=False)
    with visit(qtbot) as first:
        first.desk.show_view("boot")
    with visit(qtbot) as second:
        assert second.desk.controller.explorer.now.view == "overview"
    assert not list(home.rglob("window.json"))


def test_a_bad_line_in_the_settings_is_said_and_the_rest_counts(qtbot: QtBot) -> None:
    path = settle(theme="light", keys={"play.nex": "N", "play.toggle": "Spacebar"})
    with visit(qtbot) as program:
        text = program.window.message_bar.text
        assert f"{path}:4: keys: play.nex: is no command; the nearest is 'play.next'" in text
        assert f"{path}:5: keys: play.toggle: there is no key 'Spacebar'" in text
        assert program.desk.ink.theme.id == "light"


def test_many_bad_lines_do_not_fill_the_window(qtbot: QtBot) -> None:
    settle(**{f"setting{number}": number for number in range(5)})
    with visit(qtbot) as program:
        assert program.window.message_bar.text.endswith("There are 3 more like that.")
