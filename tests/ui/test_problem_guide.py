"""A broken pack in the window: what is wrong is listed, what was good stays, and one can try again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.packs import copy_tiny_pack, edit
from tests.helpers.windows import opened, press
from vmexplorer.app.packs import load_pack
from vmexplorer.app.request import OpenRequest
from vmexplorer.errors import PackError
from vmexplorer.ui.app import Program
from vmexplorer.ui.panels.problem_page import ProblemBar, ProblemPage

LEFT = Qt.MouseButton.LeftButton
FILE, GOOD, BAD = "components/agent.yaml", "kind: user world", "kind: user wrold"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return copy_tiny_pack(tmp_path)


@pytest.fixture
def broken(pack: Path) -> Path:
    """A pack that never loaded."""
    edit(pack, FILE, GOOD, BAD)
    return pack


@pytest.fixture
def damaged(pack: Path) -> Path:
    """A pack that loaded once and has been broken since."""
    load_pack(pack)
    edit(pack, FILE, GOOD, BAD)
    return pack


def page_of(program: Program) -> ProblemPage | None:
    shown = program.window.stack.currentWidget()
    return shown if isinstance(shown, ProblemPage) else None


def bar_of(program: Program) -> ProblemBar | None:
    bar = program.window.findChild(ProblemBar)
    return bar if bar is not None and bar.isVisible() else None


def title(program: Program) -> str:
    return program.desk.controller.explorer.atlas.manifest.name


def test_broken_pack_is_listed_in_the_place_of_the_map(qtbot: QtBot, broken: Path) -> None:
    with opened(qtbot, OpenRequest(pack=broken)) as program:
        page = page_of(program)
        assert page is not None
        assert page.table.rowCount() == 1
        assert page.table.item(0, 0).text().startswith(FILE)
        assert "user wrold" in page.table.item(0, 2).text() + page.table.item(0, 3).text()
        assert not program.window.canvas.isVisible()
        assert title(program) == "ESXi Architecture"


def test_retry_after_mending_shows_the_pack(qtbot: QtBot, broken: Path) -> None:
    with opened(qtbot, OpenRequest(pack=broken)) as program:
        page = page_of(program)
        assert page is not None
        edit(broken, FILE, BAD, GOOD)
        QTest.mouseClick(page.retry, LEFT)
        assert page_of(program) is None
        assert program.window.canvas.isVisible()
        assert title(program) == "Tiny Pack"
        assert program.window.windowTitle() == "Tiny Pack"
        assert program.window.canvas.state is not None
        assert program.window.canvas.state.layout.view == "all"
        assert program.window.top_bar.title.text() == "Tiny Pack"
        assert program.window.top_bar.eras.maximum() == 1
        assert program.window.inspector.page is not None
        assert program.window.inspector.page.title == "Everything"


def test_retry_too_early_lists_what_is_wrong_now(qtbot: QtBot, broken: Path) -> None:
    with opened(qtbot, OpenRequest(pack=broken)) as program:
        first = page_of(program)
        assert first is not None
        edit(broken, "components/client.yaml", "kind: client", "kind: cleint")
        QTest.mouseClick(first.retry, LEFT)
        page = page_of(program)
        assert page is not None
        assert page.table.rowCount() == 2
        edit(broken, FILE, BAD, GOOD)
        edit(broken, "components/client.yaml", "kind: cleint", "kind: client")
        QTest.mouseClick(page.retry, LEFT)
        assert title(program) == "Tiny Pack"
        assert program.window.stack.count() == 1


def test_leaving_goes_on_with_the_shipped_pack(qtbot: QtBot, broken: Path) -> None:
    with opened(qtbot, OpenRequest(pack=broken)) as program:
        page = page_of(program)
        assert page is not None
        QTest.mouseClick(page.shipped, LEFT)
        assert page_of(program) is None
        assert title(program) == "ESXi Architecture"
        assert program.window.canvas.isVisible()
        press(program.window, "t")
        assert program.desk.ink.theme.id != "dark"


def test_last_good_state_stays_under_a_bar(qtbot: QtBot, damaged: Path) -> None:
    with opened(qtbot, OpenRequest(pack=damaged)) as program:
        assert page_of(program) is None
        bar = bar_of(program)
        assert bar is not None
        assert "1 problem" in bar.text.text()
        assert FILE in bar.text.text()
        assert title(program) == "Tiny Pack"
        assert program.window.canvas.isVisible()
        program.desk.choose("agent")
        assert program.desk.controller.explorer.now.component == "agent"


def test_bar_leads_to_the_list_and_to_a_mended_pack(qtbot: QtBot, damaged: Path) -> None:
    with opened(qtbot, OpenRequest(pack=damaged)) as program:
        bar = bar_of(program)
        assert bar is not None
        QTest.mouseClick(bar.details, LEFT)
        page = page_of(program)
        assert page is not None
        edit(damaged, FILE, BAD, GOOD)
        QTest.mouseClick(page.retry, LEFT)
        assert page_of(program) is None
        assert bar_of(program) is None
        assert title(program) == "Tiny Pack"


def test_bar_goes_when_the_pack_is_mended(qtbot: QtBot, damaged: Path) -> None:
    with opened(qtbot, OpenRequest(pack=damaged)) as program:
        bar = bar_of(program)
        assert bar is not None
        program.desk.controller.tell("F01")
        edit(damaged, FILE, BAD, GOOD)
        edit(damaged, FILE, "name: agent", "name: worker")
        QTest.mouseClick(bar.retry, LEFT)
        assert bar_of(program) is None
        assert program.desk.controller.explorer.atlas.component("agent").name == "worker"
        assert program.desk.controller.explorer.flow is None


def test_keys_of_the_map_are_harmless_before_the_list(qtbot: QtBot, broken: Path) -> None:
    with opened(qtbot, OpenRequest(pack=broken)) as program:
        press(program.window, "0", "+", "c", "l", Qt.Key.Key_Right, Qt.Key.Key_Escape, Qt.Key.Key_Space)
        assert page_of(program) is not None


def test_request_does_not_hide_what_is_wrong(qtbot: QtBot, broken: Path) -> None:
    with opened(qtbot, OpenRequest(pack=broken, view="no such view", flow="F77")) as program:
        assert page_of(program) is not None


def test_broken_shipped_pack_is_an_error(qtbot: QtBot, broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from vmexplorer import resources

    monkeypatch.setattr(resources, "pack", lambda: broken)
    with pytest.raises(PackError), opened(qtbot, warm=False):
        pass
