"""The head of the quiz: the topic of the question, how the round goes, and its number."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from vmexplorer.app.quiz_session import QuizSession, Screen
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.quiz.round_strip import RoundStrip
from vmexplorer.ui.panels.texts import ShortLabel, font_sizes, plain_label

_SIZES = {"#quiztopic": 14.0, "#quizcount": 14.0}


class QuizHead(QWidget):
    """Hidden where no question is on show."""

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self.topic = ShortLabel("quiztopic")
        self.count = plain_label("quizcount")
        self.strip = RoundStrip(ink)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 0)
        row.setSpacing(14)
        row.addWidget(self.topic, 1)
        row.addWidget(self.strip)
        row.addWidget(self.count)

    def show_session(self, session: QuizSession) -> None:
        """Shows where a session is."""
        question = session.question if session.screen in (Screen.QUESTION, Screen.CLASS) else None
        self.setVisible(question is not None)
        if question is None:
            return
        self.topic.set_text(session.questions.topic_of(question))
        alone = session.screen is Screen.QUESTION
        place = session.round.place if alone else session.classroom.place
        count = len(session.round.asked if alone else session.classroom.asked)
        self.count.setText(f"{place + 1} of {count}")
        verdicts = [answer.marked.verdict for answer in session.round.answers]
        self.strip.show_round(verdicts, count if alone else 0, place)

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self.strip.set_ink(ink)

    def set_scale(self, scale: float) -> None:
        """Makes texts larger or smaller."""
        self.setStyleSheet(font_sizes(_SIZES, scale))
        self.strip.set_scale(scale)
