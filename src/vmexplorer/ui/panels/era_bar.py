"""The eras side by side; one of them is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QToolTip, QWidget

from vmexplorer.atlas.era import Era
from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.keys import ARROWS, WALK, keep
from vmexplorer.ui.panels.texts import tool_tip

_HEIGHT = 38.0
_RING = 3.0  # room for the focus ring
_CORNER = 8.0
_PADDING = 12.0
_LEAST_PADDING = 7.0
_NARROWEST = 24.0  # what a finger or an unsteady pointer can hit
_NOTCH = 120  # wheel units of one notch
_KEYS = (*ARROWS, *WALK)


class EraBar(QSlider):
    """A slider with a segment for each era; its value is the place of the chosen one."""

    era_chosen = Signal(str)

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName("ESXi version")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setPageStep(1)
        self._ink = ink
        self._scale = 1.0
        self._eras: tuple[Era, ...] = ()
        self._hovered = -1
        self._turned = 0
        self._told = False  # the change comes from the program, not from the person
        self.valueChanged.connect(self._announce)

    @property
    def era(self) -> str:
        """The id of the chosen era; "" without eras."""
        return self._eras[self.value()].id if self._eras else ""

    def set_eras(self, eras: Sequence[Era]) -> None:
        """Takes the eras in their order and chooses the last."""
        self._told = True
        self._eras = tuple(eras)
        self.setRange(0, max(0, len(self._eras) - 1))
        self.setValue(self.maximum())
        self._told = False
        self._describe()
        self.updateGeometry()
        self.update()

    def set_era(self, era: str) -> None:
        """Chooses an era without announcing it; an unknown id changes nothing."""
        places = [place for place, known in enumerate(self._eras) if known.id == era]
        if places:
            self._told = True
            self.setValue(places[0])
            self._told = False

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._ink = ink
        self.update()

    def set_scale(self, scale: float) -> None:
        """Makes bar and text larger or smaller."""
        self._scale = scale
        self.updateGeometry()
        self.update()

    def segment(self, place: int) -> QRectF:
        """Where the segment of an era lies in the bar."""
        tray = self._tray()
        width = tray.width() / max(1, len(self._eras))
        return QRectF(tray.left() + place * width, tray.top(), width, tray.height())

    def sizeHint(self) -> QSize:
        """Room for every label."""
        return self._size(_PADDING)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the labels allow."""
        return self._size(_LEAST_PADDING)

    def event(self, event: QEvent) -> bool:
        """Keeps the arrow keys from the shortcuts and tells about the era under the pointer."""
        if keep(event, _KEYS):
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._eras:
            era = self._eras[self._place(QPointF(event.pos()))]
            QToolTip.showText(event.globalPos(), tool_tip(era.reason, f"{era.name}, {era.years}"), self)
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses the era under the pointer."""
        if event.button() is Qt.MouseButton.LeftButton and self._eras:
            self.setValue(self._place(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Chooses along the way while dragged, else lights what is under the pointer."""
        self._hover(self._place(event.position()))
        if event.buttons() & Qt.MouseButton.LeftButton and self._eras:
            self.setValue(self._place(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing is left to do: pressing has chosen already."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """One era for each notch, up for newer."""
        self._turned += event.angleDelta().y() or event.angleDelta().x()
        notches = int(self._turned / _NOTCH)
        if notches:
            self._turned -= notches * _NOTCH
            self.setValue(self.value() + notches)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tray, chosen segment, labels, focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, corner = self._ink, _CORNER * self._scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.role(Role.CHIP))
        painter.drawRoundedRect(self._tray(), corner, corner)
        painter.setFont(self._font())
        for place, era in enumerate(self._eras):
            room = self.segment(place)
            chosen = place == self.value()
            if chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ink.role(Role.ACCENT))
                painter.drawRoundedRect(room, corner, corner)
            painter.setPen(ink.role(Role.ON_ACCENT if chosen else Role.TEXT if place == self._hovered else Role.SOFT))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, era.short)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink.role(Role.TEXT), 2.0))
            ring = QRectF(self.rect()).adjusted(1.0, 1.0, -1.0, -1.0)
            painter.drawRoundedRect(ring, corner + _RING - 1.0, corner + _RING - 1.0)

    @Slot(int)
    def _announce(self, place: int) -> None:
        self._describe()
        if not self._told and self._eras:
            self.era_chosen.emit(self._eras[place].id)

    def _describe(self) -> None:
        if self._eras:
            era = self._eras[self.value()]
            self.setAccessibleDescription(f"{era.name}, {era.years}: {era.reason}")

    def _font(self) -> QFont:
        return fonts.font(fonts.BODY * self._scale, QFont.Weight.DemiBold)

    def _size(self, padding: float) -> QSize:
        metrics = QFontMetricsF(self._font())
        widest = max([metrics.horizontalAdvance(era.short) for era in self._eras], default=0.0)
        segment = max(widest + 2 * padding * self._scale, _NARROWEST * self._scale)
        return QSize(round(segment * max(1, len(self._eras)) + 2 * _RING), round(_HEIGHT * self._scale))

    def _tray(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_RING, _RING, -_RING, -_RING)

    def _place(self, at: QPointF) -> int:
        tray = self._tray()
        place = int((at.x() - tray.left()) / max(1.0, tray.width()) * len(self._eras))
        return min(max(place, 0), len(self._eras) - 1)

    def _hover(self, place: int) -> None:
        if place != self._hovered:
            self._hovered = place
            self.update()
