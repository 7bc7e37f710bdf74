"""The sequence diagram as a file: complete, in the theme's colours, all or nothing."""

from __future__ import annotations

import os
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from tests.helpers.shipped import shipped_atlas
from tests.helpers.widgets import THEMES, ink
from vmexplorer.drawing.theme import Role
from vmexplorer.errors import VmexplorerError
from vmexplorer.stage.sequence import SequenceLayout
from vmexplorer.stage.sequence_layout import sequence_layout
from vmexplorer.ui.export_sequence import export_sequence_png, export_sequence_svg


@pytest.fixture
def layout(qapp: object) -> SequenceLayout:
    atlas = shipped_atlas()
    return sequence_layout(atlas.steps_in(atlas.flow("F01"), "e8"), atlas)


def texts(path: Path) -> list[str]:
    tree = ElementTree.parse(path)  # noqa: S314 - written by the test itself
    found = [element for element in tree.iter() if element.tag.endswith("}text")]
    return ["".join(element.itertext()).strip() for element in found]


def test_svg_holds_every_name_message_and_number(layout: SequenceLayout, tmp_path: Path) -> None:
    path = tmp_path / "power-on.svg"
    export_sequence_svg(path, layout, ink())
    written = texts(path)
    for line in layout.lifelines:
        assert set(line.lines) <= set(written)
    for row in layout.rows:
        assert str(row.message.number) in written
        assert set(row.label) <= set(written)


def test_svg_has_the_size_of_the_diagram(layout: SequenceLayout, tmp_path: Path) -> None:
    path = tmp_path / "power-on.svg"
    export_sequence_svg(path, layout, ink())
    drawing = QSvgRenderer(str(path))
    assert drawing.isValid()
    box = drawing.viewBoxF()
    assert (box.width(), box.height()) == pytest.approx((layout.scene.width, layout.scene.height), abs=1.0)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_png_is_painted_in_the_theme_at_the_scale(
    layout: SequenceLayout, tmp_path: Path, theme: str, scale: float
) -> None:
    path = tmp_path / "power-on.png"
    export_sequence_png(path, layout, ink(theme), scale)
    image = QImage(str(path))
    assert image.width() == pytest.approx(layout.scene.width * scale, abs=1.0)
    assert image.height() == pytest.approx(layout.scene.height * scale, abs=1.0)
    assert image.pixelColor(1, 1) == ink(theme).role(Role.CANVAS)
    row = layout.rows[0]
    middle = image.pixelColor(round((row.source_x + row.target_x) / 2 * scale), round(row.y * scale))
    assert middle != ink(theme).role(Role.CANVAS)


@pytest.mark.parametrize("export", [export_sequence_svg, export_sequence_png])
def test_file_that_is_there_is_replaced(layout: SequenceLayout, tmp_path: Path, export: object) -> None:
    assert callable(export)
    path = tmp_path / "picture"
    path.write_text("old", encoding="utf-8")
    export(path, layout, ink())
    assert path.stat().st_size > 1000
    assert os.listdir(tmp_path) == ["picture"]


@pytest.mark.parametrize("export", [export_sequence_svg, export_sequence_png])
def test_folder_that_is_missing_is_told_in_a_sentence(layout: SequenceLayout, tmp_path: Path, export: object) -> None:
    assert callable(export)
    path = tmp_path / "nowhere" / "picture"
    with pytest.raises(VmexplorerError) as caught:
        export(path, layout, ink())
    assert str(caught.value).startswith(f"{path} cannot be written: ")
    assert "\n" not in str(caught.value)
    assert os.listdir(tmp_path) == []


def test_folder_in_the_place_of_the_file_is_told_in_a_sentence(layout: SequenceLayout, tmp_path: Path) -> None:
    with pytest.raises(VmexplorerError, match="cannot be written"):
        export_sequence_svg(tmp_path, layout, ink())


@pytest.mark.parametrize("export", [export_sequence_svg, export_sequence_png])
def test_flow_without_steps_is_not_written(qapp: object, tmp_path: Path, export: object) -> None:
    assert callable(export)
    with pytest.raises(VmexplorerError, match="the flow has no steps in this era"):
        export(tmp_path / "empty", sequence_layout((), shipped_atlas()), ink())
    assert os.listdir(tmp_path) == []


def test_picture_beyond_the_memory_is_told_in_a_sentence(layout: SequenceLayout, tmp_path: Path) -> None:
    with pytest.raises(VmexplorerError, match="does not fit into memory; choose a smaller one"):
        export_sequence_png(tmp_path / "huge.png", layout, ink(), 1e5)
    assert os.listdir(tmp_path) == []
