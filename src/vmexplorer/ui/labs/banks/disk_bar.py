"""The boot device as a bar to scale; what is too small to be seen is drawn wider, and hatched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from vmexplorer.atlas.kind import Kind
from vmexplorer.atlas.system_image import DiskLayout
from vmexplorer.drawing.theme import Role
from vmexplorer.labs.banks.device import Stretch, size_text, stretches
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.panels.lettering import Lettering
from vmexplorer.ui.panels.texts import tool_tip

_HEIGHT, _LEAST, _LETTERS = 58.0, 30.0, 14.0  # pixels at scale 1
_BANK = "boot-bank"
_HATCH = 7.0


class DiskBar(QWidget):
    """Areas side by side, numbered from 1; a click on one that stands for a component asks for its page."""

    component_wanted = Signal(str)

    def __init__(self, lettering: Lettering, parent: QWidget) -> None:
        super().__init__(parent)
        self._lettering = lettering
        self._layout_shown: DiskLayout | None = None
        self.areas: tuple[Stretch, ...] = ()

    def show_layout(self, layout: DiskLayout) -> None:
        """Shows another disk; the page arranges it."""
        self._layout_shown = layout
        named = [f"{number} {area.name}" for number, area in enumerate(layout.areas, start=1)]
        self.setAccessibleName(f"{layout.name}: {', '.join(named)}")
        self.update()

    def dress(self, lettering: Lettering) -> None:
        """Paints with another theme, or larger."""
        self._lettering = lettering
        self.update()

    def arrange(self, width: int) -> int:
        """Lays the areas out; returns the height. Both in pixels."""
        if self._layout_shown is not None:
            self.areas = stretches(self._layout_shown, float(width), self._lettering.scale * _LEAST)
        self.update()
        return self._lettering.pixels(_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Each area with its number and, where there is room, its name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, area in enumerate(self.areas, start=1):
            self._paint_area(painter, number, area)

    def _paint_area(self, painter: QPainter, number: int, area: Stretch) -> None:
        ink = self._lettering.ink
        rect = QRectF(area.start + 1.0, 1.0, area.width - 2.0, self.height() - 2.0)
        bank = area.area.component == _BANK
        painter.setPen(QPen(ink.kind(Kind.STORAGE) if bank else ink.role(Role.CARD_LINE), 2.4 if bank else 1.2))
        painter.setBrush(ink.role(Role.CARD if bank else Role.CHIP))
        painter.drawRoundedRect(rect, 4.0, 4.0)
        if area.widened:
            self._hatch(painter, rect)
        painter.setPen(ink.role(Role.TEXT))
        strong = fonts.font(self._lettering.scale * _LETTERS, QFont.Weight.DemiBold)
        painter.setFont(strong)
        upper = QRectF(rect.left(), rect.top(), rect.width(), rect.height() * 0.5)
        named = f"{number}  {area.area.name}"
        room = rect.width() - self._lettering.scale * 10.0
        fits = QFontMetricsF(strong).horizontalAdvance(named) <= room
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, named if fits else str(number))
        size = size_text(area.size)
        plain = fonts.font(self._lettering.scale * (_LETTERS - 2.0))
        if QFontMetricsF(plain).horizontalAdvance(size) <= room:
            painter.setFont(plain)
            painter.setPen(ink.role(Role.SOFT))
            lower = QRectF(rect.left(), rect.center().y() - 2.0, rect.width(), rect.height() * 0.5)
            painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, size)

    def _hatch(self, painter: QPainter, rect: QRectF) -> None:
        """Slanted lines at the foot."""
        step = self._lettering.scale * _HATCH
        foot = QRectF(rect.left(), rect.bottom() - step * 1.6, rect.width(), step * 1.6)
        painter.save()
        painter.setClipRect(foot)
        painter.setPen(QPen(self._lettering.ink.role(Role.SOFT), 1.2))
        x = foot.left() - foot.height()
        while x < foot.right():
            painter.drawLine(QPointF(x, foot.bottom()), QPointF(x + foot.height(), foot.top()))
            x += step
        painter.restore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Asks for the component of the area."""
        area = area_at(self.areas, event.position().x())
        if area is not None and area.area.component is not None:
            self.component_wanted.emit(area.area.component)

    def event(self, event: QEvent) -> bool:
        """Tells what is under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            area = area_at(self.areas, float(event.x()))
            if area is not None:
                title = f"{area.area.name}, {size_text(area.size)}"
                QToolTip.showText(event.globalPos(), tool_tip(area.area.says.text, title), self)
            return True
        return super().event(event)


def area_at(areas: Sequence[Stretch], x: float) -> Stretch | None:
    """The area at a place of the bar; None beside it."""
    return next((area for area in areas if area.start <= x < area.start + area.width), None)
