"""The screen of the console as a widget: paints it, and takes the keys while it has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from vmexplorer.drawing.theme import Role
from vmexplorer.labs.dcui.cells import COLUMNS, ROWS, Screen
from vmexplorer.labs.dcui.palette import palette_file, read_palette
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.dcui.console_keys import console_key, leads_out
from vmexplorer.ui.labs.dcui.console_painter import TALLEST, Cells, ConsolePainter

_FRAME = 4  # pixels around the screen for the ring of the focus
_RING = 2.0
_LEAST = 4  # pixels, the width of the narrowest cell


class ConsoleView(QWidget):
    """Shows one screen; ``key_pressed`` has the names of keys as the console knows them."""

    key_pressed = Signal(str)
    leave_wanted = Signal()
    focus_changed = Signal(bool)

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("console")
        self.setAccessibleName("Direct console")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(COLUMNS * _LEAST, ROWS * _LEAST)
        self._ink = ink
        self._painter = ConsolePainter(read_palette(palette_file()))
        self._screen: Screen | None = None
        self._picture = QPixmap()

    @property
    def screen_shown(self) -> Screen | None:
        """What is on the screen."""
        return self._screen

    def show_screen(self, screen: Screen) -> None:
        """Shows a screen and says what is chosen on it."""
        before, self._screen = self._screen, screen
        self._picture = QPixmap()
        self.setAccessibleDescription(f"{screen.title}. {screen.focus}")
        if before is not None and (before.title, before.focus) != (screen.title, screen.focus) and self.hasFocus():
            said = screen.focus if before.title == screen.title else f"{screen.title}. {screen.focus}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self.update()

    def set_ink(self, ink: Ink) -> None:
        """Paints the ring of the focus in another theme; the screen keeps its own colours."""
        self._ink = ink
        self.update()

    def height_for(self, width: int) -> int:
        """The height at which the screen fills a width, in pixels."""
        return round((width - 2 * _FRAME) / COLUMNS * TALLEST * ROWS) + 2 * _FRAME

    def paintEvent(self, event: QPaintEvent) -> None:
        """The kept picture, the cursor and the ring."""
        painter = QPainter(self)
        if self._screen is None:
            return
        cells = self._cells()
        if self._picture.isNull():
            self._picture = self._drawn(self._screen, cells)
        painter.drawPixmap(0, 0, self._picture)
        if self.hasFocus():
            self._painter.paint_cursor(painter, self._screen, cells)
            whole = cells.rect(0, 0, COLUMNS).united(cells.rect(ROWS - 1, 0, COLUMNS))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._ink.role(Role.ACCENT), _RING))
            painter.drawRoundedRect(whole.adjusted(-2, -2, 2, 2), 3.0, 3.0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture is drawn anew for another size."""
        super().resizeEvent(event)
        self._picture = QPixmap()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the console go there, all others to the window."""
        name = console_key(event)
        if leads_out(event):
            self.leave_wanted.emit()
        elif name:
            self.key_pressed.emit(name)
        elif not event.isAutoRepeat() or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Takes the keys of the console before shortcuts and the walk by Tab can have them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and console_key(event):
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes to the next field of the console; Shift+Tab leads out."""
        return False if next else super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the cursor."""
        super().focusInEvent(event)
        self.focus_changed.emit(True)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hides the cursor."""
        super().focusOutEvent(event)
        self.focus_changed.emit(False)
        self.update()

    def _cells(self) -> Cells:
        room = self.size() - QSize(2 * _FRAME, 2 * _FRAME)
        inner = Cells.within(room)
        return inner._replace(left=inner.left + _FRAME, top=inner.top + _FRAME)

    def _drawn(self, screen: Screen, cells: Cells) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self._painter.paint(painter, screen, cells)
        painter.end()
        return picture
