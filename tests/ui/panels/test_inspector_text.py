"""The texts of the inspector: how they fit, how they are selected, and how they look."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from tests.helpers.packs import tiny_atlas
from tests.helpers.pages import sheet, small_page
from tests.helpers.widgets import THEMES, ink
from vmexplorer import resources
from vmexplorer.app.details import (
    Paragraph,
    Span,
    component_page,
)
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.kind import Kind
from vmexplorer.drawing.theme import Role, find_theme
from vmexplorer.ui import style
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.panels.contrast import contrast, readable
from vmexplorer.ui.panels.inspector import Inspector
from vmexplorer.ui.panels.lettering import BODY, Lettering
from vmexplorer.ui.panels.text_flow import Run, TextFlow
from vmexplorer.ui.panels.text_stack import TextStack


def lettering(scale: float = 1.0) -> Lettering:
    fonts.load()
    return Lettering(ink("dark"), scale)


def stack_with(inspector: Inspector, text: str) -> TextStack:
    return next(one for one in sheet(inspector).findChildren(TextStack) if text in one.accessibleName())


@example(text="\t", width=60)
@given(text=st.text(min_size=1, max_size=200), width=st.integers(min_value=60, max_value=480))
def test_text_stays_within_its_width(qapp: QApplication, text: str, width: int) -> None:
    flow = TextFlow(lettering(), [Run(text, BODY), Run("code", BODY.as_code(), plate=True)])
    assert flow.arrange(width) > 0
    assert flow.used_width <= width


def test_scale_enlarges_the_letters(qapp: QApplication) -> None:
    widths = []
    for scale in (1.0, 2.0):
        flow = TextFlow(lettering(scale), [Run("Some words", BODY)])
        flow.arrange(1000)
        widths.append(flow.used_width)
    assert widths[1] == pytest.approx(2 * widths[0], rel=0.05)


# Texts


def test_markup_in_a_text_is_shown_as_it_is_written(inspector: Inspector) -> None:
    inspector.show_page(small_page(Paragraph((Span("<b>bold</b> & so on"),))))
    stack = stack_with(inspector, "bold")
    stack.setFocus()
    QTest.keyClick(stack, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert stack.selected_text.endswith("<b>bold</b> & so on")


def test_selected_text_is_copied_line_by_line(inspector: Inspector) -> None:
    first, second = Paragraph((Span("See "), Span("/vpxa", True))), Paragraph((Span("And more."),))
    inspector.show_page(small_page(first, second))
    stack = stack_with(inspector, "more")
    QTest.keyClick(stack, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(stack, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Part\nSee /vpxa\nAnd more."


def test_text_is_selected_with_the_mouse(inspector: Inspector) -> None:
    inspector.show_page(small_page(Paragraph((Span("One two three."),))))
    stack = stack_with(inspector, "two")
    line = stack.height() - 10
    QTest.mousePress(stack, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(0, line))
    QTest.mouseMove(stack, QPoint(stack.width() - 1, line))
    QTest.mouseRelease(stack, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, line))
    assert stack.selected_text == "One two three."
    QTest.mouseDClick(stack, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, line))
    assert stack.selected_text.strip() == "One"


def test_mark_explains_itself_under_the_pointer(inspector: Inspector) -> None:
    inspector.show_page(component_page(tiny_atlas(), "agent", "e5"))
    stack = stack_with(inspector, "It carries out tasks.")
    tips = {tip_at(stack, QPoint(x, y)) for y in range(0, stack.height(), 10) for x in range(0, stack.width(), 8)}
    assert "Verified: the text of the source was read\nS1: A book about agents" in tips
    assert "Not checked against a source" in tips
    assert "" in tips


def tip_at(stack: TextStack, place: QPoint) -> str:
    QToolTip.hideText()
    event = QHelpEvent(QEvent.Type.ToolTip, place, stack.mapToGlobal(place))
    QApplication.sendEvent(stack, event)
    return QToolTip.text() if QToolTip.isVisible() else ""


def test_slash_does_not_stay_behind_without_its_path(qapp: QApplication) -> None:
    flow = TextFlow(lettering(), [Run("the path /vpxa", BODY)])
    second_lines = set()
    for width in range(60, 95):
        assert flow.arrange(width) == 2 * lettering().pixels(BODY.line)
        start = flow.position_at(QPointF(0.0, flow.height - 1.0))
        second_lines.add(flow.part(start, flow.end))
    assert second_lines == {"/vpxa"}


# Looks


@pytest.mark.parametrize("theme", THEMES)
def test_pill_text_can_be_read_in_every_theme(qapp: QApplication, theme: str) -> None:
    colours, chip = ink(theme), ink(theme).role(Role.CHIP)
    for tint in [*[colours.kind(kind) for kind in Kind], colours.role(Role.RUNNING), colours.role(Role.WARNING)]:
        assert contrast(readable(tint, chip, colours.role(Role.TEXT)), chip) >= 4.5


def test_readable_colour_is_left_alone() -> None:
    white, black = QColor(255, 255, 255), QColor(0, 0, 0)
    assert contrast(white, black) == pytest.approx(21.0)
    assert readable(QColor(0, 0, 160), white, black) == QColor(0, 0, 160)
    assert readable(QColor(250, 250, 250), white, black) != QColor(250, 250, 250)


@pytest.mark.parametrize("theme", THEMES)
def test_panel_is_painted_in_the_theme(inspector: Inspector, theme: str, atlas: Atlas) -> None:
    inspector.setStyleSheet(style.sheet(find_theme(resources.root() / "themes", theme)))
    inspector.set_ink(ink(theme))
    inspector.show_page(component_page(atlas, "hostd", "e8"))
    picture = inspector.grab().toImage()
    assert picture.pixelColor(10, 10) == ink(theme).role(Role.PANEL)
    assert picture.pixelColor(0, 10) == ink(theme).role(Role.ZONE_LINE)
    seen = {picture.pixelColor(x, y).name() for x in range(20, 360, 2) for y in range(20, 200)}
    assert ink(theme).role(Role.TEXT).name() in seen
    assert ink(theme).role(Role.CHIP).name() in seen


def test_code_inside_a_sentence_stands_on_a_ground_of_its_own(inspector: Inspector) -> None:
    chip, seen = ink("dark").role(Role.CHIP).name(), []
    for place, spans in enumerate([(Span("See hostd now"),), (Span("See "), Span("hostd", True), Span(" now"))]):
        inspector.show_page(small_page(Paragraph(spans), about=str(place)))
        picture = stack_with(inspector, "See").grab().toImage()
        colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
        seen.append(chip in colours)
    assert seen == [False, True]
