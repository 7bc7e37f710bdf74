"""The map for assistive technology: each box is a named child of the canvas.

Qt asks a factory for interfaces; actions go through the keyboard, because giving a node
actions of its own crashes PySide6.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleObject
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from vmexplorer.drawing.geometry import Point
from vmexplorer.drawing.layout import CardBox, Layout, ZoneBox
from vmexplorer.ui.canvas.walking import boxes, reading_order

if TYPE_CHECKING:
    from vmexplorer.ui.canvas.canvas import Canvas


# Qt asks for None where there is no child; the type stubs of PySide6 leave it out.
_NOTHING = cast("QAccessibleInterface", None)


class BoxObject(QObject):
    """Stands for one box in Qt's object tree."""

    def __init__(self, canvas: Canvas, box: CardBox | ZoneBox) -> None:
        super().__init__(canvas)
        self.canvas = canvas
        self.box = box


class BoxInterface(QAccessibleObject):
    """A box as assistive technology sees it: a button with name, description and place."""

    def __init__(self, node: BoxObject) -> None:
        super().__init__(node)
        self._node = node

    def parent(self) -> QAccessibleInterface:
        """The canvas."""
        return QAccessible.queryAccessibleInterface(self._node.canvas)

    def child(self, index: int) -> QAccessibleInterface:
        """Boxes have no children."""
        return _NOTHING

    def childCount(self) -> int:
        """None."""
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """None of them is a child."""
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """There is nothing inside."""
        return _NOTHING

    def role(self) -> QAccessible.Role:
        """Boxes are pressed with Enter."""
        return QAccessible.Role.Button

    def text(self, kind: QAccessible.Text) -> str:
        """Name and description."""
        if kind == QAccessible.Text.Name:
            return box_name(self._node.box)
        if kind == QAccessible.Text.Description:
            return box_description(self._node.box)
        return ""

    def rect(self) -> QRect:
        """The place on the screen, in pixels."""
        canvas, rect = self._node.canvas, self._node.box.rect
        corner = canvas.camera.to_window(Point(rect.x, rect.y))
        scale = canvas.camera.scale
        place = canvas.mapToGlobal(QPoint(round(corner.x), round(corner.y)))
        return QRect(place.x(), place.y(), round(rect.width * scale), round(rect.height * scale))

    def state(self) -> QAccessible.State:
        """Focusable, and focused when the keyboard's ring is on it."""
        state = QAccessible.State()
        state.focusable = True
        state.focused = self._node.canvas.focus_box == self._node.box.id
        return state


class CanvasInterface(QAccessibleWidget):
    """The canvas with its boxes as children, in reading order."""

    def __init__(self, canvas: Canvas, nodes: NodeShelf) -> None:
        super().__init__(canvas, QAccessible.Role.Canvas, "Map")
        self._nodes = nodes

    def childCount(self) -> int:
        """How many boxes there are."""
        return len(self._nodes.nodes())

    def child(self, index: int) -> QAccessibleInterface:
        """The box at a place in reading order."""
        nodes = self._nodes.nodes()
        return QAccessible.queryAccessibleInterface(nodes[index]) if 0 <= index < len(nodes) else _NOTHING

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of a box in reading order."""
        found = child.object()
        nodes = self._nodes.nodes()
        return nodes.index(found) if isinstance(found, BoxObject) and found in nodes else -1


class NodeShelf:
    """The box objects of a canvas's present layout, made when they are first asked for."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._layout: Layout | None = None
        self._nodes: list[BoxObject] = []
        self._interfaces: dict[int, QAccessibleInterface] = {}

    def nodes(self) -> list[BoxObject]:
        """One object for each box, in reading order."""
        state = self._canvas.state
        layout = state.layout if state else None
        if layout is not self._layout:
            self._forget()
            self._layout = layout
            places = {box.id: box for box in boxes(layout)} if layout else {}
            order = reading_order(layout) if layout else []
            self._nodes = [BoxObject(self._canvas, places[name]) for name in order]
        return self._nodes

    def interface(self, node: BoxObject) -> QAccessibleInterface:
        """The interface of a box; kept alive here, because Qt does not."""
        return self._interfaces.setdefault(id(node), BoxInterface(node))

    def _forget(self) -> None:
        for node in self._nodes:
            node.deleteLater()
        self._nodes = []
        self._interfaces.clear()


class AccessibleCanvases:
    """The factory that Qt asks; knows each canvas while it lives."""

    def __init__(self) -> None:
        self._shelves: dict[int, tuple[NodeShelf, CanvasInterface]] = {}

    def add(self, canvas: Canvas) -> None:
        """Makes a canvas known."""
        shelf = NodeShelf(canvas)
        self._shelves[id(canvas)] = (shelf, CanvasInterface(canvas, shelf))

    def install(self) -> None:
        """Offers the interfaces to Qt."""
        QAccessible.installFactory(self.interface)

    def interface(self, key: str, found: QObject) -> QAccessibleInterface | None:
        """The interface of a canvas or a box; None for all that is not ours."""
        if isinstance(found, BoxObject):
            # Qt asks every factory that was ever installed, also for the boxes of another.
            shelf = self._shelves.get(id(found.canvas))
            return shelf[0].interface(found) if shelf else None
        if isinstance(found, QWidget) and id(found) in self._shelves:
            return self._shelves[id(found)][1]
        return None


def box_name(box: CardBox | ZoneBox) -> str:
    """What a box is called."""
    return box.name if isinstance(box, CardBox) else box.title


def box_description(box: CardBox | ZoneBox) -> str:
    """What a box is, in a sentence."""
    if isinstance(box, CardBox):
        return f"{box.subtitle}. {box.kind}. {box.summary}" if box.subtitle else f"{box.kind}. {box.summary}"
    return "frame"
