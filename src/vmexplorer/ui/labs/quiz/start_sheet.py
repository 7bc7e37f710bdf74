"""The first screen of the quiz: topics to choose from, and how well each is known."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vmexplorer.app.details_text import counted
from vmexplorer.app.quiz_session import QuizSession
from vmexplorer.lessons.quiz.progress import Standing
from vmexplorer.ui.labs.quiz.quiz_sheet import QuizSheet
from vmexplorer.ui.labs.quiz.quiz_styles import HINT, TITLE
from vmexplorer.ui.labs.quiz.share_row import ShareRow
from vmexplorer.ui.labs.quiz.topic_columns import TopicColumns
from vmexplorer.ui.panels.lettering import Lettering
from vmexplorer.ui.panels.text_entries import Entry
from vmexplorer.ui.panels.text_flow import Run, TextFlow

_TITLE = "Interview questions"
_HINT = "Choose a topic. Wrong answers come back soon, right ones later and later."


class StartSheet(QuizSheet):
    """Topics below each other; ``topic_chosen`` tells the id of the one that was clicked."""

    topic_chosen = Signal(str)

    def __init__(self, lettering: Lettering, session: QuizSession, parent: QWidget) -> None:
        super().__init__(lettering, parent)
        self.setAccessibleName(_TITLE)
        title = Entry(TextFlow(lettering, [Run(_TITLE, TITLE)]))
        hint = Entry(TextFlow(lettering, [Run(_HINT, HINT)]), 4.0)
        self.add_text([title, hint], 14.0)
        self.rows: list[ShareRow] = []
        columns = TopicColumns(lettering, self)
        for topic in session.questions.topics:
            standing = session.standing(topic.id)
            known = standing.known / standing.questions if standing.questions else 0.0
            row = ShareRow(lettering, topic.id, topic.name, _said(standing), known, columns, topic.summary)
            row.setChecked(topic.id == session.topic)
            row.pressed_id.connect(self.topic_chosen)
            self.rows.append(row)
        columns.rows = self.rows
        self.add(columns, 10.0)


def _said(standing: Standing) -> str:
    said = [counted(standing.questions, "question")]
    said += [f"{standing.known} known"] if standing.asked else []
    said += [f"{standing.due} due"] if standing.due else []
    return " · ".join(said)
