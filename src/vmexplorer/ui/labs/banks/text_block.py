"""A caption and some paragraphs below it, as one part of the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from vmexplorer.ui.panels.lettering import Lettering
from vmexplorer.ui.panels.text_entries import Told, caption_entry, entries
from vmexplorer.ui.panels.text_stack import TextStack


class TextBlock(QWidget):
    """Text that can be selected, with its marks of evidence."""

    def __init__(self, lettering: Lettering, parent: QWidget) -> None:
        super().__init__(parent)
        self._lettering = lettering
        self._told: tuple[str, tuple[Told, ...]] = ("", ())
        self._stack: TextStack | None = None

    @property
    def items(self) -> tuple[Told, ...]:
        """What is told."""
        return self._told[1]

    def show_items(self, caption: str, items: Sequence[Told]) -> None:
        """Tells something else; the page arranges it."""
        if (caption, tuple(items)) != self._told:
            self._told = (caption, tuple(items))
            self._rebuild()

    def dress(self, lettering: Lettering) -> None:
        """Sets the texts with another theme, or larger."""
        self._lettering = lettering
        self._rebuild()

    def arrange(self, width: int) -> int:
        """Breaks the texts; returns the height. Both in pixels."""
        if self._stack is None:
            return 0
        height = self._stack.arrange(width)
        self._stack.setGeometry(0, 0, width, height)
        return height

    def _rebuild(self) -> None:
        before = self._stack
        caption, items = self._told
        head = [caption_entry(self._lettering, caption)] if caption else []
        told = [*head, *entries(self._lettering, items)]
        self._stack = TextStack(self._lettering, told, self) if told else None
        if self._stack is not None:
            self._stack.show()
        if before is not None:
            before.hide()
            before.deleteLater()
