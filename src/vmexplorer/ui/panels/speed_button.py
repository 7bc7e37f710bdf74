"""The button that shows the playing speed and offers the others."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from vmexplorer.playback.motion import SPEEDS
from vmexplorer.ui.panels.buttons import BarButton


class SpeedButton(BarButton):
    """Opens a menu of speeds; shows what ``set_speed`` says."""

    speed_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(speed_text(1.0), "Playing speed", parent=parent)
        self._speed = 1.0
        self._menu: QMenu | None = None
        self.clicked.connect(self._offer)
        self.set_speed(1.0)

    def set_speed(self, speed: float) -> None:
        """Shows the speed that is in force."""
        self._speed = speed
        self.setText(speed_text(speed))
        self.setAccessibleName(f"Playing speed {speed_text(speed)}")

    def sizeHint(self) -> QSize:
        """Room for the longest speed, so that the button keeps its width."""
        hint, metrics = super().sizeHint(), self.fontMetrics()
        # Measured as a button does, or rounding would make a pixel's difference.
        own, *widths = (
            metrics.size(Qt.TextFlag.TextShowMnemonic, text).width()
            for text in (self.text(), *(speed_text(speed) for speed in SPEEDS))
        )
        return QSize(hint.width() - own + max(widths), hint.height())

    def minimumSizeHint(self) -> QSize:
        """No less than it wants."""
        return self.sizeHint()

    @property
    def menu_shown(self) -> QMenu:
        """The menu of speeds, made when first asked for."""
        if self._menu is None:
            self._menu = QMenu(self)
            group = QActionGroup(self._menu)
            for speed in SPEEDS:
                action = QAction(speed_text(speed), group)
                action.setCheckable(True)
                action.setData(speed)
                self._menu.addAction(action)
            group.triggered.connect(self._choose)
        for action in self._menu.actions():
            action.setChecked(action.data() == self._speed)
        return self._menu

    @Slot()
    def _offer(self) -> None:
        menu = self.menu_shown
        menu.popup(self.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4)))

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.speed_chosen.emit(action.data())


def speed_text(speed: float) -> str:
    """A speed as people write it: ``0.25×``, ``1×``."""
    return f"{speed:g}×"
