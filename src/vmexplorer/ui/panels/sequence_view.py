"""The sheet of a sequence diagram as a person uses it: by pointer, by keys and by assistive programs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from vmexplorer.stage.sequence import SequenceLayout
from vmexplorer.stage.sequence_state import SequenceState
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.keys import keep
from vmexplorer.ui.panels.sequence_sheet import Part, SequenceSheet

_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
_POINTED = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_NOTHING = Part()


class SequenceView(SequenceSheet):
    """Says which row or head a person chooses; the arrow keys go from row to row."""

    row_chosen = Signal(int)
    head_chosen = Signal(str)

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(ink, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Sequence of messages")
        self.viewport().setMouseTracking(True)
        self._pressed = _NOTHING

    @property
    def value_text(self) -> str:
        """The step on show in words, such as "Step 3 of 15: vpxd → Envoy: POST /vpxa"; "" without one."""
        layout, state = self.layout_shown, self.state
        if layout is None or state is None or state.step is None:
            return ""
        return f"Step {state.step + 1} of {len(layout.rows)}: {layout.rows[state.step].message.title}"

    def show_layout(self, layout: SequenceLayout, state: SequenceState) -> None:
        """Shows another diagram."""
        self._pressed = _NOTHING
        self.viewport().unsetCursor()
        super().show_layout(layout, state)
        self._say_step()

    def show_state(self, state: SequenceState) -> None:
        """Shows another moment."""
        before = self.state
        super().show_state(state)
        if before is None or before.step != state.step:
            self._say_step()

    def event(self, event: QEvent) -> bool:
        """Keeps its keys from the shortcuts."""
        return keep(event, _KEYS) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose the step before and after, Home and End the first and the last."""
        layout, state = self.layout_shown, self.state
        if layout is None or state is None or event.key() not in _KEYS:
            event.ignore()
            return
        self.set_ringed(True)
        now, last = -1 if state.step is None else state.step, len(layout.rows) - 1
        goals = (max(0, now - 1), min(last, now + 1), 0, last)
        goal = goals[_KEYS.index(Qt.Key(event.key()))]
        if goal != now:
            self.row_chosen.emit(goal)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers what is pressed."""
        left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = self.part_at(event.position().toPoint()) if left else _NOTHING

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Chooses what was pressed when the pointer is still there."""
        pressed, self._pressed = self._pressed, _NOTHING
        layout = self.layout_shown
        if layout is None or self.part_at(event.position().toPoint()) != pressed:
            return
        if pressed.row is not None:
            self.row_chosen.emit(pressed.row)
        elif pressed.head is not None:
            self.head_chosen.emit(layout.lifelines[pressed.head].component)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Rings what can be chosen."""
        self._point_at(event.position().toPoint())

    def viewportEvent(self, event: QEvent) -> bool:
        """Notices that the pointer leaves."""
        if event.type() == QEvent.Type.Leave:
            self.mark(_NOTHING)
        return super().viewportEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """What was under the pointer has moved away."""
        super().scrollContentsBy(dx, dy)
        self.mark(_NOTHING)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Rings the step, unless a click brought the focus: then one knows where one is."""
        super().focusInEvent(event)
        self.set_ringed(event.reason() not in _POINTED)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self.set_ringed(False)

    def _point_at(self, place: QPoint) -> None:
        part = self.part_at(place)
        self.mark(part)
        if part == _NOTHING:
            self.viewport().unsetCursor()
        else:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def _say_step(self) -> None:
        self.setAccessibleDescription(self.value_text)
