"""The page of a comparison: two maps one above the other, with what is said of them at their left."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from vmexplorer.app.comparing import Comparing, Side
from vmexplorer.drawing.theme import Role
from vmexplorer.stage.state import Caption
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.compare.area_canvas import MARGIN, AreaCanvas
from vmexplorer.ui.compare.compare_words import CaptionCard, SideTold, SideWords

_DIVIDER = 2
_DESIGN_HEIGHT = 876.0  # of the page in a window of 1920 x 1080
_SMALLEST, _LARGEST = 0.66, 2.0
_NARROWEST, _WIDEST = 0.28, 0.46  # share of the width for the words
_TEXT_STEP = 0.25  # texts and messages of the maps grow in steps, as in the window
_CAPTION_SHARE = 0.31  # of the height


class ComparePage(QWidget):
    """Shows both sides of a comparison at the same moment; both maps show the same part of the scene."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ink = ink
        self._aspect = 2.0
        self._said = ""
        self.maps = (AreaCanvas(ink, self), AreaCanvas(ink, self))
        self.words = (SideWords(ink, self), SideWords(ink, self))
        self.caption = CaptionCard(ink, self)

    def show_comparing(self, comparing: Comparing) -> None:
        """Takes another comparison: which part of the scene the maps show, and what they are called."""
        for side in Side:
            area = comparing.area(side)
            self.maps[side].show_state(comparing.state(side))
            self.maps[side].show_area(area)
            self.maps[side].setAccessibleName(comparing.title(side))
        first = comparing.area(Side.FIRST)
        self._aspect = first.width / first.height
        self._share_room()
        self.show_moment(comparing)

    def show_moment(self, comparing: Comparing) -> None:
        """Shows the present moment."""
        for side in Side:
            state = comparing.state(side)
            if state is not self.maps[side].state:
                self.maps[side].show_state(state)
            self.words[side].show_told(_told(comparing, side, state.caption))
        caption = comparing.caption()
        self.caption.show_caption(caption.number, caption.steps, caption.text)
        self._announce(caption)

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._ink = ink
        for part in (*self.maps, *self.words, self.caption):
            part.set_ink(ink)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the maps the width that they need for their height, and the words the rest."""
        super().resizeEvent(event)
        self._share_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the words, and the line between both sides."""
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink.role(Role.PANEL))
        painter.drawRect(self.rect())
        painter.setBrush(self._ink.role(Role.CARD_LINE))
        painter.drawRect(0, (self.height() - _DIVIDER) // 2, self.width(), _DIVIDER)

    def _share_room(self) -> None:
        width, height = self.width(), self.height()
        half = (height - _DIVIDER) // 2
        wanted = width - round((half - 2 * MARGIN) * self._aspect + 2 * MARGIN)
        left = min(round(width * _WIDEST), max(round(width * _NARROWEST), wanted))
        said = round(height * _CAPTION_SHARE)
        scale = min(_LARGEST, max(_SMALLEST, height / _DESIGN_HEIGHT))
        for part in (*self.words, self.caption):
            part.set_scale(scale)
        for map_ in self.maps:
            map_.set_text_scale(max(1.0, floor(scale / _TEXT_STEP) * _TEXT_STEP))
        # Placed by hand: a layout would not let the page become narrower than the words are now.
        top = (height - said) // 2
        self.caption.setGeometry(0, top, left, said)
        self.words[0].setGeometry(0, 0, left, top)
        self.words[1].setGeometry(0, top + said, left, height - top - said)
        self.maps[0].setGeometry(left, 0, width - left, half)
        self.maps[1].setGeometry(left, height - half, width - left, half)

    def _announce(self, caption: Caption) -> None:
        """Says a pair to assistive technology, once and not for every picture."""
        said = f"{caption.number} of {caption.steps}. {caption.text}"
        if said != self._said:
            self._said = said
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))


def _told(comparing: Comparing, side: Side, caption: Caption | None) -> SideTold:
    now = caption.title if caption is not None else ""
    return SideTold(comparing.title(side), now, comparing.waits(side), comparing.messages(side))
