"""The audience's window: the picture and its caption, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.lessons.quiz.board import Board
from vmexplorer.lessons.script import Seen
from vmexplorer.lessons.show_state import Layer
from vmexplorer.playback.clock import Clock
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.lab_mirror import SHARE, LabMirror, put_in_place
from vmexplorer.ui.labs.quiz.board_card import BoardCard
from vmexplorer.ui.panels.texts import font_sizes, plain_label
from vmexplorer.ui.presenter.caption_strip import CaptionStrip
from vmexplorer.ui.presenter.show_canvas import ShowCanvas
from vmexplorer.ui.presenter.show_window import ShowWindow

IDLE = 3000  # milliseconds after which a pointer that rests is hidden
_HINT = 26.0  # font size of a hint on a screen 1080 high


class AudienceWindow(ShowWindow):
    """Shows a picture, its caption, or a black or white screen; it never opens anything."""

    def __init__(self, ink: Ink, clock: Clock) -> None:
        super().__init__("audience", "vmexplorer: the show")
        self.setMouseTracking(True)
        self.canvas = ShowCanvas(ink, clock, self)
        self.caption = CaptionStrip(ink, self)
        self.board = BoardCard(ink, self)
        self.lab: LabMirror | None = None
        self._hint = plain_label("showhint")
        self._hint.setParent(self)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hint.hide()
        self._cover = Cover(self)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE)
        self._idle.timeout.connect(self._hide_pointer)
        self.canvas.installEventFilter(self)

    @property
    def hint(self) -> str:
        """The word to a speaker who has no other screen, or ""."""
        return self._hint.text() if not self._hint.isHidden() else ""

    @property
    def cover(self) -> Layer | None:
        """What hides the picture."""
        return None if self._cover.isHidden() else self._cover.layer

    def show_seen(self, seen: Seen) -> None:
        """Shows what belongs to the picture: caption, cover, hint."""
        self.caption.show_text(seen.caption)
        self._cover.show_layer(seen.cover)
        self._hint.setText(seen.hint)
        self._hint.setVisible(bool(seen.hint))
        self._arrange()

    def show_board(self, atlas: Atlas, board: Board | None) -> None:
        """Shows a question beside the picture, or the picture alone."""
        self.board.show_board(atlas, board)
        self._arrange()

    def show_lab(self, mirror: LabMirror | None) -> None:
        """Shows a lab beside the picture, or the picture alone."""
        self.lab = put_in_place(self.lab, mirror, self)
        self._cover.raise_()
        self._arrange()

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self.canvas.set_ink(ink)
        self.caption.set_ink(ink)
        self.board.set_ink(ink)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The caption below, a question at the right, the picture in the rest."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        # What the caption of the stop says could be a hint to a question, and a question needs the room.
        asked = self.board.board is not None
        strip = 0 if asked else self.caption.height_on(self.height())
        beside = self.board.take_room(self.width(), self.height())
        if self.lab is not None:
            self.lab.setVisible(not asked)
            beside = beside or round(self.width() * SHARE)
            self.lab.setGeometry(self.width() - beside, 0, beside, self.height() - strip)
        self.caption.setVisible(not asked)
        self.canvas.set_asked(asked)
        self.caption.set_screen_height(self.height())
        self.canvas.setGeometry(0, 0, self.width() - beside, self.height() - strip)
        self.caption.setGeometry(0, self.height() - strip, self.width(), strip)
        self._cover.setGeometry(self.rect())
        self._hint.setStyleSheet(font_sizes({"#showhint": _HINT}, self.height() / 1080))
        self._hint.adjustSize()
        self._hint.move((self.width() - self._hint.width()) // 2, round(self.height() * 0.03))
        self._hint.raise_()

    # The pointer is hidden while it rests

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Brings the pointer back when the hand moves over the picture."""
        if event.type() == QEvent.Type.MouseMove:
            self._wake()
        return False

    def showEvent(self, event: QEvent) -> None:
        """Begins to wait for the hand."""
        self._wake()

    @Slot()
    def _hide_pointer(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor)

    def _wake(self) -> None:
        if self.cursor().shape() == Qt.CursorShape.BlankCursor:
            self.unsetCursor()
        self._idle.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing is waited for any more."""
        self._idle.stop()
        super().closeEvent(event)


class Cover(QWidget):
    """A black or white screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.layer: Layer | None = None
        self.setMouseTracking(True)
        self.hide()

    def show_layer(self, layer: Layer | None) -> None:
        """Hides the picture, or (None) shows it again."""
        self.layer = layer
        self.setVisible(layer is not None)
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One colour."""
        white = self.layer is Layer.WHITE
        QPainter(self).fillRect(self.rect(), QColor(Qt.GlobalColor.white if white else Qt.GlobalColor.black))
