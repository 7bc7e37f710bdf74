"""The lines of what the loader does, as they come, each with its reason and evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from vmexplorer.app.bank_pages import ToldLine
from vmexplorer.drawing.theme import Role
from vmexplorer.labs.banks.headline import Verdict
from vmexplorer.ui.labs.banks.button_row import let_go
from vmexplorer.ui.panels import lettering as styles
from vmexplorer.ui.panels.lettering import Lettering
from vmexplorer.ui.panels.text_entries import Entry, mark_runs
from vmexplorer.ui.panels.text_flow import Run, TextFlow
from vmexplorer.ui.panels.text_stack import TextStack

_HEADLINE = replace(styles.STRONG, size=20.0, line=27.0)
_HEAD = replace(styles.STRONG, size=15.0, line=22.0)
_BODY = replace(styles.BODY, size=15.0, line=22.0)
_BETWEEN, _INDENT, _GAP = 9.0, 12.0, 6.0  # pixels at scale 1
_BAR_ROOM = 12.0


class ToldPane(QWidget):
    """A headline and the verdict on a prediction, which stay, and below them the lines, which follow the newest."""

    def __init__(self, lettering: Lettering, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("What the loader does, and why")
        self._lettering = lettering
        self.area = QScrollArea(self)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._ground = QWidget()
        self.area.setWidget(self._ground)
        self.headline = ""
        self.verdict: Verdict | None = None
        self.lines: tuple[ToldLine, ...] = ()
        self._head: TextStack | None = None
        self._body: TextStack | None = None

    def show_told(self, headline: str, verdict: Verdict | None, lines: Sequence[ToldLine]) -> None:
        """Shows what is told now."""
        told = tuple(lines)
        if (headline, verdict) != (self.headline, self.verdict):
            self.headline, self.verdict = headline, verdict
            self._head = self._renewed(self._head, self._head_entries(), self)
        if told != self.lines:
            before, self.lines = self.lines, told
            self._body = self._renewed(self._body, [self._entry(line) for line in told], self._ground)
            self._arrange()
            bar = self.area.verticalScrollBar()
            if any(line.fresh for line in told):
                bar.setValue(bar.maximum())
            elif not _continues(before, told):
                bar.setValue(0)
        else:
            self._arrange()

    def dress(self, lettering: Lettering) -> None:
        """Sets the texts with another theme, or larger."""
        self._lettering = lettering
        self._head = self._renewed(self._head, self._head_entries(), self)
        self._body = self._renewed(self._body, [self._entry(line) for line in self.lines], self._ground)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Breaks the texts anew."""
        super().resizeEvent(event)
        self._arrange()

    def _renewed(self, before: TextStack | None, entries: list[Entry], parent: QWidget) -> TextStack | None:
        if before is not None:
            let_go(before)
        stack = TextStack(self._lettering, entries, parent) if entries else None
        if stack is not None:
            stack.show()
        return stack

    def _head_entries(self) -> list[Entry]:
        entries = [Entry(TextFlow(self._lettering, [Run(self.headline or " ", _HEADLINE)]))]
        if self.verdict is not None:
            tint = Role.RUNNING if self.verdict.right else Role.WARNING
            head, _, rest = self.verdict.text.partition(". ")
            sign = "✓" if self.verdict.right else "✗"
            runs = [Run(f"{sign} {head}. ", replace(_HEAD, tint=tint)), Run(rest, _BODY)]
            entries.append(Entry(TextFlow(self._lettering, runs), _BETWEEN, _INDENT, bar=True))
        return entries

    def _entry(self, line: ToldLine) -> Entry:
        runs = [Run(f"{line.head}: ", _HEAD)] if line.head else []
        for span in line.says.spans:
            runs.append(Run(span.text, _BODY.as_code() if span.code else _BODY, span.code))
        flow = TextFlow(self._lettering, [*runs, *mark_runs(line.says.evidence)])
        return Entry(flow, _BETWEEN, _INDENT, bar=line.fresh)

    def _arrange(self) -> None:
        pixels = self._lettering.pixels
        top = 0
        if self._head is not None:
            top = self._head.arrange(self.width()) + pixels(_GAP)
            self._head.setGeometry(0, 0, self.width(), top - pixels(_GAP))
        self.area.setGeometry(0, top, self.width(), max(0, self.height() - top))
        # The bar stands beside the texts, so that they do not move when it comes and goes.
        width = max(60, self.width() - pixels(_BAR_ROOM))
        height = self._body.arrange(width) if self._body is not None else 0
        self._ground.resize(self.width(), height)
        if self._body is not None:
            self._body.setGeometry(0, 0, width, height)


def _continues(before: tuple[ToldLine, ...], after: tuple[ToldLine, ...]) -> bool:
    """Whether the same is told as before, and perhaps more."""
    return [line.text for line in after[: len(before)]] == [line.text for line in before]
