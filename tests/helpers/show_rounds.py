"""A speaker who goes on for hours: what is done in one round of a long show."""

from __future__ import annotations

from random import Random

from PySide6.QtCore import QCoreApplication, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest

from tests.helpers.presenters import Stage, hover, press_key, stroke
from vmexplorer.ui.labs.quiz.quiz_lab import QuizLab

ROUND = 15.0  # seconds of show
_KEYS = ("L", "K", "Z", "D", "E", "C", "B", "W", "F", "T", "S", "H", "Tab", "?", "V", "R", "+", "-", "Shift+D", "G")
_FRAME = 0.5


def a_round(stage: Stage, number: int, random: Random) -> None:
    """Steps, points, draws, opens and closes something, leaves the tour now and then; fifteen seconds pass."""
    _take_a_step(stage, number)
    key = random.choice(_KEYS)
    stage.keys(key)
    _move_the_hand(stage, random)
    if number % 7 == 3:
        _leave_the_tour(stage, number)
    if number % 29 == 11:
        stage.screens.unplug()
        stage.screens.plug()
    while stage.state.layers:
        stage.keys("Esc")
    _let_pass(stage, ROUND)


def rest(stage: Stage) -> None:
    """Brings a show to where it can be compared: at its first stop, with everything painted and nothing open."""
    while stage.state.layers:
        stage.keys("Esc")
    stage.keys("1", "Return")
    stage.program.desk.controller.tell("")
    # The quiz would keep the last of its questions, which has now more, now fewer answers.
    stage.program.desk.labs.open("quiz")
    quiz = stage.program.desk.labs.lab("quiz")
    assert isinstance(quiz, QuizLab)
    quiz.page.end_wanted.emit()
    stage.program.desk.labs.close()
    stage.keys("V")
    stage.clock.advance(60.0)
    for _ in range(400):
        run_loop()
        if stage.picture.sharp and stage.screen.sharp:
            break


def _take_a_step(stage: Stage, number: int) -> None:
    """Through the tour and back to its start, as often as it takes."""
    stops = len(stage.show.tour.stops)
    if stage.place.stop == stops - 1 and number % 5 == 0:
        stage.keys("1", "Return")
    else:
        stage.keys("PgUp" if number % 11 == 0 else "PgDown")


def _move_the_hand(stage: Stage, random: Random) -> None:
    if not stage.show.speaker.isVisible():
        return
    canvas = stage.picture
    room = canvas.rect().adjusted(20, 20, -20, -20)
    across, down = range(room.left(), room.right()), range(room.top(), room.bottom())
    places = [QPoint(random.choice(across), random.choice(down)) for _ in range(5)]
    for place in places:
        hover(canvas, place)
    if stage.state.tool is not None:
        stroke(canvas, *places)
    else:
        left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(canvas, left, plain, places[0])


def _leave_the_tour(stage: Stage, number: int) -> None:
    desk = stage.program.desk
    while stage.state.layers:
        stage.keys("Esc")
    stage.keys("MXQ"[number % 3])
    if desk.labs.open_lab == "whatif":
        desk.labs.set_faults((("stop hostd",), ("stop vpxa",))[number % 2])
    desk.show_view(("overview", "vm", "agents")[number % 3])
    desk.choose(("hostd", "vmx", "vmkernel")[number % 3])
    desk.tell(("F01", "F05")[number % 2])
    run_loop()
    press_key(stage.program.window, "F5")


def _let_pass(stage: Stage, seconds: float) -> None:
    """Time passes for the show and for what plays; everything is painted."""
    for _ in range(round(seconds / _FRAME)):
        stage.advance(_FRAME)
    stage.show.page.show_times()
    run_loop()


def run_loop() -> None:
    """Lets the event loop do what is waiting: painting, and deleting what was left."""
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()
    QCoreApplication.sendPostedEvents(None, 0)
