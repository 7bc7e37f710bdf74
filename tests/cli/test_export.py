"""``export`` looks everything up before it draws."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

from tests.cli.conftest import Outcome
from tests.helpers.packs import TINY_PACK, copy_tiny_pack, write
from vmexplorer.app.request import ExportRequest
from vmexplorer.stage.sequence import SequenceLayout

Run = Callable[..., Outcome]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[ExportRequest]:
    """The pictures that would be drawn."""
    requests: list[ExportRequest] = []
    module = ModuleType("vmexplorer.ui.export")
    module.__dict__["export_picture"] = requests.append
    monkeypatch.setitem(sys.modules, "vmexplorer.ui.export", module)
    return requests


@pytest.fixture
def old_flow_pack(tmp_path: Path) -> Path:
    """A pack whose flow F00 is offered in the older era only."""
    pack = copy_tiny_pack(tmp_path)
    step = "steps:\n  - {from: client, to: agent, message: ask, kind: request, narration: ['It asks. [gk]']}\n"
    write(pack, "flows/F00.yaml", f"id: F00\nname: Ask as before\nsummary: Old.\nview: all\neras: ..e5\n{step}")
    return pack


def test_defaults_are_filled_in(run: Run, asked: list[ExportRequest], tmp_path: Path) -> None:
    out = tmp_path / "map.png"
    assert run("export", out, "--pack", TINY_PACK) == (0, f"{out}: 1920x1080\n", "")
    assert asked == [ExportRequest(out, TINY_PACK, "all", "e8", "dark", None, None, 1920, 1080)]


def test_names_become_ids(run: Run, asked: list[ExportRequest], tmp_path: Path) -> None:
    out = tmp_path / "map.SVG"
    words = ("--view", "everything", "--era", "6.5", "--theme", "Light", "--flow", "ask the agent", "--at", "1.5")
    assert run("export", out, *words, "--size", "3840x2160", "--pack", TINY_PACK).code == 0
    assert asked == [ExportRequest(out, TINY_PACK, "all", "e5", "light", "F01", 1.5, 3840, 2160)]


def test_flow_brings_its_view_its_newest_era_and_its_beginning(
    run: Run, asked: list[ExportRequest], tmp_path: Path, old_flow_pack: Path
) -> None:
    assert run("export", tmp_path / "map.png", "--flow", "F00", "--pack", old_flow_pack).code == 0
    (request,) = asked
    assert (request.flow, request.view, request.era, request.at) == ("F00", "all", "e5", 0.0)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["map.pgn"], "there is no picture format '.pgn'; did you mean .png?"),
        (["map"], "there is no picture format 'map'; choose from .png, .svg"),
        (["no/such/map.png"], "to write 'map.png' into"),
        (["map.png", "--size", "big"], "'big' is no size in pixels"),
        (["map.png", "--size", "15x100"], "width and height go from 16 to 16384"),
        (["map.png", "--size", "100x16385"], "width and height go from 16 to 16384"),
        (["map.png", "--at", "2"], "--at needs --flow"),
        (["map.png", "--flow", "F01", "--at", "nan"], "'nan' is no moment in seconds"),
        (["map.png", "--view", "al"], "there is no view 'al'; the nearest is 'all'"),
        (["map.png", "--flow", "F02"], "there is no flow 'F02'; the nearest is 'F01'"),
        (["map.png", "--era", "e55"], "there is no era 'e55'; the nearest is"),
        (["map.png", "--theme", "drak"], "there is no theme 'drak'; did you mean dark?"),
        (["map.png", "--sise", "10x10"], "did you mean --size?"),
        ([], "also needs OUT"),
        (["map.png", "--sequence", "F02"], "there is no flow 'F02'; the nearest is 'F01'"),
        (["map.png", "--sequence", "F01", "--view", "all"], "--view does not go with --sequence"),
        (["map.png", "--sequence", "F01", "--flow", "F01"], "--flow does not go with --sequence"),
        (["map.png", "--sequence", "F01", "--at", "1"], "--at does not go with --sequence"),
        (["map.png", "--sequence", "F01", "--era", "e55"], "there is no era 'e55'; the nearest is"),
        (["map.png", "--sequence", "F01", "--theme", "drak"], "there is no theme 'drak'; did you mean dark?"),
    ],
)
def test_wrong_words_are_told_before_anything_is_drawn(
    run: Run,
    asked: list[ExportRequest],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    expected: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, error = run("export", *words, "--pack", TINY_PACK)
    assert (code, out, asked) == (2, "", [])
    assert expected in error
    assert error.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("size", ["16x16", "16384x16384", "1920X1080"])
def test_sizes_at_the_limits_are_taken(run: Run, asked: list[ExportRequest], tmp_path: Path, size: str) -> None:
    assert run("export", tmp_path / "map.png", "--size", size, "--pack", TINY_PACK).code == 0
    assert f"{asked[0].width}x{asked[0].height}" == size.lower()


def test_folder_is_no_file_name(run: Run, asked: list[ExportRequest], tmp_path: Path) -> None:
    folder = tmp_path / "pictures.png"
    folder.mkdir()
    code, _, error = run("export", folder, "--pack", TINY_PACK)
    assert (code, asked) == (2, [])
    assert "is a folder; add the name of a file" in error


def test_flow_that_the_era_does_not_have_is_refused(
    run: Run, asked: list[ExportRequest], tmp_path: Path, old_flow_pack: Path
) -> None:
    code, _, error = run("export", tmp_path / "map.png", "--flow", "F00", "--era", "e8", "--pack", old_flow_pack)
    assert (code, asked) == (1, [])
    assert "'Ask as before' is not offered in ESXi 8.0; the nearest era is ESXi 5.0" in error


def test_file_that_cannot_be_written_is_told_in_one_line(
    run: Run, asked: list[ExportRequest], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: ExportRequest) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(sys.modules["vmexplorer.ui.export"].__dict__, "export_picture", full)
    out = tmp_path / "map.png"
    expected = f"vmexplorer: {str(out)!r} cannot be written: No space left on device\n"
    assert run("export", out, "--pack", TINY_PACK) == (1, "", expected)


class _Studio:
    """Stands for what draws sequence diagrams and notes what it was given."""

    def __init__(self) -> None:
        self.drawn: list[tuple[str, Path, int, float]] = []
        self.layout: SequenceLayout | None = None

    def svg(self, path: Path, layout: SequenceLayout, _: object) -> None:
        self.layout = layout
        self.drawn.append(("svg", path, len(layout.rows), 1.0))

    def png(self, path: Path, layout: SequenceLayout, _: object, scale: float) -> None:
        self.layout = layout
        self.drawn.append(("png", path, len(layout.rows), scale))


class _Plain(NamedTuple):
    """Stands for a theme ready for painting."""

    theme: object


@pytest.fixture
def studio(monkeypatch: pytest.MonkeyPatch) -> _Studio:
    found = _Studio()
    modules: dict[str, dict[str, object]] = {
        "vmexplorer.ui.app": {"application": object},
        "vmexplorer.ui.canvas.ink": {"Ink": _Plain},
        "vmexplorer.ui.export_sequence": {"export_sequence_svg": found.svg, "export_sequence_png": found.png},
    }
    for name, content in modules.items():
        module = ModuleType(name)
        module.__dict__.update(content)
        monkeypatch.setitem(sys.modules, name, module)
    return found


@pytest.mark.parametrize(("era", "steps"), [((), 3), (("--era", "5.5"), 2)])
def test_sequence_is_drawn_as_the_flow_goes_in_its_era(
    run: Run, studio: _Studio, tmp_path: Path, era: tuple[str, ...], steps: int
) -> None:
    out = tmp_path / "ask.SVG"
    told = run("export", out, "--sequence", "ask the agent", *era, "--pack", TINY_PACK)
    assert told == (0, f"{out}: {steps} steps\n", "")
    assert studio.drawn == [("svg", out, steps, 1.0)]


@pytest.mark.parametrize("size", [(1920, 1080), (400, 900), (3000, 100)])
def test_sequence_fits_into_the_size(run: Run, studio: _Studio, tmp_path: Path, size: tuple[int, int]) -> None:
    out = tmp_path / "ask.png"
    assert run("export", out, "--sequence", "F01", "--pack", TINY_PACK).code == 0
    natural = studio.layout
    assert run("export", out, "--sequence", "F01", "--size", f"{size[0]}x{size[1]}", "--pack", TINY_PACK).code == 0
    assert natural is not None
    assert studio.layout is not None
    scene, scale = studio.layout.scene, studio.drawn[1][3]
    assert studio.drawn[0][3] == 2.0
    assert scene.height == natural.scene.height
    assert scene.width >= natural.scene.width
    used = (scene.width * scale / size[0], scene.height * scale / size[1])
    assert max(used) == pytest.approx(1.0)


def test_sequence_files_are_pictures(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    environment["PYTHONPATH"] = str(Path(__file__).resolve().parents[2] / "src")
    for name, start in {"ask.png": b"\x89PNG", "ask.svg": b"<?xml"}.items():
        words = ["export", str(tmp_path / name), "--sequence", "F01", "--theme", "light", "--pack", str(TINY_PACK)]
        command = [sys.executable, "-m", "vmexplorer", *words]
        done = subprocess.run(command, env=environment, check=False, capture_output=True, encoding="utf-8")
        assert (done.returncode, done.stdout, done.stderr) == (0, f"{tmp_path / name}: 3 steps\n", "")
        assert (tmp_path / name).read_bytes().startswith(start)
