"""The panel with the sequence diagram of the message path that plays."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vmexplorer.playback.frame import Frame, Phase
from vmexplorer.stage.sequence import SequenceLayout
from vmexplorer.stage.sequence_state import SequenceState, sequence_state
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.buttons import Shape, ShapeButton
from vmexplorer.ui.panels.sequence_view import SequenceView
from vmexplorer.ui.panels.texts import font_sizes, plain_label

_BAR = 36
_SIZES = {"#caption": 12.0}
_START = Frame(0, Phase.LEAD)


class SequencePanel(QWidget):
    """Shows a diagram and its play head; every signal only says what the person wants.

    ``step_chosen`` gives a step counted from 0, ``component_chosen`` the id of a component.
    """

    step_chosen = Signal(int)
    component_chosen = Signal(str)
    closed = Signal()

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The style sheet paints the ground of what is called a panel.
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Sequence")
        self.caption = plain_label("caption", "SEQUENCE")
        self.leave = ShapeButton(ink, Shape.CLOSE, "Close the sequence", 30)
        self.view = SequenceView(ink, self)
        self._bar = QHBoxLayout()
        self._bar.addWidget(self.caption)
        self._bar.addStretch(1)
        self._bar.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.leave.clicked.connect(self.closed)
        self.view.row_chosen.connect(self.step_chosen)
        self.view.head_chosen.connect(self.component_chosen)
        self.set_scale(1.0)

    @property
    def value_text(self) -> str:
        """The step on show in words, as assistive programs read it; "" without one."""
        return self.view.value_text

    def set_layout_of(self, layout: SequenceLayout) -> None:
        """Shows another diagram from its start; an empty one asks the person to choose a path."""
        self.view.show_layout(layout, sequence_state(layout, _START))
        self.setAccessibleDescription(self.value_text)

    def set_state(self, state: SequenceState) -> None:
        """Shows another moment of the diagram; cheap enough for every frame.

        Raises:
            ValueError: the state is of a diagram with another number of rows.
        """
        self.view.show_state(state)
        if self.accessibleDescription() != self.value_text:
            self.setAccessibleDescription(self.value_text)

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self.view.set_ink(ink)
        self.leave.set_ink(ink)

    def set_scale(self, scale: float) -> None:
        """Makes the diagram larger or smaller; 1 is for a desk."""
        self.setStyleSheet(font_sizes(_SIZES, scale))
        self.leave.set_scale(scale)
        left, right = round(20 * scale), round(8 * scale)
        self._bar.setContentsMargins(left, 0, right, 0)
        self.leave.setMinimumHeight(round(30 * scale))
        self.caption.setFixedHeight(round(_BAR * scale))
        self.view.set_scale(scale)

    def set_animated(self, animated: bool) -> None:
        """Whether the sheet glides to the play head or stands there at once."""
        self.view.set_animated(animated)
