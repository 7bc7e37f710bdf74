"""A sheet of all commands that have keys, made from the commands themselves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from vmexplorer.app.commands import Command
from vmexplorer.ui.dialogs.overlay import Overlay
from vmexplorer.ui.panels.texts import font_sizes, plain_label

_WIDTH, _EDGE = 1060, 24
_SIZES = {"#sheettitle": 22.0, "#keygroup": 12.0, "#keytitle": 14.0, "#key": 13.0, "#or": 13.0, "#keyhint": 12.0}
_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
_BETWEEN = 44  # from column to column
_HEADING = 2  # rows that a heading takes, when columns are made equally long


class KeySheet(Overlay):
    """Columns of commands by group; Esc, ? or F1 closes."""

    def __init__(self, commands: Sequence[Command], parent: QWidget, columns: int = 3) -> None:
        super().__init__(parent)
        self._columns = columns
        self.setAccessibleName("Keys")
        self._scale = 1.0
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("Keys by group")
        self._body = QWidget()
        self._scroll.setWidget(self._body)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(28, 22, 28, 16)
        column.setSpacing(14)
        column.addWidget(plain_label("sheettitle", "Keys"))
        column.addWidget(self._scroll, 1)
        column.addWidget(plain_label("keyhint", "Esc  close"))
        self.set_scale(1.0)
        self.set_commands(commands)

    def set_commands(self, commands: Sequence[Command]) -> None:
        """Lists the commands that have keys, in their order, by group."""
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(_BETWEEN)
        for column in _columns([command for command in commands if command.keys], self._columns):
            row.addLayout(_filled(column), 1)
        self._body = body
        # The scroll area deletes the page it had before.
        self._scroll.setWidget(body)
        self.arrange()

    def set_scale(self, scale: float) -> None:
        """Makes sheet and text larger or smaller."""
        self._scale = scale
        self.setStyleSheet(font_sizes(_SIZES, scale))
        self.arrange()

    def take_focus(self) -> None:
        """Arrow keys scroll."""
        self._scroll.setFocus()

    def arrange(self) -> None:
        """The card stands in the middle, as high as its content if there is room."""
        layout = self.card.layout()
        if layout is None:
            return
        width = max(1, min(round(_WIDTH / 2 * self._columns * self._scale), self.width() - 2 * _EDGE))
        margins, content = layout.contentsMargins(), self._body.layout()
        across = width - margins.left() - margins.right()
        others = layout.sizeHint().height() - self._scroll.sizeHint().height()
        wanted = others + (content.totalHeightForWidth(across) if content is not None else 0) + 2
        height = max(1, min(wanted, self.height() - 2 * _EDGE))
        self.card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def keeps(self, event: QKeyEvent) -> bool:
        """F1 closes and so stays here too."""
        return event.key() == Qt.Key.Key_F1 or super().keeps(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that open the sheet close it as well."""
        if event.key() == Qt.Key.Key_F1 or event.text() == "?":
            self.close()
        else:
            super().keyPressEvent(event)


def key_text(keys: str) -> str:
    """A key as it is written on a keyboard: ``→`` for ``Right``, ``Ctrl+K`` as it is."""
    *modifiers, key = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText).rsplit("+", 1)
    return "+".join([*modifiers, _ARROWS.get(key, key)]) if key else keys


def _columns(commands: Sequence[Command], count: int) -> list[list[list[Command]]]:
    """The groups in columns; each goes to the one that is shortest so far."""
    groups: dict[str, list[Command]] = {}
    for command in commands:
        groups.setdefault(command.group, []).append(command)
    columns: list[list[list[Command]]] = [[] for _ in range(count)]
    lengths = [0] * count
    for group in groups.values():
        shorter = lengths.index(min(lengths))
        columns[shorter].append(group)
        lengths[shorter] += len(group) + _HEADING
    return columns


def _filled(groups: Sequence[Sequence[Command]]) -> QVBoxLayout:
    """Headings, titles and keys of one column."""
    column = QVBoxLayout()
    column.setSpacing(5)
    for number, group in enumerate(groups):
        heading = plain_label("keygroup", group[0].group.upper())
        heading.setContentsMargins(0, 14 if number else 0, 0, 2)
        column.addWidget(heading)
        for command in group:
            row = _caps(command.keys)
            row.insertWidget(0, plain_label("keytitle", command.title, wrap=True), 1)
            column.addLayout(row)
    column.addStretch(1)
    return column


def _caps(keys: Sequence[str]) -> QHBoxLayout:
    """Keys as caps, alternatives joined by "or"."""
    row = QHBoxLayout()
    row.setSpacing(6)
    row.addSpacing(18)
    for place, one in enumerate(keys):
        if place:
            row.addWidget(plain_label("or", "or"))
        cap = plain_label("key", key_text(one))
        cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
        cap.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(cap)
    return row
