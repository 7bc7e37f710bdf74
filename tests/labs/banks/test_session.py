"""The history of a learner: events, undo and redo, predictions, stories."""

from __future__ import annotations

import pytest

from tests.helpers.banks import NEWEST, OLDEST, after, events, shown
from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.bank_event import BankEvent, Happening
from vmexplorer.labs.banks.eras import image_of, preset_named
from vmexplorer.labs.banks.host import ImpossibleEventError
from vmexplorer.labs.banks.session import BanksSession, Prediction, played

REBOOT, STAGE = BankEvent(Happening.REBOOT), BankEvent(Happening.STAGE, "B")


def written(session: BanksSession) -> list[str]:
    return [str(entry.event) for entry in session.entries]


def test_undo_and_redo_walk_along_the_events() -> None:
    session = after("stage B; reboot")
    back = session.undo()
    assert back.now == session.moments[1]
    assert (back.can_undo, back.can_redo) == (True, True)
    assert back.ahead is not None
    assert back.ahead.event == REBOOT
    assert back.redo().now == session.now
    start = back.undo().undo().undo()
    assert (start.cursor, start.can_undo, start.entry) == (0, False, None)
    assert session.redo().cursor == 2


def test_a_new_event_gives_up_what_lay_ahead() -> None:
    session = after("stage B; reboot; crash").go_to(1).act(BankEvent(Happening.STAGE, "C"))
    assert written(session) == ["stage B", "stage C"]
    assert not session.can_redo
    assert shown(session.now.host.banks) == "b5[A u=1 s=0] b6[C u=2 s=1]"


def test_an_event_can_take_the_place_of_the_present_one() -> None:
    session = after("stage B").predict(6).act(REBOOT).instead(BankEvent(Happening.SHIFT_R_NO))
    assert written(session) == ["stage B", "shift-r no"]
    assert session.entry is not None
    assert session.entry.predicted == Prediction(6)
    assert session.verdict is False
    assert written(BanksSession.fresh(NEWEST).instead(REBOOT)) == ["reboot"]


@pytest.mark.parametrize(("predicted", "right"), [(6, True), (5, False), (None, False)])
def test_a_prediction_is_judged_by_the_next_start(predicted: int | None, right: bool) -> None:
    waiting = BanksSession.fresh(NEWEST).predict(predicted).act(STAGE)
    assert waiting.prediction == Prediction(predicted)
    assert waiting.verdict is None
    started = waiting.act(REBOOT)
    assert (started.prediction, started.verdict) == (None, right)
    assert started.undo().verdict is None
    assert started.undo().redo().verdict is right


def test_a_prediction_can_be_made_for_an_event_that_lies_ahead() -> None:
    story = BanksSession.of(preset_named(shipped_atlas(), "T2"), NEWEST).predict(5)
    staged = story.redo()
    assert (staged.prediction, staged.verdict) == (Prediction(5), None)
    started = staged.redo()
    assert (started.prediction, started.verdict, started.can_redo) == (None, False, True)
    assert started.redo().redo().cursor == 3


def test_expecting_no_bank_can_be_right() -> None:
    session = BanksSession.of(preset_named(shipped_atlas(), "T11"), NEWEST).predict(None)
    assert session.act(BankEvent(Happening.POWER_CYCLE)).verdict is True


def test_the_same_prediction_twice_takes_it_back() -> None:
    session = BanksSession.fresh(NEWEST).predict(5)
    assert session.predict(6).prediction == Prediction(6)
    assert session.predict(5).prediction is None


def test_a_story_lies_ahead_when_it_begins() -> None:
    session = BanksSession.of(preset_named(shipped_atlas(), "T6"), NEWEST)
    assert (session.cursor, written(session)[session.cursor :]) == (1, ["reboot", "crash", "power-cycle", "complete"])
    assert shown(session.now.host.banks) == "b5[A u=1 s=0] b6[B u=2 s=1]"


def test_another_loader_plays_the_same_events() -> None:
    story = BanksSession.of(preset_named(shipped_atlas(), "three-banks"), NEWEST)
    assert story.redo().now.host.booted == 7
    old = story.with_loader(OLDEST)
    assert (old.cursor, old.loader) == (0, OLDEST)
    assert old.redo().now.host.booted == 6


def test_another_loader_gives_up_what_it_makes_impossible() -> None:
    image = image_of(shipped_atlas())
    given = next(preset for preset in image.presets if preset.id == "three-banks")
    only_third = type(given)("x", "x", given.story, given.events, banks=given.banks[2:], runs=7)
    session = BanksSession.of(only_third, NEWEST).go_to(2).predict(7)
    old = session.with_loader(OLDEST)
    assert (written(old), old.cursor, old.now.host.booted) == (["reboot"], 1, None)
    assert old.prediction == Prediction(7)


def test_an_impossible_event_is_told_by_its_number() -> None:
    with pytest.raises(ImpossibleEventError, match=r"^event 2, 'crash' cannot happen: the start is complete"):
        played(NEWEST, events("stage B; crash"))
    session = BanksSession.fresh(NEWEST)
    assert session.refusal(Happening.CRASH)
    assert not session.refusal(Happening.STAGE)
