"""Rows of the search: which text stands where, and that none is wider than its room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QObject, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.helpers.widgets import ink
from vmexplorer.app.search import Hit
from vmexplorer.app.search_index import HitKind
from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.palette.hit_model import HIT, HitModel
from vmexplorer.ui.palette.hit_rows import HitRows, reason_text
from vmexplorer.ui.palette.kind_icons import paint_kind

SENTENCE = "Every management task on the host, from log-in and permission check to VM power-on, passes here."


@pytest.fixture(autouse=True)
def _shipped_fonts(qapp: QApplication) -> None:
    fonts.load()


def hit(detail: str, reason: str, title: str = "hostd", kind: HitKind = HitKind.COMPONENT) -> Hit:
    return Hit(kind, "hostd", title, detail, reason, 90.0)


def test_short_detail_stands_beside_the_title() -> None:
    texts = HitRows(ink(), QObject()).texts(hit("HTTPS, TCP 443", "port TCP 443"), 616)
    assert (texts.title, texts.beside, texts.below) == ("hostd", "HTTPS, TCP 443", "port TCP 443")


def test_sentence_stands_below_and_the_reason_beside_the_title() -> None:
    texts = HitRows(ink(), QObject()).texts(hit(SENTENCE, "port TCP 443"), 680)
    assert (texts.title, texts.beside, texts.below) == ("hostd", "port TCP 443", SENTENCE)


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        ("name", "Part"),
        ("id", "Part"),
        ("name; not in ESXi 4", "Part; not in ESXi 4"),
        ("log hostd.log", "log hostd.log"),
    ],
)
def test_plain_reason_gives_way_to_the_kind(reason: str, text: str) -> None:
    assert reason_text(hit("", reason)) == text


@given(st.text(max_size=60), st.text(max_size=160), st.text(max_size=60), st.integers(250, 900))
def test_no_text_is_wider_than_its_room(title: str, detail: str, reason: str, width: int) -> None:
    texts = HitRows(ink(), QObject()).texts(hit(detail, reason, title), width)
    strong = QFontMetrics(fonts.font(15, fonts.font(1).Weight.DemiBold))
    small = QFontMetrics(fonts.font(12.5))
    room = width - 54 - 12
    # Qt measures an ellipsis without its kerning.
    assert strong.horizontalAdvance(texts.title) + small.horizontalAdvance(texts.beside) <= room + 3
    assert small.horizontalAdvance(texts.below) <= room + 3


def test_model_gives_titles_hits_and_what_is_spoken() -> None:
    model = HitModel()
    model.set_hits([hit(SENTENCE, "name"), hit("", "id", "vpxa")])
    assert model.rowCount() == 2
    assert model.rowCount(model.index(0)) == 0
    assert [model.index(row).data() for row in range(2)] == ["hostd", "vpxa"]
    assert model.index(1).data(HIT) == hit("", "id", "vpxa")
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == f"hostd, component: {SENTENCE}"
    assert model.data(QModelIndex()) is None


def test_every_kind_has_a_drawing_of_its_own() -> None:
    drawings = []
    for kind in HitKind:
        image = QImage(48, 48, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        paint_kind(painter, kind, QRectF(0, 0, 48, 48), ink().role(Role.ACCENT))
        painter.end()
        drawings.append(bytes(image.constBits()))
    assert len(set(drawings)) == len(HitKind)
    assert all(any(drawing) for drawing in drawings)
