"""The inspector: what it shows, what it says when it is used, and what it leaves behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.pages import sheet, small_page
from tests.helpers.widgets import ink, left_behind
from vmexplorer.app.details import (
    Action,
    Fact,
    Paragraph,
    Row,
    Span,
    Subject,
    component_page,
    link_page,
)
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.ui.panels.inspector import Inspector
from vmexplorer.ui.panels.page_sheet import PageSheet
from vmexplorer.ui.panels.text_stack import TextStack


def button(inspector: Inspector, name: str) -> QAbstractButton:
    found = [one for one in buttons(inspector) if one.accessibleName().startswith(name)]
    assert found, f"no button {name!r} among {[one.accessibleName() for one in buttons(inspector)]}"
    return found[0]


def buttons(inspector: Inspector) -> list[QAbstractButton]:
    return [one for one in sheet(inspector).findChildren(QAbstractButton) if one.accessibleName()]


def area(inspector: Inspector) -> QScrollArea:
    found = inspector.findChild(QScrollArea)
    assert isinstance(found, QScrollArea)
    return found


def flush() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# What it says


def test_row_tells_its_link(inspector: Inspector, qtbot: QtBot, atlas: Atlas) -> None:
    inspector.show_page(component_page(atlas, "hostd", "e8"))
    row = button(inspector, "vpxa, SOAP over loopback")
    with qtbot.waitSignal(inspector.link_chosen) as caught:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert caught.args == ["L11"]


@pytest.mark.parametrize("kind", [Subject.COMPONENT, Subject.LINK, Subject.FLOW, Subject.VIEW])
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


def test_copy_button_fills_the_clipboard(inspector: Inspector, qtbot: QtBot, atlas: Atlas) -> None:
    QGuiApplication.clipboard().setText("before")
    inspector.show_page(component_page(atlas, "hostd", "e8"))
    with qtbot.waitSignal(inspector.copied) as caught:
        QTest.mouseClick(button(inspector, "Copy /etc/init.d/hostd restart"), Qt.MouseButton.LeftButton)
    assert caught.args == ["/etc/init.d/hostd restart"]
    assert QGuiApplication.clipboard().text() == "/etc/init.d/hostd restart"


def test_row_may_lead_to_a_page_that_replaces_it(inspector: Inspector, atlas: Atlas) -> None:
    def follow(id: str) -> None:
        inspector.show_page(link_page(atlas, id, "e8"))

    inspector.link_chosen.connect(follow)
    inspector.show_page(component_page(atlas, "hostd", "e8"))
    QTest.mouseClick(button(inspector, "vpxa, SOAP"), Qt.MouseButton.LeftButton)
    flush()
    assert inspector.page == link_page(atlas, "L11", "e8")
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
def test_every_component_fits_the_width(inspector: Inspector, atlas: Atlas, width: int, scale: float) -> None:
    inspector.set_scale(scale)
    inspector.resize(width, 700)
    for id in atlas.components:
        inspector.show_page(component_page(atlas, id, "e8"))
        QCoreApplication.sendPostedEvents()
        bar = area(inspector).horizontalScrollBar()
        assert (bar.maximum(), bar.isVisible()) == (0, False), id
        room = area(inspector).viewport().rect()
        for child in sheet(inspector).findChildren(QWidget):
            left = child.mapTo(area(inspector).viewport(), QPoint(0, 0)).x()
            assert room.left() <= left, id
            assert left + child.width() <= room.right() + 1, id


def test_page_can_be_scrolled_to_its_end(inspector: Inspector, atlas: Atlas) -> None:
    inspector.show_page(component_page(atlas, "hostd", "e8"))
    bar = area(inspector).verticalScrollBar()
    bar.setValue(bar.maximum())
    last = max(child.geometry().bottom() for child in sheet(inspector).findChildren(TextStack))
    assert bar.maximum() > 900
    assert last < bar.value() + area(inspector).viewport().height()


def test_same_page_stays_where_it_was_scrolled_to(inspector: Inspector, atlas: Atlas) -> None:
    page = component_page(atlas, "hostd", "e8")
    inspector.show_page(page)
    area(inspector).verticalScrollBar().setValue(400)
    inspector.show_page(component_page(atlas, "hostd", "e7"))
    inspector.set_ink(ink("projector"))
    assert area(inspector).verticalScrollBar().value() == 400
    inspector.show_page(component_page(atlas, "vpxa", "e7"))
    assert area(inspector).verticalScrollBar().value() == 0


def test_scale_enlarges_the_page(inspector: Inspector) -> None:
    inspector.show_page(small_page(Paragraph((Span("Short."),))))
    before = sheet(inspector).height()
    inspector.set_scale(2.0)
    assert sheet(inspector).height() == pytest.approx(2 * before, rel=0.1)


# What it leaves behind


def test_fifty_pages_leave_nothing_behind(inspector: Inspector, atlas: Atlas) -> None:
    pages = [component_page(atlas, "hostd", "e8"), link_page(atlas, "L08", "e8")]

    def show_both() -> None:
        for page in pages:
            inspector.show_page(page)
            flush()

    assert not left_behind(show_both, 25)
