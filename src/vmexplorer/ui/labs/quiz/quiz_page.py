"""The page of the quiz: a head, the screen that is shown, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from vmexplorer.app.details import Action
from vmexplorer.app.details_text import plain
from vmexplorer.app.quiz_session import QuizSession, Screen
from vmexplorer.atlas.question import AnswerKind
from vmexplorer.lessons.quiz.asked import Asked
from vmexplorer.lessons.quiz.given import Given
from vmexplorer.lessons.quiz.typed import typed
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.quiz.answer_row import AnswerRow
from vmexplorer.ui.labs.quiz.board_sheet import BoardSheet
from vmexplorer.ui.labs.quiz.question_sheet import QuestionSheet
from vmexplorer.ui.labs.quiz.quiz_foot import QuizFoot
from vmexplorer.ui.labs.quiz.quiz_head import QuizHead
from vmexplorer.ui.labs.quiz.quiz_keys import DIGITS, DOWN, UP, answer_keys, walked
from vmexplorer.ui.labs.quiz.quiz_sheet import QuizArea, QuizSheet
from vmexplorer.ui.labs.quiz.score_sheet import ScoreSheet
from vmexplorer.ui.labs.quiz.start_sheet import StartSheet
from vmexplorer.ui.panels.keys import ENTER, keep
from vmexplorer.ui.panels.lettering import Lettering
from vmexplorer.ui.side_part import SidePart


class QuizPage(SidePart):
    """Shows a session; every control only says what the person wants."""

    topic_chosen = Signal(str)
    practise_wanted = Signal()
    class_wanted = Signal()
    predict_wanted = Signal()
    answered = Signal(object)  # a Given
    next_wanted = Signal()
    again_wanted = Signal()
    end_wanted = Signal()
    class_step_wanted = Signal()
    class_back_wanted = Signal()
    hands_typed = Signal(int, int)
    save_wanted = Signal()
    chosen = Signal(Action)

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.setObjectName("quiz")
        self.setAccessibleName("Interview questions")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ink, self._scale = ink, 1.0
        self._session: QuizSession | None = None
        self._watched = False
        self._picked: list[int] = []
        self._typed = ""
        self.head = QuizHead(ink, self)
        self.area = QuizArea(ink, self)
        self.foot = QuizFoot(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.area, 1)
        column.addWidget(self.foot)
        self._join()
        self.set_scale(1.0)

    def _join(self) -> None:
        foot = self.foot
        foot.main_wanted.connect(self.go_on)
        foot.pass_wanted.connect(self._pass)
        foot.class_wanted.connect(self.class_wanted)
        foot.predict_wanted.connect(self.predict_wanted)
        foot.again_wanted.connect(self.again_wanted)
        foot.back_wanted.connect(self.class_back_wanted)
        foot.save_wanted.connect(self.save_wanted)
        foot.end_wanted.connect(self.end_wanted)

    # Showing

    def show_session(self, session: QuizSession) -> None:
        """Shows a session as it is now; what was chosen or typed and not yet given is dropped."""
        self._session, self._picked, self._typed = session, [], ""
        self.head.show_session(session)
        self.area.show_sheet(self._make)
        self._show_foot()
        self._announce(session)

    def refresh_hands(self) -> None:
        """Shows other hands without losing the keyboard."""
        board = self._session.board() if self._session else None
        if isinstance(self.area.sheet, BoardSheet) and board is not None:
            self.area.sheet.show_hands(board)
        self._show_foot()

    def set_watched(self, watched: bool) -> None:
        """Shows the speaker's notes as long as an audience looks at a screen of its own."""
        if watched != self._watched:
            self._watched = watched
            self.area.fit()

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._ink = ink
        self.head.set_ink(ink)
        self.area.set_look(ink, self._scale)

    def set_scale(self, scale: float) -> None:
        """Makes texts larger or smaller."""
        self._scale = scale
        self.head.set_scale(scale)
        self.foot.set_scale(scale)
        self.area.set_look(self._ink, scale)

    def _show_foot(self) -> None:
        if self._session is not None:
            self.foot.show_session(self._session, bool(self._picked or self._typed.strip()))

    def _announce(self, session: QuizSession) -> None:
        """Says a question, and what an answer was worth, to assistive technology."""
        question, answered = session.question, session.round.answered
        if question is None:
            return
        marked = answered.marked if session.screen is Screen.QUESTION and answered is not None else None
        said = question.asks if marked is None else f"{marked.verdict.capitalize()}. {marked.right}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, plain(said)))

    def _make(self, lettering: Lettering, parent: QWidget) -> QuizSheet:
        session = self._session
        if session is None:
            return QuizSheet(lettering, parent)
        made: QuizSheet
        if session.screen is Screen.START:
            made = StartSheet(lettering, session, parent)
            made.topic_chosen.connect(self.topic_chosen)
        elif session.screen is Screen.SCORE:
            made = ScoreSheet(lettering, session, parent)
        elif (board := session.board()) is not None:
            notes = session.notes() if self._watched else None
            made = BoardSheet(lettering, session.questions.atlas, board, parent, notes)
            made.hands_typed.connect(self.hands_typed)
            made.counted.connect(self.class_step_wanted)
        else:
            made = QuestionSheet(lettering, session, self._picked, self._typed, parent)
            made.picked.connect(self.pick)
            made.entered.connect(self._give_text)
            if made.line is not None:
                made.line.textChanged.connect(self._note_text)
        made.chosen.connect(self.chosen)
        return made

    def take_keyboard(self) -> None:
        """Keys go to what is to be typed, else to the page."""
        sheet = self.area.sheet
        (self if sheet is None or sheet.first is None else sheet.first).setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hands the keyboard on to a line that waits for it."""
        super().focusInEvent(event)
        sheet = self.area.sheet
        backwards = event.reason() == Qt.FocusReason.BacktabFocusReason
        if sheet is not None and sheet.first is not None and not backwards:
            sheet.first.setFocus(event.reason())

    # Answering

    @Slot(int)
    def pick(self, place: int) -> None:
        """Chooses an option, by its place as shown, or takes that back; of one right option only one is chosen."""
        asked = self._session.round.current if self._session else None
        sheet = self.area.sheet
        if asked is None or not isinstance(sheet, QuestionSheet) or not 0 <= place < len(asked.shown):
            return
        if place in self._picked:
            self._picked.remove(place)
        elif asked.several or asked.question.kind is AnswerKind.ORDER:
            self._picked.append(place)
        else:
            self._picked = [place]
        sheet.show_picked(self._picked)
        self._show_foot()

    @Slot()
    def go_on(self) -> None:
        """What the main button and Enter do."""
        session = self._session
        if session is None:
            return
        if session.screen is Screen.START:
            self.practise_wanted.emit()
        elif session.screen is Screen.SCORE:
            self.end_wanted.emit()
        elif session.screen is Screen.CLASS:
            (self.end_wanted if session.classroom.current is None else self.class_step_wanted).emit()
        elif session.round.answered is not None:
            self.next_wanted.emit()
        elif self._picked:
            self._give_picked()
        elif self._typed.strip():
            self._give_text(self._typed)

    def _give_picked(self) -> None:
        asked = self._session.round.current if self._session else None
        if asked is not None:
            self.answered.emit(Given(picked=tuple([asked.shown[place] for place in self._picked])))

    @Slot(str)
    def _give_text(self, text: str) -> None:
        asked = self._session.round.current if self._session else None
        if asked is not None:
            self.answered.emit(typed(asked, text))

    @Slot()
    def _pass(self) -> None:
        self.answered.emit(Given())

    @Slot(str)
    def _note_text(self, text: str) -> None:
        self._typed = text
        self._show_foot()

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keeps what chooses, walks and gives an answer from the shortcuts of the window."""
        if event.type() != QEvent.Type.ShortcutOverride:
            return super().event(event)
        kept: list[int] = [*ENTER, *DIGITS, *answer_keys(self._waiting())]
        kept += [Qt.Key.Key_Backspace] if self._picked else []
        kept += [UP, DOWN] if self._walkable() else []
        return keep(event, kept) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and letters choose, arrows walk, Backspace takes the last choice back, Enter goes on."""
        key, answers = event.key(), answer_keys(self._waiting())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (UP, DOWN) and self._walkable():
            self._walk(key)
        elif key in (UP, DOWN):
            self.area.scroll_a_step(up=key == UP)
        elif event.isAutoRepeat() and (key in ENTER or key in answers):
            event.accept()
        elif key in ENTER:
            self._enter()
        elif key in answers:
            self.pick(answers[key])
        elif key == Qt.Key.Key_Backspace and self._picked:
            self.pick(self._picked[-1])
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """Chooses the answer that has the keyboard; once it is chosen, and elsewhere, it goes on."""
        row = self.focusWidget()
        if isinstance(row, AnswerRow) and row.hasFocus() and row.place not in self._picked:
            self.pick(row.place)
        else:
            self.go_on()

    def _walk(self, key: int) -> None:
        """From answer to answer, and from topic to topic."""
        rows = self._walkable()
        if isinstance(self.area.sheet, StartSheet):
            place = next((number for number, row in enumerate(rows) if row.isChecked()), -1)
            place = walked(place, key, len(rows))
            self.topic_chosen.emit(self.area.sheet.rows[place].id)
            self.area.show_row(self._walkable()[place])
        else:
            place = next((number for number, row in enumerate(rows) if row.hasFocus()), -1)
            rows[walked(place, key, len(rows))].setFocus(Qt.FocusReason.TabFocusReason)

    def _walkable(self) -> Sequence[QAbstractButton]:
        sheet = self.area.sheet
        if isinstance(sheet, StartSheet):
            return sheet.rows
        return sheet.rows if isinstance(sheet, QuestionSheet) and self._waiting() is not None else ()

    def _waiting(self) -> Asked | None:
        """The question that waits for an answer of one person."""
        session = self._session
        if session is None or session.screen is not Screen.QUESTION or session.round.answered is not None:
            return None
        return session.round.current
