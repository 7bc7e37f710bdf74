"""The frame that every lab stands in: rail, side page, overlay, era and the way out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.helpers.shipped import shipped_atlas
from tests.helpers.windows import opened
from vmexplorer.app import labs as listed
from vmexplorer.app.labs import LabEntry
from vmexplorer.app.request import OpenRequest
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.errors import UnknownNameError, VmexplorerError
from vmexplorer.playback.motion import REDUCED, Motion
from vmexplorer.stage.overlay import Mark, Overlay, Role
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.labs import shelf
from vmexplorer.ui.labs.lab import Lab
from vmexplorer.ui.panels.rail_rows import RowData, RowKind
from vmexplorer.ui.side import DETAILS, LAB
from vmexplorer.ui.side_part import SidePart

LIT = Overlay({"hostd": Mark(Role.FOCUS, "lit")})


class SamplePage(SidePart):
    """Remembers how it was last dressed."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.ink, self.scale = ink, 0.0

    def set_ink(self, ink: Ink) -> None:
        self.ink = ink

    def set_scale(self, scale: float) -> None:
        self.scale = scale


class SampleLab(Lab):
    """A lab that remembers how it was called."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.page: SamplePage = SamplePage(ink)
        self.entered: list[tuple[str, Motion]] = []
        self.left = 0
        self.begun: list[str] = []
        self.refused = ""  # eras in which it has nothing to show

    def enter(self, atlas: Atlas, era: str, motion: Motion) -> None:
        if era in self.refused.split():
            raise VmexplorerError("this pack has no such lab")
        self.entered.append((era, motion))
        self.overlay_changed.emit(LIT)

    def leave(self) -> None:
        self.left += 1

    def take_up(self, part: str) -> None:
        self.begun.append(part)


@pytest.fixture(autouse=True)
def _sample_labs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two labs of our own in the place of the shipped ones."""
    module = ModuleType("sample_lab")
    module.make_lab = SampleLab  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sample_lab", module)
    monkeypatch.setattr(shelf, "_MODULES", {"one": "sample_lab", "two": "sample_lab"})
    entries = (LabEntry("one", "First lab", "One", "tip of one", 0.5), LabEntry("two", "Second lab", "Two", "", 0.3))
    monkeypatch.setattr(listed, "LABS", entries)


@pytest.fixture
def desk(qtbot: QtBot, _sample_labs: None) -> Iterator[Desk]:
    with opened(qtbot) as program:
        yield program.desk


def sample(desk: Desk, name: str = "one") -> SampleLab:
    lab = desk.labs.lab(name)
    assert isinstance(lab, SampleLab)
    return lab


def marks(desk: Desk) -> dict[str, Mark | None]:
    return {look.box: look.mark for look in desk.controller.explorer.state().boxes}


def rail_row(desk: Desk, text: str) -> int:
    return next(row for row in range(desk.window.rail.list.count()) if desk.window.rail.list.item(row).text() == text)


def click_row(qtbot: QtBot, desk: Desk, text: str) -> None:
    rail = desk.window.rail.list
    rail.scrollToItem(rail.item(rail_row(desk, text)))
    place = rail.visualItemRect(rail.item(rail_row(desk, text))).center()
    qtbot.mouseClick(rail.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_in_the_rail_opens_a_lab_at_the_side_of_the_map(qtbot: QtBot, desk: Desk) -> None:
    room = desk.window.width() - desk.window.rail.width()
    click_row(qtbot, desk, "First lab")
    page = sample(desk).page
    assert page.isVisible()
    assert desk.window.side.page == LAB
    assert desk.window.side.width() == pytest.approx(room * 0.5, abs=2)
    assert desk.window.rail.list.item(rail_row(desk, "First lab")).data(RowData.MARKED)
    assert desk.window.canvas.isVisible()
    assert page.hasFocus()


def test_rail_rows_of_labs_are_rows_of_labs(desk: Desk) -> None:
    item = desk.window.rail.list.item(rail_row(desk, "Second lab"))
    assert (item.data(RowData.KIND), item.data(RowData.ID)) == (RowKind.LAB, "two")


def test_the_overlay_lies_on_the_map_while_the_lab_is_open(desk: Desk) -> None:
    desk.labs.open("one")
    assert marks(desk) == {"hostd": LIT.components["hostd"]}
    desk.labs.close()
    assert marks(desk) == {}
    assert sample(desk).left == 1


def test_another_lab_takes_the_place_of_the_first(desk: Desk) -> None:
    desk.labs.open("one")
    desk.labs.open("two")
    assert (desk.labs.open_lab, sample(desk).left) == ("two", 1)
    assert (sample(desk, "one").page.isVisible(), sample(desk, "two").page.isVisible()) == (False, True)


def test_what_a_closed_lab_says_is_not_laid_over_the_map(desk: Desk) -> None:
    desk.labs.open("one")
    desk.labs.open("two")
    sample(desk, "two").overlay_changed.emit(None)
    sample(desk, "one").overlay_changed.emit(LIT)
    assert marks(desk) == {}


def test_a_lab_keeps_its_state_and_is_dressed_again_when_it_is_reopened(desk: Desk) -> None:
    desk.labs.open("one")
    lab = sample(desk)
    desk.labs.close()
    desk.themes.next()
    desk.labs.open("one")
    assert sample(desk) is lab
    assert (lab.page.ink, lab.page.scale) == (desk.ink, 1.0)


def test_a_lab_hears_of_era_and_motion_while_it_is_open(desk: Desk) -> None:
    desk.labs.open("one")
    desk.controller.show_era("e5")
    desk.controller.set_motion(REDUCED)
    desk.labs.close()
    desk.controller.show_era("e6")
    assert [era for era, _ in sample(desk).entered] == ["e9", "e5", "e5"]
    assert sample(desk).entered[-1][1] is REDUCED


def test_a_flow_beside_an_open_lab_leaves_the_lab_where_it_is(desk: Desk) -> None:
    desk.labs.open("one")
    sample(desk).flow_wanted.emit("F02")
    assert desk.controller.explorer.now.flow == "F02"
    assert desk.window.side.page == LAB
    desk.clear_flow()
    assert desk.window.side.page == LAB


def test_details_of_a_part_and_the_lab_are_a_tab_apart(qtbot: QtBot, desk: Desk) -> None:
    desk.labs.open("one")
    desk.window.side.show_page(DETAILS)
    assert not sample(desk).page.isVisible()
    desk.labs.open("one")
    assert sample(desk).page.isVisible()
    assert len(sample(desk).entered) == 1


def test_the_button_and_escape_close_the_lab(qtbot: QtBot, desk: Desk) -> None:
    desk.labs.open("one")
    qtbot.mouseClick(desk.window.side.close_button, Qt.MouseButton.LeftButton)
    assert (desk.labs.open_lab, desk.window.side.page) == ("", DETAILS)
    desk.labs.open("one")
    desk.choose("hostd")
    desk.clear()
    assert desk.labs.open_lab == "one"
    desk.clear()
    assert desk.labs.open_lab == ""
    assert desk.window.canvas.hasFocus()


def test_closing_when_no_lab_is_open_changes_nothing(desk: Desk) -> None:
    desk.labs.close()
    assert (desk.labs.open_lab, desk.window.side.page) == ("", DETAILS)


def test_a_part_to_begin_with_is_handed_over(desk: Desk) -> None:
    desk.labs.open("one", "vpxa")
    assert sample(desk).begun == ["vpxa"]


def test_a_lab_without_prepared_states_says_so(desk: Desk) -> None:
    with pytest.raises(VmexplorerError, match="no prepared state"):
        desk.labs.open("one", preset="T2")


def test_a_lab_that_the_pack_has_nothing_for_says_so_and_stays_closed(qtbot: QtBot, desk: Desk) -> None:
    sample(desk).refused = "e9 e5"
    click_row(qtbot, desk, "First lab")
    assert (desk.labs.open_lab, desk.window.side.page) == ("", DETAILS)
    assert desk.window.message_bar.text == "this pack has no such lab."


def test_a_lab_closes_in_a_version_that_it_cannot_show(desk: Desk) -> None:
    sample(desk).refused = "e5"
    desk.labs.open("one")
    desk.controller.show_era("e5")
    assert desk.labs.open_lab == ""
    assert desk.window.message_bar.text == "this pack has no such lab."
    desk.controller.show_era("e6")
    desk.labs.open("one")
    assert desk.labs.open_lab == "one"


def test_an_unknown_lab_names_the_nearest(desk: Desk) -> None:
    with pytest.raises(UnknownNameError, match="'one'"):
        desk.labs.open("onne")


def test_another_pack_makes_the_labs_anew(desk: Desk) -> None:
    desk.labs.open("one")
    before = sample(desk)
    desk.show_atlas(shipped_atlas())
    assert desk.labs.open_lab == ""
    desk.labs.open("one")
    assert sample(desk) is not before


def test_the_program_can_open_with_a_lab(qtbot: QtBot) -> None:
    with opened(qtbot, OpenRequest(lab="two")) as program:
        assert program.desk.labs.open_lab == "two"
        assert program.window.side.page == LAB
