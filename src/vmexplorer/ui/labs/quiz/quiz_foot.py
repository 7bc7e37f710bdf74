"""The buttons below the quiz: what can be done on the screen that is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vmexplorer.app.quiz_session import QuizSession, Screen
from vmexplorer.lessons.quiz.classroom import Stage
from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.texts import font_sizes

_STAGES = {
    Stage.ASKED: "Count hands",
    Stage.COUNTING: "Show the answer",
    Stage.REVEALED: "Next question",
    Stage.OVER: "Topics",
}


class QuizFoot(QWidget):
    """``main`` is the button that Enter presses; every button only says what the person wants."""

    main_wanted = Signal()
    pass_wanted = Signal()
    class_wanted = Signal()
    predict_wanted = Signal()
    again_wanted = Signal()
    back_wanted = Signal()
    save_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("quizfoot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.main = BarButton("", "Enter does the same")
        self.main.setObjectName("primary")
        self.skip = BarButton("Pass", "Shows the answer without one of your own")
        self.hold_class = BarButton(
            "Ask a class", "Answers by show of hands; nobody sees the right one before you show it"
        )
        self.predict = BarButton("Predict a path", "Who gets the message next? Step by step through a message path")
        self.again = BarButton("Ask the missed ones again", "Only what was not wholly right")
        self.back = BarButton("Back", "The question before")
        self.save = BarButton("Save results", "Writes a table that a spreadsheet opens")
        self.end = BarButton("End", "Ends this round")
        self._row = QHBoxLayout(self)
        joints = (
            (self.main, self.main_wanted),
            (self.skip, self.pass_wanted),
            (self.again, self.again_wanted),
            (self.hold_class, self.class_wanted),
            (self.predict, self.predict_wanted),
            (self.back, self.back_wanted),
            (self.save, self.save_wanted),
            (self.end, self.end_wanted),
        )
        for button, signal in joints:
            if button is not self.main:
                button.setObjectName("secondary")
            button.clicked.connect(signal)
            if button is self.end:
                self._row.addStretch(1)
            self._row.addWidget(button)
        self.set_scale(1.0)

    def show_session(self, session: QuizSession, ready: bool) -> None:
        """Offers what can be done; ``ready`` when an answer has been chosen or typed."""
        screen, answered = session.screen, session.round.answered is not None
        waiting = screen is Screen.QUESTION and not answered
        self.main.setText(_main_text(session))
        self.main.setVisible(not (waiting and session.wants_click and not ready))
        self.main.setEnabled(not waiting or ready)
        self.skip.setVisible(waiting)
        self.hold_class.setVisible(screen is Screen.START)
        self.predict.setVisible(screen is Screen.START)
        self.again.setVisible(screen is Screen.SCORE and bool(session.round.missed))
        self.back.setVisible(screen is Screen.CLASS and session.classroom.place > 0)
        self.save.setVisible(screen is Screen.CLASS and any(any(row) for row in session.classroom.hands))
        self.end.setVisible(screen in (Screen.QUESTION, Screen.CLASS))

    def set_scale(self, scale: float) -> None:
        """Makes the buttons larger or smaller."""
        self.setStyleSheet(font_sizes({"QPushButton": 15.0}, scale))
        self._row.setContentsMargins(round(20 * scale), round(8 * scale), round(20 * scale), round(10 * scale))
        self._row.setSpacing(round(8 * scale))


def _main_text(session: QuizSession) -> str:
    if session.screen is Screen.START:
        return "Practise"
    if session.screen is Screen.SCORE:
        return "Topics"
    if session.screen is Screen.CLASS:
        asked = session.classroom.current
        opened = session.classroom.stage is Stage.ASKED and asked is not None and session.classroom.step().revealed
        return "Show the answer" if opened else _STAGES[session.classroom.stage]
    if session.round.answered is None:
        return "Check"
    return "Next" if session.round.place + 1 < len(session.round.asked) else "See the score"
