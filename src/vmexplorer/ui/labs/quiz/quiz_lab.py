"""The quiz as a lab: its session, its page, and what it wants of the map."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QLocale, QPoint, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from vmexplorer.app.details import Action, Subject
from vmexplorer.app.kept import Kept
from vmexplorer.app.questions import Questions
from vmexplorer.app.quiz_results import results_folder, save_results
from vmexplorer.app.quiz_session import PathPart, QuizSession, Screen
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.flow import BRANCH_MARK
from vmexplorer.lessons.quiz.given import Given
from vmexplorer.playback.motion import Motion
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.lab import Lab
from vmexplorer.ui.labs.quiz.quiz_page import QuizPage

_CLASS, _ABOUT, _PREDICT = "class", "about", "predict"


class QuizLab(Lab):
    """Asks beside the map; what is to be clicked is clicked on the map."""

    def __init__(self, ink: Ink) -> None:
        super().__init__()
        self.page: QuizPage = QuizPage(ink)
        self._session: QuizSession | None = None
        self._view = ""
        self._path: PathPart | None = None
        page = self.page
        page.topic_chosen.connect(self._choose_topic)
        page.practise_wanted.connect(self._practise)
        page.class_wanted.connect(self._hold_class)
        page.predict_wanted.connect(self._offer_paths)
        page.answered.connect(self._answer)
        page.next_wanted.connect(self._next)
        page.again_wanted.connect(self._repeat)
        page.end_wanted.connect(self._end)
        page.class_step_wanted.connect(self._step_class)
        page.class_back_wanted.connect(self._step_class_back)
        page.hands_typed.connect(self._note_hands)
        page.save_wanted.connect(self._save)
        page.chosen.connect(self._follow)

    @property
    def session(self) -> QuizSession:
        """What is asked and answered; there from the first opening on."""
        if self._session is None:
            raise RuntimeError("the quiz has not been opened yet")
        return self._session

    # What every lab can

    def enter(self, atlas: Atlas, era: str, motion: Motion) -> None:
        """Shows the session; in another era it begins anew."""
        if self._session is None or self._session.questions.atlas is not atlas:
            self._session = QuizSession(Questions(atlas, era), Kept.of_user())
            self._complain()
        self.session.view = self._view
        self.session.enter(atlas, era)
        self._tell(self.session.path())
        self._show()

    def leave(self) -> None:
        """Puts away what was told of a path; the round waits."""
        self._tell(None)
        self.board_changed.emit(None)

    def watch(self, watched: bool) -> None:
        """Shows the speaker what the audience does not see yet."""
        self.page.set_watched(watched)

    def see(self, view: str) -> None:
        """Keeps in mind which view is on the map, where parts are clicked."""
        self._view = view
        if self._session is not None:
            self._session.view = view
            self.overlay_changed.emit(self._session.overlay())

    def takes(self, component: str) -> bool:
        """Takes a click as an answer while one is waited for."""
        if self._session is None or not self._session.wants_click:
            return False
        self._session.click(component)
        self._answered()
        return True

    def step(self, forward: bool) -> bool:
        """Hands, answer, next question, as long as there are some."""
        if self._session is None or self._session.screen is not Screen.CLASS or self._session.question is None:
            return False
        if forward:
            self._step_class()
        else:
            self._step_class_back()
        return True

    def take_up(self, part: str) -> None:
        """Begins a round about a component."""
        self.session.practise_about(part)
        self._begun()

    def prepare(self, preset: str) -> None:
        """Begins a round about a topic (``boot``), a class (``class boot``) or a path to predict (``predict F01``,
        ``predict F04/locked``).

        A class about parts and paths, that which matters most first, is ``class about hostd vpxa F01``.

        Raises:
            UnknownNameError: there is no such topic, path or branch.
        """
        what, _, name = preset.strip().partition(" ")
        if what == _CLASS and name.partition(" ")[0] == _ABOUT:
            self.session.hold_class_about(name.split()[1:])
        elif what == _PREDICT and name:
            self.session.predict(name.strip())
        else:
            topic = name.strip() if what == _CLASS else preset.strip()
            if topic:
                self.session.choose_topic(self.session.questions.topic(topic).id)
            if what == _CLASS:
                self.session.hold_class()
            else:
                self.session.practise()
        self._begun()

    # What the page wants

    @Slot(str)
    def _choose_topic(self, topic: str) -> None:
        self.session.choose_topic(topic)
        self._show()

    @Slot()
    def _practise(self) -> None:
        self.session.practise()
        self._begun()

    @Slot()
    def _hold_class(self) -> None:
        self.session.hold_class()
        self._begun()

    @Slot()
    def _repeat(self) -> None:
        self.session.repeat_missed()
        self._begun()

    @Slot()
    def _offer_paths(self) -> None:
        """Lists the paths of the era above the button."""
        questions = self.session.questions
        menu = QMenu(self.page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for flow in questions.atlas.flows.values():
            if questions.era in questions.atlas.eras_of(flow):
                menu.addAction(flow.name).setData(flow.id)
            for branch in questions.atlas.branches_in(flow, questions.era):
                menu.addAction(f"    {branch.name}").setData(f"{flow.id}{BRANCH_MARK}{branch.id}")
        menu.triggered.connect(self._predict)
        button = self.page.foot.predict
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    @Slot(QAction)
    def _predict(self, action: QAction) -> None:
        self.session.predict(action.data())
        self._begun()

    @Slot(object)
    def _answer(self, given: Given) -> None:
        self.session.answer(given)
        self._answered()

    @Slot()
    def _next(self) -> None:
        self.session.next()
        self._begun()

    @Slot()
    def _end(self) -> None:
        self.session.end()
        self._begun()

    @Slot()
    def _step_class(self) -> None:
        self.session.step_class()
        self._begun()

    @Slot()
    def _step_class_back(self) -> None:
        self.session.step_class_back()
        self._begun()

    @Slot(int, int)
    def _note_hands(self, answer: int, hands: int) -> None:
        self.session.set_hands(answer, hands)
        self.page.refresh_hands()
        self.board_changed.emit(self.session.board())

    @Slot()
    def _save(self) -> None:
        # Where a number has a decimal comma, spreadsheets expect semicolons between cells.
        separator = ";" if QLocale.system().decimalPoint() == "," else ","
        self.said.emit(save_results(results_folder(), self.session.classroom, datetime.now(), separator))

    @Slot(Action)
    def _follow(self, action: Action) -> None:
        if action.kind is Subject.COMPONENT:
            self.component_wanted.emit(action.id)
        else:
            self._tell(None)
            self.flow_wanted.emit(action.id)

    # What follows

    def _begun(self) -> None:
        """Another question or screen: the view first, then what is told and marked there."""
        view = self.session.view_wanted()
        if view:
            self.view_wanted.emit(view)
        self._tell(self.session.path())
        self._show()
        self.page.take_keyboard()

    def _answered(self) -> None:
        self._complain()
        self._begun()

    def _show(self) -> None:
        self.page.show_session(self.session)
        self.overlay_changed.emit(self.session.overlay())
        self.board_changed.emit(self.session.board())

    def _tell(self, path: PathPart | None) -> None:
        """Tells the first steps of a path on the map, or puts away what was told."""
        if path != self._path:
            self._path = path
            self.path_wanted.emit(*(path or PathPart("", 0)))

    def _complain(self) -> None:
        if self.session.complaint:
            self.said.emit(self.session.complaint)


def make_lab(ink: Ink) -> QuizLab:
    """The quiz as it is at its first opening."""
    return QuizLab(ink)
