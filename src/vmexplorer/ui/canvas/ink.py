"""Colours and icons of a theme as Qt objects, each made once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter

from vmexplorer import resources
from vmexplorer.atlas.kind import Kind
from vmexplorer.drawing.theme import Role, Theme

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

_ICONS = {
    Kind.VCENTER: "vcenter",
    Kind.USER_WORLD: "user-world",
    Kind.VM_PROCESS: "vm-process",
    Kind.KERNEL: "kernel",
    Kind.HARDWARE: "hardware",
    Kind.STORAGE: "storage",
    Kind.CLIENT: "client",
    Kind.STANDARD: "standard",
}


class Ink:
    """A theme made ready for painting; ``texts`` is by how much a window makes texts larger than designed."""

    def __init__(self, theme: Theme, texts: float = 1.0) -> None:
        self.theme = theme
        self.texts = texts
        self._roles = {role: QColor(colour) for role, colour in theme.roles.items()}
        self._kinds = {kind: QColor(colour) for kind, colour in theme.kinds.items()}
        self._icons: dict[Kind, QSvgRenderer] = {}

    def role(self, role: Role, alpha: float = 1.0) -> QColor:
        """The colour of a role, with an opacity from 0 to 1."""
        return _faded(self._roles[role], alpha)

    def kind(self, kind: Kind, alpha: float = 1.0) -> QColor:
        """The colour of a kind, with an opacity from 0 to 1."""
        return _faded(self._kinds[kind], alpha)

    def draw_icon(self, painter: QPainter, kind: Kind, rect: QRectF) -> None:
        """Paints the icon of a kind in its colour."""
        from PySide6.QtSvg import QSvgRenderer

        renderer = self._icons.get(kind)
        if renderer is None:
            file = resources.root() / "icons" / f"{_ICONS[kind]}.svg"
            drawing = file.read_bytes().replace(b"#000", self._kinds[kind].name().encode())
            renderer = self._icons[kind] = QSvgRenderer(QByteArray(drawing))
        renderer.render(painter, rect)


def _faded(colour: QColor, alpha: float) -> QColor:
    if alpha >= 1.0:
        return colour
    faded = QColor(colour)
    faded.setAlphaF(max(0.0, alpha))
    return faded
