"""Questions asked during a show: the audience sees the board, the speaker the answer as well."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.maps import image, share_of
from tests.helpers.presenters import Stage as Staged
from tests.helpers.presenters import presented
from tests.helpers.questions import choice, said
from tests.helpers.widgets import ink
from vmexplorer.app.quiz_session import Screen
from vmexplorer.app.touring import EMPHASIS
from vmexplorer.atlas.question import AnswerKind, Question
from vmexplorer.drawing.theme import Role
from vmexplorer.lessons.quiz.asked import ask
from vmexplorer.lessons.quiz.classroom import Classroom, Stage
from vmexplorer.lessons.show_state import Layer
from vmexplorer.ui.labs.quiz.answer_row import AnswerState
from vmexplorer.ui.labs.quiz.board_card import BoardCard
from vmexplorer.ui.labs.quiz.board_sheet import AudienceSheet, BoardSheet
from vmexplorer.ui.labs.quiz.quiz_lab import QuizLab
from vmexplorer.ui.labs.quiz.quiz_styles import REASON
from vmexplorer.ui.labs.quiz.share_row import ShareRow
from vmexplorer.ui.panels.text_stack import TextStack


def quiz(stage: Staged) -> QuizLab:
    lab = stage.program.desk.labs.lab("quiz")
    assert isinstance(lab, QuizLab)
    return lab


def texts(sheet: object) -> str:
    assert isinstance(sheet, BoardSheet)
    return "\n".join([stack.accessibleName() for stack in sheet.findChildren(TextStack)])


def hold_class(stage: Staged, kind: AnswerKind) -> QuizLab:
    """Asks a class the first question of a kind."""
    stage.keys("Q")
    lab = quiz(stage)
    session = lab.session
    session.classroom = Classroom.of([ask(one, 3) for one in session.questions.every("interview") if one.kind is kind])
    session.screen = Screen.CLASS
    lab._begun()
    return lab


def test_the_board_stands_beside_the_picture_until_the_tour_goes_on(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        whole = stage.screen.width()
        lab = hold_class(stage, AnswerKind.CHOICE)
        card = stage.show.audience.board
        assert card.isVisible()
        assert card.board == lab.session.board()
        assert stage.screen.width() + card.width() == whole
        assert card.geometry().left() == stage.screen.geometry().right() + 1
        stage.show.carry_out("live.map")
        assert Layer.DETOUR not in stage.state
        assert not card.isVisible()
        assert stage.screen.width() == whole


def test_the_answer_is_hidden_from_the_audience_and_known_to_the_speaker(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        lab = hold_class(stage, AnswerKind.CHOICE)
        question = lab.session.question
        assert question is not None
        card = stage.show.audience.board
        assert "Only you see this" in texts(lab.page.area.sheet)
        assert question.reason[0].text.replace("`", "")[:40] in texts(lab.page.area.sheet).replace("\u2060", "")
        assert "Answer" not in texts(card.area.sheet)
        lab.page.go_on()
        lab.session.set_hands(0, 12)
        lab.page.hands_typed.emit(0, 12)
        assert card.board is not None
        assert (card.board.stage, card.board.lines[0].hands) == (Stage.COUNTING, 12)
        assert "Answer" not in texts(card.area.sheet)
        lab.page.go_on()
        assert ticked(card)
        assert "Only you see this" not in texts(lab.page.area.sheet)


def test_a_frozen_picture_keeps_the_board_away(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("F")
        hold_class(stage, AnswerKind.CHOICE)
        assert not stage.show.audience.board.isVisible()


def test_on_one_screen_nothing_is_for_the_speaker_alone(qtbot: QtBot) -> None:
    with presented(qtbot, screens=1) as stage:
        lab = hold_class(stage, AnswerKind.CHOICE)
        assert "Only you see this" not in texts(lab.page.area.sheet)


def test_what_the_stop_brings_out_is_no_hint_to_a_question(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        explorer = stage.program.desk.controller.explorer
        assert EMPHASIS in dict(explorer.now.overlays)
        hold_class(stage, AnswerKind.CLICK)
        assert EMPHASIS not in dict(explorer.now.overlays)
        stage.show.carry_out("live.map")
        assert EMPHASIS in dict(explorer.now.overlays)


def test_the_board_has_the_colours_of_the_audience(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        hold_class(stage, AnswerKind.CHOICE)
        picture = image(stage.show.audience.board)
        assert share_of(picture, ink("projector").role(Role.PANEL)) > 0.3


def test_without_a_class_there_is_no_board(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("Q")
        assert stage.program.desk.labs.open_lab == "quiz"
        quiz(stage).prepare("boot")
        assert not stage.show.audience.board.isVisible()


@pytest.mark.parametrize("kind", list(AnswerKind))
def test_every_kind_of_question_is_seen_whole_by_the_audience(qtbot: QtBot, kind: AnswerKind) -> None:
    with presented(qtbot) as stage:
        lab = hold_class(stage, kind)
        card = stage.show.audience.board
        shown = card.area.sheet
        assert shown is not None
        assert card.area.verticalScrollBar().maximum() == 0
        lab.page.go_on()
        lab.page.go_on()
        assert card.area.verticalScrollBar().maximum() == 0


def put(stage: Staged, question: Question) -> BoardCard:
    """Asks a class one question."""
    lab = quiz(stage)
    lab.session.classroom = Classroom.of([ask(question, 3)])
    lab.session.screen = Screen.CLASS
    lab._begun()
    return stage.show.audience.board


def check_read_from_the_last_row(card: BoardCard, height: int) -> None:
    shown = card.area.sheet
    assert isinstance(shown, AudienceSheet)
    styles = shown.styles
    sizes = [style.size for style in (styles.ask, styles.hint, styles.option, styles.note, styles.badge, styles.answer)]
    assert min(round(size * shown.lettering.scale) for size in (*sizes, REASON.size)) >= round(28 * height / 1080)
    assert card.area.verticalScrollBar().maximum() == 0, card.board


@pytest.mark.parametrize("size", [(1920, 1080), (3840, 2160), (1366, 768)])
def test_every_question_is_read_from_the_last_row(qtbot: QtBot, size: tuple[int, int]) -> None:
    with presented(qtbot) as stage:
        stage.keys("Q")
        stage.show.audience.setGeometry(0, 0, *size)
        lab = quiz(stage)
        for question in lab.session.questions.every("interview"):
            card = put(stage, question)
            check_read_from_the_last_row(card, size[1])
            assert card.width() < 0.7 * size[0]
            while not lab.session.classroom.revealed:
                lab.page.go_on()
            check_read_from_the_last_row(card, size[1])
            assert card.width() < 0.7 * size[0]
            assert "Answer" in texts(card.area.sheet) or ticked(card)


def test_the_longest_question_of_any_pack_takes_the_whole_screen(qtbot: QtBot) -> None:
    wordy = "A rather long word after another word "
    longest = [(f"{number} {wordy * 4}")[:140] for number in range(6)]
    question = replace(choice(*longest), asks=(wordy * 7)[:240], reason=tuple([said(wordy * 8)] * 4))
    with presented(qtbot) as stage:
        stage.keys("Q")
        card = put(stage, question)
        check_read_from_the_last_row(card, 1080)
        quiz(stage).page.go_on()
        quiz(stage).page.go_on()
        check_read_from_the_last_row(card, 1080)


def test_the_end_of_a_class_has_the_whole_screen_and_every_question_whole(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        lab = hold_class(stage, AnswerKind.CHOICE)
        session = lab.session
        session.classroom = Classroom.of(session.classroom.asked[:10])
        lab._begun()
        while session.classroom.current is not None:
            lab.page.hands_typed.emit(0, 3)
            lab.page.go_on()
        card = stage.show.audience.board
        assert card.width() == stage.show.audience.width()
        check_read_from_the_last_row(card, 1080)
        names = [row.accessibleName() for row in card.area.findChildren(ShareRow) if row.isVisible()]
        assert len(names) == 10
        assert not any("…" in name for name in names)


def test_the_map_is_seen_whole_and_no_caption_gives_a_hint(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        stage.keys("Q")
        audience = stage.show.audience
        put(stage, next(one for one in quiz(stage).session.questions.every("interview") if one.id == "SQ13"))
        scene, seen = audience.canvas.scene, audience.canvas.seen()
        assert seen.x <= scene.x
        assert seen.x + seen.width >= scene.x + scene.width
        assert not audience.caption.isVisible()
        stage.show.carry_out("live.map")
        assert audience.caption.isVisible()


def ticked(card: BoardCard) -> bool:
    shown = card.area.sheet
    assert isinstance(shown, AudienceSheet)
    return any(row.row.state is AnswerState.RIGHT for row in shown.rows)


def test_the_quiz_is_itself_again_after_the_show(qtbot: QtBot) -> None:
    with presented(qtbot) as stage:
        lab = hold_class(stage, AnswerKind.CHOICE)
        stage.show.end()
        stage.program.desk.labs.open("quiz")
        assert "Only you see this" not in texts(lab.page.area.sheet)
