"""The sequence panel paints little anew, and all of it in the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.sequences import LAYOUT, moment, scrolled
from tests.helpers.widgets import ink, present
from vmexplorer.drawing.theme import Role
from vmexplorer.ui.panels.sequence_panel import SequencePanel

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Painted(QObject):
    """Notes what a widget is asked to repaint."""

    def __init__(self, panel: SequencePanel, widget: QWidget | None = None) -> None:
        super().__init__(panel)
        self.areas: list[QRect] = []
        (widget or panel.view.viewport()).installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.areas.append(event.rect())
        return False


def test_frame_of_a_step_repaints_its_rows_and_paints_nothing_anew(panel: SequencePanel, qtbot: QtBot) -> None:
    painted = Painted(panel)
    panel.set_state(moment(2, 0.3))
    qtbot.waitUntil(lambda: bool(painted.areas))
    painted.areas.clear()
    bands = panel.view.bands
    assert bands is not None
    count = bands.painted
    panel.set_state(moment(2, 0.4))
    qtbot.waitUntil(lambda: bool(painted.areas))
    assert max(area.height() for area in painted.areas) <= 2 * panel.view.row_rect(2).height() + 4
    assert bands.painted == count


def test_same_moment_repaints_nothing(panel: SequencePanel, qtbot: QtBot) -> None:
    painted = Painted(panel)
    panel.set_state(moment(2, 1.0))
    qtbot.waitUntil(lambda: bool(painted.areas))
    painted.areas.clear()
    panel.set_state(moment(2, 1.0))
    # Repaints are posted: this one comes after any that the state could have asked for.
    panel.leave.update()
    watched = Painted(panel, panel.leave)
    qtbot.waitUntil(lambda: bool(watched.areas))
    assert painted.areas == []


def test_next_step_paints_few_rows_anew(panel: SequencePanel) -> None:
    panel.set_state(moment(4, 1.0))
    panel.view.viewport().grab()
    bands = panel.view.bands
    assert bands is not None
    count = bands.painted
    panel.set_state(moment(5, 0.1))
    panel.view.viewport().grab()
    assert 0 < bands.painted - count <= 4


def test_bands_show_what_a_fresh_panel_shows(panel: SequencePanel, qtbot: QtBot) -> None:
    panel.view.clearFocus()
    for step in (0, 3, 9, 5):
        panel.set_state(moment(step, 0.6))
        panel.view.viewport().grab()
    fresh = SequencePanel(ink())
    fresh.set_layout_of(LAYOUT)
    present(qtbot, fresh, 1200, 460)
    fresh.view.clearFocus()
    fresh.set_animated(False)
    fresh.set_state(moment(5, 0.6))
    fresh.view.verticalScrollBar().setValue(scrolled(panel))
    assert fresh.view.viewport().grab().toImage() == panel.view.viewport().grab().toImage()


def test_theme_changes_every_part(panel: SequencePanel) -> None:
    dark = panel.view.viewport().grab().toImage()
    panel.set_ink(ink("projector"))
    light = panel.view.viewport().grab().toImage()
    assert light != dark
    corner = QPoint(light.width() - 2, light.height() - 2)
    assert QColor(light.pixelColor(corner)) == ink("projector").role(Role.CANVAS)


def test_what_can_be_chosen_is_ringed_under_the_pointer(panel: SequencePanel) -> None:
    panel.view.clearFocus()
    port = panel.view.viewport()
    before = port.grab().toImage()
    place = QPointF(panel.view.row_rect(2).center())
    move = QMouseEvent(QEvent.Type.MouseMove, place, port.mapToGlobal(place), Qt.MouseButton.NoButton, LEFT, PLAIN)
    QApplication.sendEvent(port, move)
    assert port.grab().toImage() != before
    assert port.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QApplication.sendEvent(port, QEvent(QEvent.Type.Leave))
    assert port.grab().toImage() == before


def test_keyboard_shows_where_it_is(panel: SequencePanel) -> None:
    panel.view.clearFocus()
    without = panel.view.viewport().grab().toImage()
    panel.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert panel.view.viewport().grab().toImage() != without
    panel.view.clearFocus()
    panel.view.setFocus(Qt.FocusReason.MouseFocusReason)
    assert panel.view.viewport().grab().toImage() == without
