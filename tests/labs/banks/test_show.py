"""The show of an event: its pieces, in order, and what they tell."""

from __future__ import annotations

import pytest

from tests.helpers.banks import NEWEST, after, bank, director, last_show
from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.bank_event import BankEvent, Happening
from vmexplorer.atlas.system_image import Preset
from vmexplorer.labs.banks.account import account
from vmexplorer.labs.banks.beat import BeatKind
from vmexplorer.labs.banks.eras import image_of
from vmexplorer.labs.banks.host import given_host, happen
from vmexplorer.labs.banks.reason import Reasons
from vmexplorer.labs.banks.session import BanksSession
from vmexplorer.labs.banks.show import PRESSED_AFTER, Show

K = BeatKind
IMAGE = image_of(shipped_atlas())


def kinds(show: Show) -> list[BeatKind]:
    return [beat.kind for beat in show.beats]


def test_a_start_goes_from_power_to_the_kernel() -> None:
    show = last_show(after("stage B; reboot"))
    assert kinds(show) == [K.POWER, K.SCAN, K.READ, K.READ, K.CHOICE, K.COUNTDOWN, K.LOAD]
    assert [beat.partition for beat in show.beats] == [None, None, 5, 6, 6, 6, 6]
    assert [beat.moves_for for beat in show.beats][-2] == 5.0


def test_a_state_changes_with_the_piece_that_writes_it() -> None:
    show = last_show(after("stage B; reboot"))
    states = [[one.bootstate for one in beat.banks] for beat in show.beats]
    assert [one.bootstate for one in show.before] == [0, 1]
    assert states == [[0, 1], [0, 1], [0, 1], [0, 2], [0, 2], [0, 2], [0, 2]]


def test_shift_r_with_a_question() -> None:
    show = last_show(after("stage B; reboot; complete; shift-r yes"))
    assert kinds(show) == [
        *(K.POWER, K.SCAN, K.READ, K.READ, K.CHOICE, K.COUNTDOWN),
        *(K.SCAN, K.READ, K.READ, K.QUESTION, K.ANSWER, K.CHOICE, K.COUNTDOWN, K.LOAD),
    ]
    countdowns = [beat.moves_for for beat in show.beats if beat.kind is K.COUNTDOWN]
    assert countdowns == [PRESSED_AFTER, 5.0]
    assert [one.bootstate for one in show.beats[9].banks] == [0, 0]
    assert [one.bootstate for one in show.beats[10].banks] == [0, 3]


def test_shift_r_without_another_bank_waits_ten_seconds() -> None:
    show = last_show(after("stage B; shift-r yes"))
    assert K.QUESTION not in kinds(show)
    resume = show.beats[kinds(show).index(K.RESUME)]
    assert resume.moves_for == 10.0
    assert resume.screen.body[-1] == "No alternate hypervisor to roll back to."
    assert any(line.text.startswith("No question is asked") for line in resume.lines)


def test_yes_and_no_are_alike_up_to_the_answer() -> None:
    story = "stage B; reboot; complete; shift-r"
    yes, no = last_show(after(f"{story} yes")), last_show(after(f"{story} no"))
    place = kinds(yes).index(K.ANSWER)
    assert yes.beats[:place] == no.beats[:place]
    assert yes.beats[place] != no.beats[place]


def test_a_start_that_shift_r_interrupts_is_alike_up_to_the_countdown() -> None:
    plain, pressed = last_show(after("stage B; reboot")), last_show(after("stage B; shift-r no"))
    place = kinds(plain).index(K.COUNTDOWN)
    assert plain.beats[:place] == pressed.beats[:place]
    assert plain.beats[place]._replace(seconds=PRESSED_AFTER) == pressed.beats[place]


def test_nothing_to_boot_ends_the_show() -> None:
    before = given_host([bank(5, "A", 1, 3), bank(6, "B", 2, 3)], None)
    moment = happen(before.host, BankEvent(Happening.POWER_CYCLE), NEWEST)
    show = director().show(before.host, moment)
    assert kinds(show) == [K.POWER, K.SCAN, K.READ, K.READ, K.NOTHING]
    assert show.beats[-1].screen.body == ("No hypervisor found.",)


def test_a_garbled_state_costs_ten_seconds() -> None:
    before = given_host([bank(5, "A", 1, 0), bank(6, "B", 2, 7)], 5)
    show = director().show(before.host, happen(before.host, BankEvent(Happening.REBOOT), NEWEST))
    assert kinds(show)[3:6] == [K.READ, K.RESUME, K.CHOICE]
    assert show.beats[4].screen.body[-1] == "BANK6: invalid boot state."


@pytest.mark.parametrize(
    ("events", "partition", "aside"),
    [
        ("stage B", 6, "The loader has gone: image A runs."),
        ("stage B; reboot; complete", 6, "The loader has gone: image B runs."),
        ("stage B; reboot; crash", 6, "The loader has gone: image B has crashed."),
    ],
)
def test_what_the_host_does_is_one_piece(events: str, partition: int, aside: str) -> None:
    show = last_show(after(events))
    assert kinds(show) == [K.HOST]
    assert (show.beats[0].partition, show.beats[0].screen.aside) == (partition, aside)
    assert show.before != show.beats[0].banks or "crash" in events


@pytest.mark.parametrize("preset", IMAGE.presets, ids=[preset.id for preset in IMAGE.presets])
def test_a_show_tells_what_the_account_tells(preset: Preset) -> None:
    session = BanksSession.of(preset, NEWEST)
    reasons = Reasons(IMAGE.reasons)
    for before, moment in zip(session.moments, session.moments[1:], strict=False):
        show = director().show(before.host, moment)
        assert [line for beat in show.beats for line in beat.lines] == list(account(moment, reasons))
        assert show.before == before.host.banks
        assert show.beats[-1].banks == moment.host.banks


def test_the_boot_options_name_bank_and_roll_back() -> None:
    plain = director().editing(after("stage B; reboot").now)
    assert plain.text.splitlines()[2] == "> autoPartition=FALSE bootUUID=(bank 6)"
    rolled = director().editing(after("stage-broken B; reboot").now)
    assert rolled.text.splitlines()[2] == "> autoPartition=FALSE bootUUID=(bank 5) rollback"
    assert director().editing(after("stage B").now).text == ""
