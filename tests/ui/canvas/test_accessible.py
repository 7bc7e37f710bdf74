"""The map for assistive technology: each box a named button in its place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.maps import show_map, still, window_rect
from tests.helpers.widgets import wrappers
from vmexplorer.ui.canvas.accessible import AccessibleCanvases
from vmexplorer.ui.canvas.canvas import Canvas
from vmexplorer.ui.canvas.walking import reading_order


@pytest.fixture(scope="module")
def factory(qapp: object) -> AccessibleCanvases:
    """Installed once, as Qt lets nobody take a factory back."""
    made = AccessibleCanvases()
    made.install()
    return made


@pytest.fixture
def spoken(factory: AccessibleCanvases, canvas: Canvas) -> QAccessibleInterface:
    """The overview as Qt gives it to assistive technology."""
    factory.add(canvas)
    return QAccessible.queryAccessibleInterface(canvas)


def children(interface: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [interface.child(place) for place in range(interface.childCount())]


def names(interface: QAccessibleInterface) -> list[str]:
    return [child.text(QAccessible.Text.Name) for child in children(interface)]


def test_every_box_is_a_child_in_reading_order(spoken: QAccessibleInterface, canvas: Canvas) -> None:
    order = reading_order(still().layout)
    assert spoken.childCount() == len(order)
    assert [child.object().box.id for child in children(spoken)] == order
    assert spoken.role() is QAccessible.Role.Canvas
    assert spoken.text(QAccessible.Text.Name) == "Map"


def test_boxes_have_names_and_say_what_they_are(spoken: QAccessibleInterface) -> None:
    found = {child.object().box.id: child for child in children(spoken)}
    assert found["hostd"].text(QAccessible.Text.Name) == "hostd"
    description = found["hostd"].text(QAccessible.Text.Description)
    assert "user world" in description
    assert len(description) > 40
    assert found["vmx-2"].text(QAccessible.Text.Name)
    assert found["hostd"].text(QAccessible.Text.Help) == ""
    assert all(names(spoken))


def test_boxes_are_buttons_without_children(spoken: QAccessibleInterface, canvas: Canvas) -> None:
    for place, child in enumerate(children(spoken)):
        assert child.role() is QAccessible.Role.Button
        assert child.childCount() == 0
        assert child.child(0) is None
        assert child.childAt(0, 0) is None
        assert child.indexOfChild(child) == -1
        assert spoken.indexOfChild(child) == place
        assert child.parent().object() is canvas


def test_there_is_nothing_beyond_the_last_child(spoken: QAccessibleInterface) -> None:
    assert spoken.child(spoken.childCount()) is None
    assert spoken.child(-1) is None
    assert spoken.indexOfChild(spoken) == -1


def test_places_follow_the_camera(spoken: QAccessibleInterface, canvas: Canvas) -> None:
    for _ in range(2):
        for child in children(spoken):
            box = canvas.box(child.object().box.id)
            assert box is not None
            expected = window_rect(canvas, box.rect)
            corner = canvas.mapToGlobal(QPoint(round(expected.x), round(expected.y)))
            assert child.rect().topLeft() == corner
            assert child.rect().width() == pytest.approx(expected.width, abs=1)
            assert child.rect().height() == pytest.approx(expected.height, abs=1)
        canvas.zoom(1.6)


def test_ring_is_the_focus(spoken: QAccessibleInterface, canvas: Canvas) -> None:
    assert all(child.state().focusable for child in children(spoken))
    assert not any(child.state().focused for child in children(spoken))
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    focused = [child.object().box.id for child in children(spoken) if child.state().focused]
    assert focused == [canvas.focus_box]


def test_another_view_has_other_children(spoken: QAccessibleInterface, canvas: Canvas) -> None:
    before = names(spoken)
    canvas.show_state(still("vm"))
    assert names(spoken) != before
    assert spoken.childCount() == len(reading_order(still("vm").layout))
    canvas.show_state(still())
    assert names(spoken) == before


def test_changing_views_leaves_nothing_behind(spoken: QAccessibleInterface, canvas: Canvas) -> None:
    views = [still("vm"), still("vmkernel"), still()]
    counts = []
    for _ in range(6):
        for state in views:
            canvas.show_state(state)
            assert names(spoken)
        counts.append(wrappers()["BoxObject"])
    assert len(set(counts)) == 1


def test_map_without_a_state_has_no_children(factory: AccessibleCanvases, qtbot: QtBot) -> None:
    from tests.helpers.widgets import ink

    canvas = Canvas(ink())
    qtbot.addWidget(canvas)
    factory.add(canvas)
    assert QAccessible.queryAccessibleInterface(canvas).childCount() == 0


def test_factory_leaves_everything_else_alone(factory: AccessibleCanvases, qtbot: QtBot) -> None:
    label = QLabel("words")
    qtbot.addWidget(label)
    assert factory.interface("QLabel", label) is None
    assert factory.interface("QObject", QObject(label)) is None
    assert QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name) == "words"


def test_two_maps_do_not_mix(factory: AccessibleCanvases, canvas: Canvas, qtbot: QtBot) -> None:
    other = show_map(qtbot, still("vm"))
    factory.add(canvas)
    factory.add(other)
    assert names(QAccessible.queryAccessibleInterface(canvas)) != names(QAccessible.queryAccessibleInterface(other))


def test_map_that_is_gone_is_not_spoken_of(factory: AccessibleCanvases, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    from tests.helpers.widgets import ink

    canvas = Canvas(ink(), window)
    canvas.show_state(still())
    factory.add(canvas)
    assert names(QAccessible.queryAccessibleInterface(canvas))
    window.close()
    canvas.deleteLater()
    assert wrappers()["BoxObject"] == 0


def test_a_second_factory_keeps_out_of_what_the_first_speaks_of(spoken: QAccessibleInterface) -> None:
    (first, *_) = children(spoken)
    assert AccessibleCanvases().interface("BoxObject", first.object()) is None
