"""What people do with the program, from the first click to the last, on the real window."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.maps import LEFT, click, double_click, image, place_of, sharp
from tests.helpers.windows import by_hand, choose_in_rail, choose_row, let_pass, opened, press, rows
from vmexplorer.app.details import Paragraph, text_of
from vmexplorer.app.request import OpenRequest
from vmexplorer.ui.app import Program
from vmexplorer.ui.palette.palette import Palette
from vmexplorer.ui.panels.breadcrumb import Crumb

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[Program]:
    with opened(qtbot) as made:
        yield made


def reads(program: Program) -> str:
    """The title of the page that is on show."""
    page = program.window.inspector.page
    assert page is not None
    return page.title


def told_under(program: Program, caption: str) -> str:
    """The paragraphs of a section of the page on show."""
    page = program.window.inspector.page
    assert page is not None
    section = next(section for section in page.sections if section.caption == caption)
    return " ".join(text_of(item.spans) for item in section.items if isinstance(item, Paragraph))


def view(program: Program) -> str:
    return program.desk.controller.explorer.now.view


def crumbs(program: Program) -> list[str]:
    """The views that the breadcrumb leads back to."""
    return [crumb.text() for crumb in program.window.breadcrumb.findChildren(Crumb) if not crumb.isHidden()]


def test_someone_asks_what_happens_when_hostd_stops_and_looks_inside(program: Program, qtbot: QtBot) -> None:
    window, canvas = program.window, program.window.canvas
    click(canvas, place_of(canvas, "hostd"))
    assert reads(program) == "hostd"
    assert "Direct clients" in told_under(program, "If it stops")

    choose_row(program, "vpxa")  # the link between the two
    assert program.desk.controller.explorer.now.link == "L11"
    choose_row(program, "vpxa")  # its end
    assert reads(program) == "vpxa"
    assert program.desk.controller.explorer.now.component == "vpxa"

    double_click(canvas, place_of(canvas, "vpxa"))
    assert view(program) == "agents"
    qtbot.waitUntil(lambda: crumbs(program) == ["Overview"])
    assert canvas.state is not None
    assert canvas.state.layout.view == "agents"

    back = next(crumb for crumb in window.breadcrumb.findChildren(Crumb) if not crumb.isHidden())
    QTest.mouseClick(back, LEFT)
    assert view(program) == "overview"
    qtbot.waitUntil(lambda: crumbs(program) == [])
    press(window, K.Key_Left, held=Qt.KeyboardModifier.AltModifier)
    assert view(program) == "agents"


def test_someone_follows_a_power_on_with_the_keyboard_from_start_to_end(program: Program) -> None:
    window, desk, clock = program.window, program.desk, by_hand(program.desk)
    press(window, K.Key_K, held=CONTROL)
    press(window, "F01", K.Key_Return)
    assert desk.controller.running
    assert window.player_bar.counter.text().startswith("1 / ")
    press(window, K.Key_Space)  # it plays from the moment it was chosen
    assert not desk.controller.running
    assert window.player_bar.play.accessibleName() == "Play"

    count = len(desk.controller.explorer.hops)
    for number in range(1, count + 1):
        press(window, K.Key_Right)
        let_pass(desk, clock, 1.0)
        press(window, K.Key_Right)
        assert window.player_bar.counter.text() == f"{number} / {count}"
        assert window.player_bar.title.text()
        assert window.player_bar.caption.text()
        assert not desk.controller.running
    player = desk.controller.explorer.player
    assert player.position == player.timeline.duration

    press(window, K.Key_Right)  # beyond the end there is nothing
    assert player.position == player.timeline.duration
    press(window, K.Key_Space)  # from the start again, and to the end by itself
    assert player.position == 0.0
    let_pass(desk, clock, player.timeline.duration + 1.0)
    assert player.position == player.timeline.duration
    assert not desk.controller.running
    press(window, K.Key_Escape)
    assert desk.controller.explorer.flow is None
    assert desk.controller.explorer.state().veil == 0.0


def test_someone_searches_a_port_and_lands_on_the_heartbeat(program: Program) -> None:
    window = program.window
    press(window, "/")
    press(window, "902")
    palette = window.findChild(Palette)
    assert palette is not None
    hits = palette.list.model()
    found = [hits.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(hits.rowCount())]
    place = next(row for row, hit in enumerate(found) if hit.kind == "link" and "heartbeat" in hit.detail)
    assert place < 8  # in sight without scrolling
    press(window, *[K.Key_Down] * place, K.Key_Return)
    explorer = program.desk.controller.explorer
    link = explorer.atlas.link(explorer.now.link)
    assert {link.source, link.target} == {"vpxa", "vpxd"}
    assert any("902" in str(port) for port in link.ports)
    assert explorer.wiring.of_link(link.id)
    assert explorer.state().lines
    assert window.canvas.hasFocus()


def test_someone_walks_through_the_versions_and_sees_envoy_appear(program: Program, qtbot: QtBot) -> None:
    window = program.window
    canvas, eras = window.canvas, window.top_bar.eras
    eras.setFocus()
    press(window, K.Key_Home)
    seen: dict[str, tuple[bool, bool]] = {}
    pictures = []
    for step in range(7):
        if step:
            press(window, K.Key_Right)
        seen[eras.era] = (canvas.box("envoy") is not None, canvas.box("rhttpproxy") is not None)
        pictures.append(sharp(qtbot, canvas))
    assert list(seen) == ["e3", "e4", "e5", "e6", "e7", "e8", "e9"]
    assert [era for era, (envoy, _) in seen.items() if envoy] == ["e8", "e9"]
    assert [era for era, (_, proxy) in seen.items() if proxy] == ["e5", "e6", "e7"]
    assert all(one != other for one, other in itertools.pairwise(pictures))

    press(window, K.Key_Left)  # back to 8, and what came with it
    press(window, "c")
    assert window.top_bar.changes.isChecked()
    assert canvas.state is not None
    assert "envoy" in dict(canvas.state.tags)
    assert eras.hasFocus()


def test_someone_without_a_mouse_selects_opens_and_returns(program: Program) -> None:
    window, canvas = program.window, program.window.canvas
    while canvas.focus_box != "vmx-1":
        press(window, K.Key_Tab)
    press(window, K.Key_Return)
    assert reads(program) == "VMX"
    press(window, K.Key_Return, held=SHIFT)
    assert view(program) == "vm"
    press(window, K.Key_Backspace)
    assert view(program) == "overview"
    press(window, K.Key_Escape, K.Key_Escape)
    assert program.desk.controller.explorer.now.component == ""


def test_someone_finds_the_way_from_client_to_vm(program: Program, qtbot: QtBot) -> None:
    window, desk, clock = program.window, program.desk, by_hand(program.desk)
    canvas = window.canvas
    at_rest = sharp(qtbot, canvas)
    QTest.mouseClick(window.top_bar.route, LEFT)
    click(canvas, place_of(canvas, "vsphere-client"))
    click(canvas, place_of(canvas, "vmx-2"))
    assert desk.controller.running
    let_pass(desk, clock, 600.0)
    hops = desk.controller.explorer.hops
    assert [hop.step.source for hop in hops][:2] == ["vsphere-client", "vpxd"]
    assert hops[-1].step.target == "vmx"
    assert image(canvas) != at_rest
    press(window, K.Key_Escape, K.Key_Escape)
    assert desk.controller.explorer.flow is None
    assert sharp(qtbot, canvas) == at_rest


def test_someone_zooms_in_looks_around_and_comes_home(program: Program, qtbot: QtBot) -> None:
    window, canvas = program.window, program.window.canvas
    at_first = sharp(qtbot, canvas)
    press(window, "+", "+", "+", "+")
    assert canvas.zoomed_in
    canvas.pan(-200.0, -100.0)
    assert sharp(qtbot, canvas) != at_first
    press(window, "0")
    assert sharp(qtbot, canvas) == at_first


def test_someone_reads_the_paths_of_a_component_and_plays_one(program: Program) -> None:
    window, desk = program.window, program.desk
    click(window.canvas, place_of(window.canvas, "vmsyslogd"))
    assert "Forward logs to syslog" in rows(window.inspector)
    choose_row(program, "Forward logs to syslog")
    assert desk.controller.explorer.now.flow == "F09"
    assert desk.controller.running
    assert reads(program) == "Forward logs to syslog"
    press(window, K.Key_Space)
    choose_in_rail(program, "Overview")
    assert view(program) == "overview"
    assert desk.controller.explorer.now.flow == "F09"


def test_someone_opens_a_link_to_a_moment_and_plays_on(qtbot: QtBot) -> None:
    with opened(qtbot, OpenRequest(flow="F01", at=20.0)) as program:
        clock = by_hand(program.desk)
        player = program.desk.controller.explorer.player
        assert (player.position, player.playing) == (20.0, False)
        press(program.window, K.Key_Space)
        let_pass(program.desk, clock, 2.0)
        assert player.position == pytest.approx(22.0)
