"""Buttons for the keys of the console, for those who present with a mouse, and the way out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QWidget

from vmexplorer.labs.dcui import keys
from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.texts import font_sizes
from vmexplorer.ui.panels.wrap_layout import WrapLayout

_KEYS = (
    ("F2", "F2", "Log in and customize the host"),
    ("F12", "F12", "Shut down or restart"),
    ("F11", "F11", "Confirm"),
    ("Enter", keys.ENTER, "Open or change"),
    ("Esc", keys.ESC, "Back, cancel or log out"),
    ("↑", keys.UP, "Up"),
    ("↓", keys.DOWN, "Down"),
    ("Space", " ", "Mark"),
    ("Alt+F1", "Alt+F1", "The shell, when it is enabled"),
    ("Alt+F2", "Alt+F2", "Back to the console"),
    ("Alt+F11", "Alt+F11", "A summary of the host"),
    ("Alt+F12", "Alt+F12", "The log of the VMkernel"),
    ("Wait", keys.WAIT, "Time passes: what is under way comes to its end, else a minute goes by"),
)
_LEAVE, _TYPE = "Leave the console: Shift+Esc", "Type at the console"
_INSIDE = "Keys go to the console. Shift+Esc leaves it; F1 and keys with Ctrl stay with the window."
_OUTSIDE = "Keys go to the window. A click on the screen gives them to the console."
_LEAST_HEIGHT = 26.0  # pixels at scale 1
_SMALLEST_TARGET = 24  # pixels; smaller things are hard to hit


class KeyStrip(QWidget):
    """Keys in one line, in more where the room is narrow, and behind them the way in and out."""

    key_pressed = Signal(str)
    leave_wanted = Signal()
    enter_wanted = Signal()
    fresh_wanted = Signal()
    lines_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Keys of the console")
        self._inside = False
        self.buttons: dict[str, BarButton] = {}
        row = WrapLayout(self, gap=4)
        row.setContentsMargins(0, 0, 0, 0)
        for text, key, tip in _KEYS:
            button = self.buttons[key] = BarButton(text, tip)
            button.setObjectName("key")
            button.setProperty("key", key)
            button.setAccessibleName(f"Key {text}")
            button.clicked.connect(self._press)
            row.addWidget(button)
        self.leave_button = BarButton(_TYPE, _OUTSIDE)
        self.leave_button.clicked.connect(self._cross)
        self.fresh_button = BarButton("Fresh host", "Sets the simulated host up anew")
        self.fresh_button.clicked.connect(self.fresh_wanted)
        for button in (self.fresh_button, self.leave_button):
            button.setObjectName("key")
            row.addWidget(button)
        self.set_inside(False)
        self.set_scale(1.0)

    def set_inside(self, inside: bool) -> None:
        """Says whether keys go to the console now."""
        self._inside = inside
        self.leave_button.setText(_LEAVE if inside else _TYPE)
        self.leave_button.describe(_INSIDE if inside else _OUTSIDE)

    def set_scale(self, scale: float) -> None:
        """Makes the buttons larger or smaller."""
        self.setStyleSheet(font_sizes({"QPushButton": 13.0}, scale))
        for button in (*self.buttons.values(), self.leave_button, self.fresh_button):
            button.setMinimumHeight(max(_SMALLEST_TARGET, round(_LEAST_HEIGHT * scale)))

    def event(self, event: QEvent) -> bool:
        """Says when the buttons have become larger or smaller."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.lines_changed.emit()
        return done

    @Slot()
    def _press(self) -> None:
        self.key_pressed.emit(self.sender().property("key"))

    @Slot()
    def _cross(self) -> None:
        (self.leave_wanted if self._inside else self.enter_wanted).emit()
