"""``export`` looks everything up before it draws."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tests.cli.conftest import Outcome
from tests.helpers.packs import TINY_PACK, copy_tiny_pack, write
from vmexplorer.app.request import ExportRequest

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
