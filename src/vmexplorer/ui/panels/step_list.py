"""Being written."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class StepList(QWidget):
    step_chosen = Signal(int)

    def __init__(self, ink, parent=None):
        super().__init__(parent)

    def set_steps(self, rows):
        self.rows = rows

    def set_state(self, current, done):
        self.state = (current, done)

    def set_ink(self, ink):
        self.ink = ink
