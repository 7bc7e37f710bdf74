"""The program from its first picture to its end, and what it keeps for the next start."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.maps import sharp
from tests.helpers.packs import copy_tiny_pack
from tests.helpers.windows import NOTHING_ASKED, opened, show
from vmexplorer.app import opening
from vmexplorer.app.request import OpenRequest
from vmexplorer.errors import UnknownNameError
from vmexplorer.ui import app as app_module
from vmexplorer.ui.app import Program, application, run


def kept(home: Path) -> Path:
    return home / ".cache" / "vmexplorer" / "opening.picture"


def first_visit(qtbot: QtBot) -> QImage:
    """Opens the program, closes it as ``run`` does, and returns the map as it was."""
    with opened(qtbot) as program:
        picture = sharp(qtbot, program.window.canvas)
        program.finish()
    return picture


def begin(qtbot: QtBot, request: OpenRequest = NOTHING_ASKED) -> Program:
    """A program whose window has just been opened; nothing but the first picture can be there yet."""
    program = Program(application(), request)
    program.window.resize(1366, 768)
    program.open()
    return program


def is_complete(program: Program) -> bool:
    return hasattr(program, "desk")


# The first start


def test_first_start_builds_everything_at_once(qtbot: QtBot, home: Path) -> None:
    assert not kept(home).exists()
    with opened(qtbot, warm=False) as program:
        assert program.window.windowTitle() == "ESXi Architecture"
        assert program.window.canvas.state is not None
        assert program.window.canvas.hasFocus()
        assert not program.desk.controller.running


def test_end_keeps_the_picture_and_the_routes(qtbot: QtBot, home: Path) -> None:
    with opened(qtbot, warm=False) as program:
        program.finish()
    assert kept(home).is_file()
    assert (kept(home).parent / "routes.json").is_file()


def test_folder_that_cannot_be_written_is_no_error(qtbot: QtBot, home: Path) -> None:
    kept(home).parent.parent.mkdir(parents=True, exist_ok=True)
    kept(home).parent.write_text("a file where the folder should be")
    with opened(qtbot, warm=False) as program:
        program.finish()
        assert program.window.isVisible()
    assert kept(home).parent.is_file()


# The second start


def test_second_start_shows_the_same_picture_before_anything_else(qtbot: QtBot, home: Path) -> None:
    full = first_visit(qtbot)
    program = begin(qtbot)
    assert not is_complete(program)
    assert program.window.windowTitle() == "ESXi Architecture"
    at_once = program.window.canvas.grab().toImage()
    assert at_once.size() == full.size()
    qtbot.waitUntil(lambda: is_complete(program))
    gc.disable()
    complete = sharp(qtbot, program.window.canvas)
    assert complete == full
    differences = sum(
        at_once.pixel(x, y) != full.pixel(x, y) for x in range(full.width()) for y in range(0, full.height(), 2)
    )
    assert differences < full.width()  # where two tiles meet
    assert program.window.canvas.state == program.desk.controller.explorer.home_state()


def test_kept_picture_of_another_theme_is_not_used(qtbot: QtBot) -> None:
    first_visit(qtbot)
    program = begin(qtbot, OpenRequest(theme="light"))
    gc.disable()
    assert is_complete(program)
    assert program.desk.ink.theme.id == "light"


@pytest.mark.parametrize("request_", [OpenRequest(view="vm"), OpenRequest(era="e5"), OpenRequest(flow="F01")])
def test_kept_picture_is_left_alone_when_something_else_is_asked_for(qtbot: QtBot, request_: OpenRequest) -> None:
    first_visit(qtbot)
    program = begin(qtbot, request_)
    gc.disable()
    assert is_complete(program)


def test_picture_of_another_pack_is_not_kept(qtbot: QtBot, home: Path, tmp_path: Path) -> None:
    with opened(qtbot, OpenRequest(pack=copy_tiny_pack(tmp_path)), warm=False) as program:
        assert program.window.windowTitle() == "Tiny Pack"
        program.finish()
    assert not kept(home).exists()


def test_stale_picture_is_ignored(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    first_visit(qtbot)

    def another_stamp(pack: Path) -> list[str]:
        return ["a file has changed since"]

    monkeypatch.setattr(opening, "stamp", another_stamp)
    program = begin(qtbot)
    gc.disable()
    assert is_complete(program)


def test_stamp_follows_every_file_of_the_pack(tmp_path: Path) -> None:
    pack = copy_tiny_pack(tmp_path)
    before = opening.stamp(pack)
    assert opening.stamp(pack) == before
    for file in sorted(pack.rglob("*.yaml")):
        content = file.read_text(encoding="utf-8")
        file.write_text(content + "\n# a remark\n", encoding="utf-8")
        assert opening.stamp(pack) != before, file.name
        before = opening.stamp(pack)


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut short": lambda found: found[: len(found) // 2],
    "no text": lambda _: bytes(range(256)) * 40,
    "nested": lambda _: b"[" * 100_000 + b"\n",
    "another shape": lambda _: b'{"stamp": 1}\n',
    "one pixel": lambda found: found[:-2000] + bytes([found[-2000] ^ 1]) + found[-1999:],
    "no numbers": lambda found: found.replace(b'"width": ', b'"width": "a", "w": ', 1),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_picture_is_ignored_and_mended(qtbot: QtBot, home: Path, damage: str) -> None:
    first_visit(qtbot)
    sound = kept(home).read_bytes()
    kept(home).write_bytes(DAMAGES[damage](sound))
    with opened(qtbot) as program:
        assert program.window.canvas.state is not None
        program.finish()
    assert kept(home).read_bytes() == sound
    assert [file.name for file in kept(home).parent.glob("opening*")] == ["opening.picture"]


def test_window_closed_before_it_was_complete(qtbot: QtBot, home: Path) -> None:
    first_visit(qtbot)
    before = kept(home).read_bytes()
    program = begin(qtbot)
    program.window.close()
    assert not is_complete(program)
    program.finish()
    assert kept(home).read_bytes() == before


# What was asked for


def test_request_lands_there_paused(qtbot: QtBot) -> None:
    request = OpenRequest(view="vm", flow="F01", at=12.0, era="e8", select="vmx", theme="light")
    with opened(qtbot, request) as program:
        explorer = program.desk.controller.explorer
        here = explorer.now
        assert (here.view, here.flow, here.era, here.component) == ("vm", "F01", "e8", "vmx")
        assert explorer.player.position == 12.0
        assert not explorer.player.playing
        assert not program.desk.controller.running
        assert program.desk.ink.theme.id == "light"
        window = program.window
        assert window.player_bar.timeline.position == 12.0
        assert window.top_bar.eras.era == "e8"
        assert window.inspector.page is not None
        assert window.inspector.page.title == explorer.atlas.component("vmx").name
        assert window.canvas.state == explorer.state()


def test_flow_alone_brings_its_view_and_stands_at_its_start(qtbot: QtBot) -> None:
    with opened(qtbot, OpenRequest(flow="Forward logs to syslog")) as program:
        explorer = program.desk.controller.explorer
        assert (explorer.now.flow, explorer.now.view, explorer.player.position) == ("F09", "monitoring", 0.0)


def test_selected_component_brings_a_view_that_has_it(qtbot: QtBot) -> None:
    with opened(qtbot, OpenRequest(select="vmx-svga")) as program:
        explorer = program.desk.controller.explorer
        assert explorer.now.component == "vmx-svga"
        assert explorer.wiring.layout.boxes_of("vmx-svga")


def test_link_can_be_selected(qtbot: QtBot) -> None:
    with opened(qtbot, OpenRequest(select="L05")) as program:
        assert program.desk.controller.explorer.now.link == "L05"
        assert program.window.inspector.page is not None


@pytest.mark.parametrize(
    "request_",
    [OpenRequest(view="ovreview"), OpenRequest(select="hosdt"), OpenRequest(flow="F99"), OpenRequest(era="e99")],
)
def test_unknown_name_is_told_before_a_window_is_shown(qtbot: QtBot, request_: OpenRequest) -> None:
    program = Program(application(), request_)
    with pytest.raises(UnknownNameError, match=r"^there is no "):
        program.open()
    assert not program.window.isVisible()


def test_unknown_theme_is_told_with_the_nearest(qtbot: QtBot) -> None:
    with pytest.raises(UnknownNameError, match="'dark'"):
        Program(application(), OpenRequest(theme="drak"))


# The whole run


def test_run_opens_waits_and_keeps(qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []

    class Application:
        """Stands for the application: its event loop is over as soon as it begins."""

        def __init__(self, real: QApplication) -> None:
            self._real = real

        def exec(self) -> int:
            seen.append(any(widget.isVisible() for widget in self._real.topLevelWidgets()))
            return 7

        def __getattr__(self, name: str) -> object:
            return getattr(self._real, name)

    real = application()
    monkeypatch.setattr(app_module, "application", lambda: Application(real))
    palette = real.palette()
    code = run(NOTHING_ASKED)
    gc.disable()
    assert (code, seen) == (7, [True])
    assert kept(home).is_file()
    real.setStyleSheet("")
    real.setPalette(palette)


def test_application_is_the_same_at_every_call(qapp: QApplication) -> None:
    qapp.setStyleSheet("")
    assert application() is application()
    assert application().applicationName() == "vmexplorer"
    assert application().style().name() == "fusion"


def test_programs_can_follow_one_another(qtbot: QtBot) -> None:
    for _ in range(3):
        program = Program(application(), NOTHING_ASKED)
        show(qtbot, program)
        program.window.close()
