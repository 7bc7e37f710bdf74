"""Pictures of the map in files: whole or not at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from tests.helpers.maps import share_of
from tests.helpers.widgets import THEMES, ink
from vmexplorer.app.request import ExportRequest
from vmexplorer.drawing.theme import Role
from vmexplorer.ui import picture_file
from vmexplorer.ui.export import export_picture
from vmexplorer.ui.picture_file import ExportError, write_picture

SIZES = [(1920, 1080), (640, 360), (400, 900), (16, 16)]


@pytest.fixture(autouse=True)
def _application(qapp: object) -> None:
    pass


def request(out: Path, width: int = 960, height: int = 540, **changes: object) -> ExportRequest:
    usual = ExportRequest(out, None, "overview", "e9", "dark", None, None, width, height)
    return usual._replace(**changes)  # type: ignore[arg-type]


def exported(out: Path, width: int = 960, height: int = 540, **changes: object) -> QImage:
    export_picture(request(out, width, height, **changes))
    picture = QImage(str(out))
    assert not picture.isNull()
    return picture


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_png_has_the_size_that_was_asked_for(tmp_path: Path, width: int, height: int) -> None:
    picture = exported(tmp_path / "map.png", width, height)
    assert picture.size() == QSize(width, height)
    assert not picture.hasAlphaChannel()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_svg_has_the_size_that_was_asked_for(tmp_path: Path, width: int, height: int) -> None:
    out = tmp_path / "map.svg"
    export_picture(request(out, width, height))
    drawing = QSvgRenderer(str(out))
    assert drawing.isValid()
    assert drawing.viewBox().size() == QSize(width, height)


def test_ending_in_capitals_is_understood(tmp_path: Path) -> None:
    out = tmp_path / "MAP.SVG"
    export_picture(request(out))
    assert out.read_bytes().startswith(b"<?xml")


@pytest.mark.parametrize("theme", THEMES)
def test_picture_has_the_colours_of_the_theme(tmp_path: Path, theme: str) -> None:
    picture = exported(tmp_path / "map.png", theme=theme)
    for role, least in ((Role.CANVAS, 0.03), (Role.ZONE, 0.1), (Role.CARD, 0.05)):
        assert share_of(picture, ink(theme).role(role)) > least


def test_svg_shows_what_the_png_shows(tmp_path: Path) -> None:
    png = exported(tmp_path / "map.png", 1280, 720)
    export_picture(request(tmp_path / "map.svg", 1280, 720))
    drawn = QImage(1280, 720, QImage.Format.Format_RGB32)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(tmp_path / "map.svg")).render(painter)
    painter.end()
    spots = [(x, y) for x in range(3, 1280, 7) for y in range(3, 720, 7)]
    unlike = [
        spot for spot in spots if abs(png.pixelColor(*spot).lightness() - drawn.pixelColor(*spot).lightness()) > 40
    ]
    assert len(unlike) < len(spots) * 0.04


def test_svg_has_words_and_a_title(tmp_path: Path) -> None:
    out = tmp_path / "hosts and clients.svg"
    export_picture(request(out))
    content = out.read_text(encoding="utf-8")
    assert "<title>hosts and clients</title>" in content
    assert content.count("<text") > 40
    assert re.search(r">\s*hostd\s*<", content)
    assert "Inter" in content


def test_moment_of_a_flow_has_its_caption(tmp_path: Path) -> None:
    at_rest = exported(tmp_path / "rest.png")
    playing = exported(tmp_path / "flow.png", flow="F01", at=12.0)
    later = exported(tmp_path / "later.png", flow="F01", at=30.0)
    assert at_rest != playing != later
    band = playing.copy(0, playing.height() - 70, playing.width(), 70)
    assert share_of(band, ink().role(Role.PANEL)) > 0.5
    assert share_of(at_rest.copy(0, playing.height() - 70, playing.width(), 70), ink().role(Role.PANEL)) == 0.0


def test_same_moment_gives_the_same_file(tmp_path: Path) -> None:
    for name in ("one.png", "two.png"):
        exported(tmp_path / name, flow="F06", at=9.5)
    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()


def test_views_and_eras_differ(tmp_path: Path) -> None:
    pictures = [
        exported(tmp_path / "a.png"),
        exported(tmp_path / "b.png", era="e3"),
        exported(tmp_path / "c.png", view="vm"),
    ]
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


# What cannot be written


@pytest.mark.parametrize("name", ["map.png", "map.svg"])
def test_target_that_cannot_be_written_gives_one_sentence_and_no_file(tmp_path: Path, name: str) -> None:
    target = tmp_path / "no such folder" / name
    with pytest.raises(ExportError) as caught:
        export_picture(request(target))
    assert str(caught.value).startswith(f"{target} cannot be written: ")
    assert "\n" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    target = tmp_path / "map.png"
    target.mkdir()
    with pytest.raises(ExportError, match="cannot be written"):
        export_picture(request(target))
    assert list(target.iterdir()) == []


@pytest.mark.parametrize("name", ["map.png", "map.svg"])
def test_file_is_never_half_written(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / name
    target.write_text("what was there before")

    class FullDisk(picture_file.QSaveFile):
        """A file of which only the first half can be written."""

        def write(self, data: object) -> int:
            return super().write(bytes(data)[: len(bytes(data)) // 2])  # type: ignore[call-overload]

    monkeypatch.setattr(picture_file, "QSaveFile", FullDisk)
    with pytest.raises(ExportError):
        export_picture(request(target))
    assert target.read_text() == "what was there before"
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_older_picture_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "map.png"
    target.write_text("what was there before")
    assert exported(target).width() == 960


def test_picture_beyond_the_memory_is_told_in_a_sentence(tmp_path: Path) -> None:
    target = tmp_path / "map.png"
    with pytest.raises(ExportError, match=r"^a picture of 900000x900000 does not fit into memory; choose a smaller"):
        write_picture(target, QSize(900_000, 900_000), QPainter.end)
    assert not target.exists()
