"""Topics below each other, in two columns where both are wide enough."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vmexplorer.ui.labs.quiz.share_row import ShareRow
from vmexplorer.ui.panels.lettering import Lettering

_COLUMN = 250.0  # width from which a column can be read, in pixels at scale 1, as are all lengths here
_GAP, _BESIDE = 4.0, 10.0


class TopicColumns(QWidget):
    """Rows in columns, from the top of the first to the foot of the last."""

    def __init__(self, lettering: Lettering, parent: QWidget) -> None:
        super().__init__(parent)
        self._lettering = lettering
        self.rows: Sequence[ShareRow] = ()

    def arrange(self, width: int) -> int:
        """Places the rows; returns the height. Both in pixels."""
        pixels = self._lettering.pixels
        columns = 2 if width >= 2 * pixels(_COLUMN) + pixels(_BESIDE) else 1
        column = (width - (columns - 1) * pixels(_BESIDE)) // columns
        each = -(-len(self.rows) // columns)
        heights = [row.arrange(column) for row in self.rows]
        tallest = 0
        for number in range(columns):
            y = 0
            for place in range(number * each, min((number + 1) * each, len(self.rows))):
                self.rows[place].setGeometry(number * (column + pixels(_BESIDE)), y, column, heights[place])
                y += heights[place] + pixels(_GAP)
            tallest = max(tallest, y)
        return max(tallest - pixels(_GAP), 0)
