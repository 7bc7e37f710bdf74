"""The end of a round: the score by topic, and what to look at again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vmexplorer.app.quiz_session import QuizSession
from vmexplorer.lessons.quiz.practice import by_topic
from vmexplorer.ui.labs.quiz.missed_row import MissedRow
from vmexplorer.ui.labs.quiz.quiz_sheet import QuizSheet
from vmexplorer.ui.labs.quiz.quiz_styles import HEAD, HINT, TITLE
from vmexplorer.ui.labs.quiz.share_row import ShareRow
from vmexplorer.ui.panels.lettering import Lettering
from vmexplorer.ui.panels.text_entries import Entry
from vmexplorer.ui.panels.text_flow import Run, TextFlow

_MOST_MISSED = 20


class ScoreSheet(QuizSheet):
    """Shows a round that is over."""

    def __init__(self, lettering: Lettering, session: QuizSession, parent: QWidget) -> None:
        super().__init__(lettering, parent)
        done = session.round
        answered = len(done.answers)
        title = f"{done.score:.3g} of {answered} right"
        self.setAccessibleName(title)
        said = _word(done.score / answered if answered else 0.0)
        head = [Entry(TextFlow(lettering, [Run(title, TITLE)])), Entry(TextFlow(lettering, [Run(said, HINT)]), 4.0)]
        self.add_text(head, 20.0)
        names = {topic.id: topic.name for topic in session.questions.topics}
        self._caption("By topic")
        for row in by_topic(done):
            name, told = names.get(row.topic, row.topic), f"{row.score:.3g} of {row.questions}"
            self.add(ShareRow(lettering, row.topic, name, told, row.score / row.questions, self), 4.0)
        missed = done.missed[:_MOST_MISSED]
        if missed:
            self._caption("Look at these again")
        for asked in missed:
            again = MissedRow(lettering, session.questions, asked.question, self)
            again.chosen.connect(self.chosen)
            self.add(again, 6.0)

    def _caption(self, text: str) -> None:
        self.add_text([Entry(TextFlow(self.lettering, [Run(text, HEAD)]))], 18.0)


def _word(share: float) -> str:
    if share >= 0.9:
        return "Well done. What was right comes back in a few days, to see whether it stays."
    if share >= 0.6:
        return "A good part is there. What was missed comes back first."
    return "What was missed comes back first. The reasons and the map are worth a second look."
