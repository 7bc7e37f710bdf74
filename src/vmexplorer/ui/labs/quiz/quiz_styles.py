"""The styles of text in the quiz: larger than in other panels, for it is read from the last row."""

from __future__ import annotations

from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a board."""

    title: TextStyle = TITLE
    ask: TextStyle = ASK
    hint: TextStyle = HINT
    option: TextStyle = OPTION
    note: TextStyle = OPTION_NOTE
    badge: TextStyle = BADGE
    answer: TextStyle = ANSWER
    row: TextStyle = ROW


NEAR = Styles()
# On a screen of its own nothing is smaller than an answer, which is as large as the last row needs it.
FAR = Styles(
    ask=replace(ASK, size=21.0, line=28.0),
    hint=replace(HINT, size=OPTION.size, line=OPTION.line),
    note=replace(OPTION_NOTE, size=OPTION.size),
    badge=replace(BADGE, size=OPTION.size),
    row=replace(ROW, size=OPTION.size, line=OPTION.line),
)
REASON = TextStyle(OPTION.size, OPTION.line)
LEAST = 28.0 / OPTION.size  # scale at which answers on a screen 1080 pixels high are read from the last row
