"""The panel at the right: everything that is known about what was chosen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from vmexplorer.app.details import Action, Subject
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.page_pane import PagePane

_NARROWEST = 300
_WIDTH = 384


class Inspector(PagePane):
    """Shows one page; says what the person chose on it or copied from it."""

    component_chosen = Signal(str)
    link_chosen = Signal(str)
    flow_chosen = Signal(str)
    view_chosen = Signal(str)

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(ink, parent)
        self.setObjectName("inspector")
        self.setAccessibleName("Details")
        # A subclass of QWidget paints the ground of the style sheet only with this.
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(_NARROWEST)
        self.setContentsMargins(1, 0, 0, 0)  # the border of the style sheet
        self.chosen.connect(self._follow)

    def sizeHint(self) -> QSize:
        """The width at which texts read best."""
        return QSize(_WIDTH, 600)

    def _follow(self, action: Action) -> None:
        signals = {
            Subject.COMPONENT: self.component_chosen,
            Subject.LINK: self.link_chosen,
            Subject.FLOW: self.flow_chosen,
            Subject.VIEW: self.view_chosen,
        }
        signals[action.kind].emit(action.id)
