"""The strip above the map: back, forward, and the way from the overview to this view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.panels.texts import font_sizes

HEIGHT = 38


class Crumb(QToolButton):
    """One view on the way; says its id when clicked."""

    chosen = Signal(str)

    def __init__(self, view: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self.setText(name.replace("&", "&&"))
        self.setAccessibleName(f"Go to {name}")
        self.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self._view)


class Breadcrumb(QWidget):
    """Says where one is, and leads back."""

    view_chosen = Signal(str)
    back_wanted = Signal()
    forward_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("breadcrumb")
        self._back = self._arrow("‹", "Back to the view before")
        self._forward = self._arrow("›", "Forward again")
        self._back.clicked.connect(self.back_wanted)
        self._forward.clicked.connect(self.forward_wanted)
        self._crumbs: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 4, 10, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self._back)
        self._row.addWidget(self._forward)
        self._row.addStretch(1)

    def show_way(self, way: Sequence[tuple[str, str]]) -> None:
        """Shows the views from the outermost to the present one, as (id, name)."""
        for crumb in self._crumbs:
            self._row.removeWidget(crumb)
            crumb.hide()
            crumb.deleteLater()
        self._crumbs = []
        for view, name in way[:-1]:
            crumb = Crumb(view, name, self)
            crumb.chosen.connect(self.view_chosen)
            self._add(crumb)
            self._add(self._label(" › ", "soft"))
        if way:
            here = self._label(way[-1][1], "here")
            here.setFont(fonts.font(fonts.BODY, fonts.STRONG))
            self._add(here)

    def set_scale(self, scale: float) -> None:
        """Makes the strip and its texts larger or smaller; 1.0 is the size of the design."""
        self.setFixedHeight(round(HEIGHT * scale))
        self.setStyleSheet(font_sizes({"QToolButton": 14.0, "#here": 15.0, "#soft": 14.0}, scale))

    def set_ways_open(self, back: bool, forward: bool) -> None:
        """Enables the arrows that lead somewhere."""
        self._back.setEnabled(back)
        self._forward.setEnabled(forward)

    def _add(self, widget: QWidget) -> None:
        self._crumbs.append(widget)
        self._row.insertWidget(self._row.count() - 1, widget)

    def _label(self, text: str, name: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(fonts.PLAIN)
        label.setText(text)
        label.setObjectName(name)
        return label

    def _arrow(self, text: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button
