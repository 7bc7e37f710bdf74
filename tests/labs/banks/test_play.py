"""The lab at work: shows, time, keys of the loader's screen, stories, eras."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.banks import shown
from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.bank_event import BankEvent, Happening
from vmexplorer.errors import UnknownNameError
from vmexplorer.labs.banks.beat import BeatKind
from vmexplorer.labs.banks.host import ImpossibleEventError, Phase
from vmexplorer.labs.banks.play import BanksPlay, Key
from vmexplorer.playback.motion import EXPLORE, REDUCED

K = BeatKind
UPGRADE = ("stage B", "reboot", "complete")


def play(*events: str, era: str = "e8") -> BanksPlay:
    """A lab in which events have happened and been played to their end."""
    made = BanksPlay(shipped_atlas(), era, EXPLORE)
    for event in events:
        made.act(BankEvent.parse(event))
        made.skip()
    return made


def to(lab: BanksPlay, kind: BeatKind, share: float = 0.5) -> None:
    """Lets time pass until a piece of the present show is half over."""
    for _ in range(10_000):
        if lab.picture.kind is kind and lab.picture.share >= share:
            return
        assert lab.player.playing, f"the show ended before {kind}"
        lab.advance(0.05)


def run_out(lab: BanksPlay) -> None:
    """Lets time pass until nothing plays any more."""
    for _ in range(10_000):
        if not lab.player.playing:
            return
        lab.advance(0.1)


def works(lab: BanksPlay) -> set[Key]:
    return {key for key in Key if not lab.key_refusal(key)}


def written(lab: BanksPlay) -> list[str]:
    return [str(entry.event) for entry in lab.session.entries]


def test_it_begins_at_rest_with_a_fresh_host() -> None:
    lab = play()
    assert shown(lab.picture.banks) == "b5[A u=1 s=0] b6[- u=0 s=3]"
    assert (lab.picture.done, lab.player.playing, works(lab)) == (True, False, set())


def test_an_event_is_played_to_its_end() -> None:
    lab = play("stage B")
    lab.act(BankEvent(Happening.REBOOT))
    assert (lab.player.playing, lab.picture.done) == (True, False)
    run_out(lab)
    assert lab.picture.done
    assert lab.session.now.host.phase is Phase.STARTING


def test_back_and_forth_and_a_step_onward() -> None:
    lab = play(*UPGRADE)
    lab.undo()
    assert (lab.session.cursor, lab.picture.done, lab.player.playing) == (2, True, False)
    lab.go_to(0)
    assert lab.session.cursor == 0
    lab.redo()
    assert (lab.session.cursor, lab.player.playing) == (1, True)
    lab.go_to(3)
    lab.redo()
    assert (lab.session.cursor, lab.player.playing) == (3, False)


def test_an_impossible_event_changes_nothing() -> None:
    lab = play()
    with pytest.raises(ImpossibleEventError):
        lab.act(BankEvent(Happening.CRASH))
    assert (lab.session.cursor, lab.picture.done) == (0, True)


def test_the_countdown_has_three_keys_and_enter_ends_it() -> None:
    lab = play("stage B")
    lab.act(BankEvent(Happening.REBOOT))
    to(lab, K.READ)
    assert works(lab) == set()
    to(lab, K.COUNTDOWN)
    assert works(lab) == {Key.ENTER, Key.SHIFT_O, Key.SHIFT_R}
    lab.press(Key.ENTER)
    lab.advance(0.01)
    assert (lab.picture.kind, works(lab)) == (K.LOAD, set())


def test_shift_o_shows_the_boot_options_until_a_key() -> None:
    lab = play("stage-broken B")
    lab.act(BankEvent(Happening.REBOOT))
    to(lab, K.COUNTDOWN, 0.1)
    lab.press(Key.SHIFT_O)
    assert (lab.player.playing, works(lab)) == (False, {Key.ENTER, Key.ESCAPE})
    assert "rollback" in lab.picture.screen.text
    lab.press(Key.ESCAPE)
    assert lab.player.playing
    assert "in 5 seconds" in lab.picture.screen.text
    to(lab, K.COUNTDOWN, 0.1)
    lab.press(Key.SHIFT_O)
    lab.press(Key.ENTER)
    lab.advance(0.01)
    assert (lab.editing, lab.picture.kind) == (False, K.LOAD)


@pytest.mark.parametrize(("key", "event", "booted"), [(Key.YES, "shift-r yes", 5), (Key.NO, "shift-r no", 6)])
def test_shift_r_asks_and_waits_for_an_answer(key: Key, event: str, booted: int) -> None:
    lab = play(*UPGRADE)
    lab.predict(6)
    lab.act(BankEvent(Happening.REBOOT))
    to(lab, K.COUNTDOWN)
    lab.press(Key.SHIFT_R)
    run_out(lab)
    assert (lab.asking, lab.picture.kind, works(lab)) == (True, K.QUESTION, {Key.YES, Key.NO})
    assert written(lab)[-1] == "reboot"
    lab.press(key)
    assert written(lab)[-1] == event
    run_out(lab)
    assert lab.picture.done
    assert lab.session.now.host.booted == booted
    assert lab.session.verdict is (booted == 6)


def test_a_question_that_nobody_answers_is_forgotten() -> None:
    lab = play(*UPGRADE)
    lab.act(BankEvent(Happening.REBOOT))
    to(lab, K.COUNTDOWN)
    lab.press(Key.SHIFT_R)
    lab.skip()
    assert lab.asking
    lab.undo()
    assert (lab.asking, lab.session.cursor) == (False, 3)
    assert shown(lab.picture.banks) == "b5[A u=1 s=0] b6[B u=2 s=0]"


def test_shift_r_in_the_first_start_asks_nothing() -> None:
    lab = play("stage B")
    lab.act(BankEvent(Happening.REBOOT))
    to(lab, K.COUNTDOWN)
    lab.press(Key.SHIFT_R)
    assert written(lab)[-1] == "shift-r no"
    to(lab, K.RESUME)
    assert works(lab) == {Key.ENTER}
    lab.press(Key.ENTER)
    to(lab, K.COUNTDOWN)
    assert lab.key_refusal(Key.SHIFT_R) == "it has been pressed once already in this start"
    run_out(lab)
    assert lab.session.now.host.booted == 5


def test_a_key_that_does_nothing_is_ignored() -> None:
    lab = play("stage B")
    before = (lab.session, lab.player.position)
    for key in Key:
        assert lab.key_refusal(key)
        lab.press(key)
    assert (lab.session, lab.player.position) == before


def test_a_story_begins_before_its_first_event() -> None:
    lab = play("stage B")
    lab.start_story("t6")
    assert lab.story is not None
    assert (lab.story.id, lab.session.cursor, written(lab)[1]) == ("T6", 1, "reboot")
    lab.start_fresh()
    assert (lab.story, written(lab)) == (None, [])
    with pytest.raises(UnknownNameError):
        lab.start_story("T77")
    assert lab.story is None


def test_a_story_brings_the_loader_it_needs() -> None:
    lab = play(era="e5")
    assert lab.loader.id == "two-partitions"
    lab.start_story("quick-boot")
    assert lab.loader.id == "three-banks"
    lab.show_loader("two-banks")
    lab.redo()
    assert lab.session.now.host.booted == 6


def test_an_era_brings_its_loader_and_its_builds() -> None:
    lab = play(*UPGRADE)
    lab.show_era("e6")
    assert lab.loader.id == "two-banks"
    lab.act(BankEvent.parse("shift-r yes"))
    to(lab, K.QUESTION)
    assert "BANK6: 6.0.0-B (Default)" in lab.picture.screen.text


def test_less_movement_goes_on_with_the_same_piece() -> None:
    lab = play("stage B")
    lab.set_motion(REDUCED)
    assert lab.picture.done
    lab.act(BankEvent(Happening.REBOOT))
    to(lab, K.READ, 0.0)
    lab.set_motion(EXPLORE)
    assert (lab.picture.kind, lab.player.playing) == (K.READ, True)


KEYS = st.sampled_from(list(Key))
DOINGS = st.lists(
    st.one_of(
        st.sampled_from(list(Happening)),
        KEYS,
        KEYS,
        st.floats(0.0, 9.0),
        st.sampled_from(["undo", "redo", "skip", "fresh", "T8", "T11", "e3", "e9", "predict"]),
    ),
    max_size=30,
)


@given(DOINGS)
def test_whatever_is_done_the_picture_fits_the_session(doings: list[Happening | Key | float | str]) -> None:
    lab = play()
    plain = {"undo": lab.undo, "redo": lab.redo, "skip": lab.skip, "fresh": lab.start_fresh}
    for doing in doings:
        if isinstance(doing, Happening):
            if not lab.session.refusal(doing):
                lab.act(BankEvent(doing, "B" if "stage" in doing else ""))
        elif isinstance(doing, Key):
            lab.press(doing)
        elif isinstance(doing, float):
            lab.advance(doing)
        elif doing in plain:
            plain[doing]()
        elif doing == "predict":
            lab.predict(6)
        elif doing.startswith("e"):
            lab.show_era(doing)
        else:
            lab.start_story(doing)
        picture = lab.picture
        assert picture.lines == lab.picture.lines
        if picture.done:
            assert picture.banks == lab.moment.host.banks
        assert not lab.editing or not lab.player.playing
        assert not lab.asking or works(lab) == {Key.YES, Key.NO}
