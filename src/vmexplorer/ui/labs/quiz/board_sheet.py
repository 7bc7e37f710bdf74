"""A question before a class: answers to raise hands for, hands to type, and the answer when it is revealed."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from vmexplorer.app.details_text import paragraphs, plain, spans
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.lessons.quiz.board import Board, BoardLine
from vmexplorer.lessons.quiz.classroom import Stage
from vmexplorer.ui.labs.quiz.answer_row import AnswerRow, AnswerState
from vmexplorer.ui.labs.quiz.hands_field import HandsField
from vmexplorer.ui.labs.quiz.missed_row import shortened
from vmexplorer.ui.labs.quiz.quiz_sheet import QuizSheet
from vmexplorer.ui.labs.quiz.quiz_styles import FAR, HEAD, NEAR, OPTION, REASON, REASONS, Styles
from vmexplorer.ui.labs.quiz.share_row import ShareRow
from vmexplorer.ui.panels.lettering import Lettering
from vmexplorer.ui.panels.text_entries import Entry, entries, text_runs
from vmexplorer.ui.panels.text_flow import Run, TextFlow
from vmexplorer.ui.panels.text_stack import TextStack

_FIELD = 92.0  # width of the field for hands, in pixels at scale 1


class BoardRow(QWidget):
    """An answer on the board, with the field for its hands while they are counted."""

    def __init__(
        self, lettering: Lettering, line: BoardLine, field: HandsField | None, styles: Styles, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._lettering = lettering
        self.row = AnswerRow(lettering, line.number - 1, line.text, self, _FIELD if field else 0.0, styles)
        self.row.setEnabled(False)
        self.show_line(line)
        if field is not None:
            field.setParent(self)

    def show_line(self, line: BoardLine) -> None:
        """Shows other hands."""
        state = AnswerState.RIGHT if line.right else AnswerState.PLAIN
        note = "" if self.field is not None or not line.hands else f"{line.hands}"
        self.row.show_state(state, note, line.share if line.hands else None)

    def arrange(self, width: int) -> int:
        """Row and field side by side; returns the height. Both in pixels."""
        height = self.row.arrange(width)
        self.row.setGeometry(0, 0, width, height)
        if self.field is not None:
            pixels = self._lettering.pixels
            room = pixels(_FIELD)
            tall = min(height - 8, pixels(OPTION.line) + pixels(12.0))
            self.field.setGeometry(width - room - pixels(8.0), (height - tall) // 2, room, tall)
        return height


class BoardSheet(QuizSheet):
    """The board; ``hands_typed`` tells the place of an answer and its hands, ``counted`` that all are typed.

    ``notes`` are what only the speaker sees, None where everybody looks.
    """

    hands_typed = Signal(int, int)
    counted = Signal()

    def __init__(
        self,
        lettering: Lettering,
        atlas: Atlas,
        board: Board,
        parent: QWidget,
        notes: Board | None = None,
        styles: Styles = NEAR,
    ) -> None:
        super().__init__(lettering, parent)
        self.styles = styles
        self._atlas = atlas
        self.rows: list[BoardRow] = []
        self.setAccessibleName(plain(board.asks) or board.hint)
        if board.stage is Stage.OVER:
            self._sum_up(board)
            return
        self.add_text(self._asked(board), 18.0)
        self._offer(board, self.counting and board.countable)
        if board.answer:
            self._tell(board)
        elif notes is not None:
            self._add_notes(notes)

    @property
    def counting(self) -> bool:
        """Whether hands can be typed here."""
        return True

    def show_hands(self, board: Board) -> None:
        """Shows other hands without losing the keyboard."""
        for row, line in zip(self.rows, board.lines, strict=True):
            row.show_line(line)

    @Slot()
    def go_on(self) -> None:
        """From one field to the next; behind the last one all hands are counted."""
        fields = [row.field for row in self.rows if row.field is not None]
        sender = self.sender()
        place = next((number for number, field in enumerate(fields) if field is sender), len(fields))
        if place + 1 < len(fields):
            fields[place + 1].setFocus()
        else:
            self.counted.emit()

    def _sum_up(self, board: Board) -> None:
        """How many had each question right, as far as hands were counted."""
        self.add_text([Entry(TextFlow(self.lettering, [Run(board.hint, self.styles.title)]))], 20.0)
        for place, known in enumerate(board.known):
            said = f"{known.right:.0%} right"
            name = self._in_short(known.asks)
            row = ShareRow(self.lettering, str(place), name, said, known.right, self, styles=self.styles)
            self.add(row, 5.0)

    def _in_short(self, asks: str) -> str:
        return shortened(asks)

    def _asked(self, board: Board) -> list[Entry]:
        text = [Entry(TextFlow(self.lettering, list(text_runs(spans(board.asks), self.styles.ask))))]
        if board.hint:
            text.append(Entry(TextFlow(self.lettering, [Run(board.hint, self.styles.hint)]), 6.0))
        return text

    def _offer(self, board: Board, counting: bool) -> None:
        for line in board.lines:
            field = None
            if counting:
                field = HandsField(self.lettering, line.number - 1, line.hands, plain(line.text), self)
                field.typed.connect(self.hands_typed)
                field.done.connect(self.go_on)
                self.first = self.first or field
            row = BoardRow(self.lettering, line, field, self.styles, self)
            self.rows.append(row)
            self.add(row, 7.0 if len(self.rows) > 1 else 14.0)

    def _tell(self, board: Board) -> None:
        self._add_answer(board, 16.0)
        self._reason(board)

    def _reason(self, board: Board) -> None:
        reasons = Lettering(self.lettering.ink, self.lettering.scale * REASONS)
        told = paragraphs(self._atlas, board.reason)
        self.add(TextStack(reasons, list(entries(reasons, told)), self), 8.0)

    def _add_notes(self, notes: Board) -> None:
        """What the speaker knows already, said to be for the speaker alone."""
        self.add_text([Entry(TextFlow(self.lettering, [Run("Only you see this", HEAD)]))], 22.0)
        self._tell(notes)

    def _add_answer(self, board: Board, above: float) -> None:
        answer = [Run("Answer: ", self.styles.answer), *text_runs(spans(board.answer), self.styles.answer)]
        self.add_text([Entry(TextFlow(self.lettering, answer))], above)


class AudienceSheet(BoardSheet):
    """The board on a screen of its own: every letter is read from the last row, and nothing is typed.

    Of the reasons only the first ``reasons`` are told, so that the rest can be said aloud.
    """

    def __init__(self, lettering: Lettering, atlas: Atlas, board: Board, parent: QWidget, reasons: int) -> None:
        self._reasons = reasons
        super().__init__(lettering, atlas, board, parent, styles=FAR)

    @property
    def counting(self) -> bool:
        """Nobody types before an audience."""
        return False

    def _in_short(self, asks: str) -> str:
        """The whole question: there is room for it."""
        return plain(asks)

    def _tell(self, board: Board) -> None:
        # A tick beside one of the answers says what is right; without answers to choose from it has to be told.
        if not any(line.right and line.text in board.answer for line in board.lines):
            self._add_answer(board, 16.0)
        self._reason(board)

    def _reason(self, board: Board) -> None:
        for statement in board.reason[: self._reasons]:
            flow = TextFlow(self.lettering, list(text_runs(spans(statement.text), REASON)))
            self.add_text([Entry(flow)], 10.0)
