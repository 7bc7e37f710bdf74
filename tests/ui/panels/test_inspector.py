"""The inspector: what it shows, what it says when it is used, and what it leaves behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
import shiboken6
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.packs import atlas_of, tiny_atlas
from vmexplorer import resources
from vmexplorer.app.details import (
    Action,
    Fact,
    Page,
    Paragraph,
    Pill,
    Row,
    Section,
    Span,
    Subject,
    component_page,
    link_page,
)
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.component import Kind
from vmexplorer.drawing.theme import Role, find_theme
from vmexplorer.ui import style
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.contrast import contrast, readable
from vmexplorer.ui.panels.inspector import Inspector
from vmexplorer.ui.panels.lettering import BODY, Lettering
from vmexplorer.ui.panels.page_sheet import PageSheet
from vmexplorer.ui.panels.text_flow import Run, TextFlow
from vmexplorer.ui.panels.text_stack import TextStack

THEMES = ("dark", "light", "projector")


def ink(name: str) -> Ink:
    return Ink(find_theme(resources.root() / "themes", name))


def lettering(scale: float = 1.0) -> Lettering:
    fonts.load()
    return Lettering(ink("dark"), scale)


@pytest.fixture(scope="module")
def esxi() -> Atlas:
    return atlas_of(resources.pack())


@pytest.fixture
def inspector(qtbot: QtBot) -> Inspector:
    fonts.load()
    made = Inspector(ink("dark"))
    qtbot.addWidget(made)
    made.resize(384, 900)
    made.show()
    qtbot.waitUntil(made.isVisible)
    return made


def small_page(*items: Paragraph | Fact | Row, about: str = "x") -> Page:
    return Page(Action(Subject.COMPONENT, about), "Title", (Pill("a", Kind.KERNEL),), (Section("Part", items),))


def button(inspector: Inspector, name: str) -> QAbstractButton:
    found = [one for one in buttons(inspector) if one.accessibleName().startswith(name)]
    assert found, f"no button {name!r} among {[one.accessibleName() for one in buttons(inspector)]}"
    return found[0]


def buttons(inspector: Inspector) -> list[QAbstractButton]:
    return [one for one in sheet(inspector).findChildren(QAbstractButton) if one.accessibleName()]


def sheet(inspector: Inspector) -> PageSheet:
    """The one sheet on show; those before it wait hidden to be deleted."""
    (shown,) = [one for one in inspector.findChildren(PageSheet) if not one.isHidden()]
    return shown


def area(inspector: Inspector) -> QScrollArea:
    found = inspector.findChild(QScrollArea)
    assert isinstance(found, QScrollArea)
    return found


def stack_with(inspector: Inspector, text: str) -> TextStack:
    return next(one for one in sheet(inspector).findChildren(TextStack) if text in one.accessibleName())


def flush() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# What it says


def test_row_tells_its_link(inspector: Inspector, qtbot: QtBot, esxi: Atlas) -> None:
    inspector.show_page(component_page(esxi, "hostd", "e8"))
    row = button(inspector, "vpxa, SOAP over loopback")
    with qtbot.waitSignal(inspector.link_chosen) as caught:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert caught.args == ["L11"]


@pytest.mark.parametrize("kind", list(Subject))
def test_each_kind_of_row_has_its_own_signal(inspector: Inspector, kind: Subject) -> None:
    signals = {
        Subject.COMPONENT: inspector.component_chosen,
        Subject.LINK: inspector.link_chosen,
        Subject.FLOW: inspector.flow_chosen,
        Subject.VIEW: inspector.view_chosen,
    }
    heard: list[tuple[Subject, str]] = []
    listeners: list[Callable[[str], None]] = []
    for subject, signal in signals.items():
        listeners.append(_listener(heard, subject))
        signal.connect(listeners[-1])
    inspector.show_page(small_page(Row("Go", "there", Action(kind, "target"))))
    button(inspector, "Go").click()
    assert heard == [(kind, "target")]


def _listener(heard: list[tuple[Subject, str]], subject: Subject) -> Callable[[str], None]:
    def listen(id: str) -> None:
        heard.append((subject, id))

    return listen


def test_copy_button_fills_the_clipboard(inspector: Inspector, qtbot: QtBot, esxi: Atlas) -> None:
    QGuiApplication.clipboard().setText("before")
    inspector.show_page(component_page(esxi, "hostd", "e8"))
    with qtbot.waitSignal(inspector.copied) as caught:
        QTest.mouseClick(button(inspector, "Copy /etc/init.d/hostd restart"), Qt.MouseButton.LeftButton)
    assert caught.args == ["/etc/init.d/hostd restart"]
    assert QGuiApplication.clipboard().text() == "/etc/init.d/hostd restart"


def test_row_may_lead_to_a_page_that_replaces_it(inspector: Inspector, esxi: Atlas) -> None:
    def follow(id: str) -> None:
        inspector.show_page(link_page(esxi, id, "e8"))

    inspector.link_chosen.connect(follow)
    inspector.show_page(component_page(esxi, "hostd", "e8"))
    QTest.mouseClick(button(inspector, "vpxa, SOAP"), Qt.MouseButton.LeftButton)
    flush()
    assert inspector.page == link_page(esxi, "L11", "e8")
    assert len(inspector.findChildren(PageSheet)) == 1


# With the keyboard


def test_tab_reaches_copy_buttons_and_rows_in_reading_order(inspector: Inspector, qtbot: QtBot) -> None:
    facts = (Fact("Log", (Span("/a", True),), True), Row("First", "1", Action(Subject.LINK, "L1")))
    inspector.show_page(small_page(*facts, Row("Second", "2", Action(Subject.FLOW, "F1"))))
    inspector.activateWindow()
    qtbot.waitUntil(inspector.isActiveWindow)
    area(inspector).setFocus()
    reached = []
    for _ in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        reached.append(focused().accessibleName())
    assert reached == ["Copy /a", "First, 1", "Second, 2"]
    with qtbot.waitSignal(inspector.flow_chosen) as caught:
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert caught.args == ["F1"]


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


@pytest.fixture
def neighbour(qtbot: QtBot) -> Iterator[Inspector]:
    """An inspector that is followed by a field in the same window, which lives as long as the test."""
    window, made = QWidget(), Inspector(ink("dark"))
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addWidget(QLineEdit())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    window.close()


def test_keyboard_goes_on_from_the_top_of_a_new_page(neighbour: Inspector) -> None:
    neighbour.show_page(small_page(Row("Old", "", Action(Subject.LINK, "L1"))))
    button(neighbour, "Old").setFocus()
    rows = [Row(name, "", Action(Subject.LINK, "L2")) for name in ("New", "Newer")]
    neighbour.show_page(small_page(*rows, about="y"))
    flush()
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused().accessibleName() == "New"


def test_focus_elsewhere_is_not_drawn_to_a_new_page(neighbour: Inspector) -> None:
    field = neighbour.window().findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    neighbour.show_page(small_page(Row("Old", "", Action(Subject.LINK, "L1"))))
    button(neighbour, "Old").setFocus()
    field.setFocus()
    neighbour.show_page(small_page(Row("New", "", Action(Subject.LINK, "L2")), about="y"))
    assert focused() is field


def test_click_on_a_row_leaves_the_focus_where_it_is(neighbour: Inspector, qtbot: QtBot) -> None:
    field = neighbour.window().findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    neighbour.show_page(small_page(Row("Go", "", Action(Subject.LINK, "L1"))))
    field.setFocus()
    with qtbot.waitSignal(neighbour.link_chosen):
        QTest.mouseClick(button(neighbour, "Go"), Qt.MouseButton.LeftButton)
    assert focused() is field


# How it fits


@pytest.mark.parametrize(("width", "scale"), [(300, 1.0), (320, 1.0), (480, 1.0), (320, 1.8)])
def test_every_component_fits_the_width(inspector: Inspector, esxi: Atlas, width: int, scale: float) -> None:
    inspector.set_scale(scale)
    inspector.resize(width, 700)
    for id in esxi.components:
        inspector.show_page(component_page(esxi, id, "e8"))
        QCoreApplication.sendPostedEvents()
        bar = area(inspector).horizontalScrollBar()
        assert (bar.maximum(), bar.isVisible()) == (0, False), id
        room = area(inspector).viewport().rect()
        for child in sheet(inspector).findChildren(QWidget):
            left = child.mapTo(area(inspector).viewport(), QPoint(0, 0)).x()
            assert room.left() <= left, id
            assert left + child.width() <= room.right() + 1, id


def test_page_can_be_scrolled_to_its_end(inspector: Inspector, esxi: Atlas) -> None:
    inspector.show_page(component_page(esxi, "hostd", "e8"))
    bar = area(inspector).verticalScrollBar()
    bar.setValue(bar.maximum())
    last = max(child.geometry().bottom() for child in sheet(inspector).findChildren(TextStack))
    assert bar.maximum() > 900
    assert last < bar.value() + area(inspector).viewport().height()


@given(text=st.text(min_size=1, max_size=200), width=st.integers(min_value=60, max_value=480))
def test_text_stays_within_its_width(qapp: QApplication, text: str, width: int) -> None:
    flow = TextFlow(lettering(), [Run(text, BODY), Run("code", BODY.as_code(), plate=True)])
    assert flow.arrange(width) > 0
    assert flow.used_width <= width


def test_same_page_stays_where_it_was_scrolled_to(inspector: Inspector, esxi: Atlas) -> None:
    page = component_page(esxi, "hostd", "e8")
    inspector.show_page(page)
    area(inspector).verticalScrollBar().setValue(400)
    inspector.show_page(component_page(esxi, "hostd", "e7"))
    inspector.set_ink(ink("projector"))
    assert area(inspector).verticalScrollBar().value() == 400
    inspector.show_page(component_page(esxi, "vpxa", "e7"))
    assert area(inspector).verticalScrollBar().value() == 0


def test_scale_enlarges_the_page(inspector: Inspector) -> None:
    inspector.show_page(small_page(Paragraph((Span("Short."),))))
    before = sheet(inspector).height()
    inspector.set_scale(2.0)
    assert sheet(inspector).height() == pytest.approx(2 * before, rel=0.1)


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
def test_panel_is_painted_in_the_theme(inspector: Inspector, theme: str, esxi: Atlas) -> None:
    inspector.setStyleSheet(style.sheet(find_theme(resources.root() / "themes", theme)))
    inspector.set_ink(ink(theme))
    inspector.show_page(component_page(esxi, "hostd", "e8"))
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


# What it leaves behind


def test_fifty_pages_leave_nothing_behind(inspector: Inspector, esxi: Atlas) -> None:
    pages = [component_page(esxi, "hostd", "e8"), link_page(esxi, "L08", "e8")]
    for page in pages:
        inspector.show_page(page)
    flush()
    before = wrappers()
    for number in range(50):
        inspector.show_page(pages[number % 2])
        flush()
    assert wrappers() - before == Counter()


def wrappers() -> Counter[str]:
    return Counter(type(one).__name__ for one in shiboken6.Shiboken.getAllValidWrappers())
