"""The styles of text in the quiz: larger than in other panels, for it is read from the last row."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QFont

from vmexplorer.drawing.theme import Role
from vmexplorer.ui.panels.lettering import CAPTION, TextStyle

TITLE = TextStyle(27.0, 34.0, weight=QFont.Weight.Bold)
ASK = TextStyle(24.0, 31.0, weight=QFont.Weight.DemiBold)
HINT = TextStyle(15.0, 22.0, Role.SOFT)
OPTION = TextStyle(17.0, 24.0, ground=Role.CHIP)
ROW = TextStyle(16.0, 22.0, ground=Role.CHIP)
OPTION_NOTE = TextStyle(14.0, 24.0, Role.SOFT, QFont.Weight.DemiBold, ground=Role.CHIP)
BADGE = TextStyle(15.0, 24.0, weight=QFont.Weight.DemiBold, ground=Role.CHIP)
VERDICT = TextStyle(21.0, 28.0, weight=QFont.Weight.Bold)
ANSWER = TextStyle(18.0, 25.0, weight=QFont.Weight.DemiBold)
HEAD = replace(CAPTION, size=13.0, line=20.0)

REASONS = 1.14  # how much larger reasons are set than texts in other panels
