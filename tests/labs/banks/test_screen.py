"""The loader's screen as characters."""

from __future__ import annotations

import pytest

from tests.helpers.banks import NEWEST, after, bank, last_show
from tests.helpers.shipped import shipped_atlas
from vmexplorer.labs.banks.beat import BeatKind
from vmexplorer.labs.banks.boot import choose
from vmexplorer.labs.banks.eras import image_of
from vmexplorer.labs.banks.scan import scan
from vmexplorer.labs.banks.screen import COLUMNS, ROWS, LoaderScreen, Piece, Screens, Tone, dark, key_row
from vmexplorer.labs.banks.session import BanksSession

SCREENS = Screens(image_of(shipped_atlas()).screen, "8.0.0")


def test_the_countdown_offers_three_keys() -> None:
    screen = SCREENS.counting("Loading VMware Hypervisor")
    assert screen.text.splitlines() == [
        "Loading VMware Hypervisor",
        "<ENTER: Boot>",
        "Automatic boot in 5 seconds...",
        "<SHIFT+O: Edit boot options>",
        "<SHIFT+R: Recovery mode>",
    ]
    assert screen.bar == 0.0


@pytest.mark.parametrize(
    ("passed", "said"),
    [(0.0, "5 seconds"), (0.9, "5 seconds"), (1.0, "4 seconds"), (4.0, "1 second."), (99.0, "1 sec")],
)
def test_the_countdown_counts(passed: float, said: str) -> None:
    counting = SCREENS.counting("x").after(passed).left[1]
    assert counting[0].tone is Tone.INPUT
    assert f"in {said}" in counting[0].text


def test_a_screen_without_a_countdown_stays_as_it_is() -> None:
    screen = SCREENS.scanning(["a"])
    assert screen.after(3.0) is screen
    assert screen.bar is None


def test_keys_are_gold_and_the_rest_is_grey() -> None:
    assert key_row("<SHIFT+R: Recovery mode>") == (
        Piece("<", Tone.TEXT),
        Piece("SHIFT+R", Tone.KEY),
        Piece(": Recovery mode>", Tone.TEXT),
    )


def test_the_second_key_stands_under_the_first() -> None:
    first, second = ("".join([piece.text for piece in row]) for row in SCREENS.counting("x").right)
    assert len(first) == len(second)
    assert first.index("SHIFT") == second.index("SHIFT")


def test_the_question_lists_the_images() -> None:
    found = scan([bank(5, "A", 1, 0), bank(6, "B", 2, 0), bank(7, "C", 3, 3)], NEWEST).found
    default = choose(found)[0]
    assert default is not None
    body = SCREENS.asking((), found, default).body
    assert body[:3] == ("Installed hypervisors:", "   BANK5: 8.0.0-A", "   BANK6: 8.0.0-B (Default)")
    assert len(body) == 5
    trial = scan([bank(5, "A", 1, 0), bank(6, "B", 2, 1)], NEWEST).found
    assert SCREENS.listed(trial, trial[1])[-1] == "   BANK6: 8.0.0-B (Upgrading...)"


def test_a_dark_screen_says_why() -> None:
    assert dark("Off.").text == "Off."
    assert dark("Off.").title == ""


def rows(screen: LoaderScreen) -> list[str]:
    """Each row of the body, and each of the foot with both its sides."""
    foot = [
        "".join([piece.text for piece in (*left, *right)])
        for left, right in zip(screen.left, screen.right, strict=True)
    ]
    return [screen.title, *screen.body, *foot]


def test_every_screen_of_every_story_fits() -> None:
    for preset in image_of(shipped_atlas()).presets:
        session = BanksSession.of(preset, NEWEST)
        while session.can_redo:
            session = session.redo()
            for beat in last_show(session).beats:
                assert max(len(row) for row in rows(beat.screen)) < COLUMNS
                assert len(beat.screen.body) <= ROWS - 4


def test_the_title_tells_a_first_try() -> None:
    titles = {
        events: next(beat.screen.title for beat in last_show(after(events)).beats if beat.kind is BeatKind.LOAD)
        for events in ("reboot", "stage B; reboot")
    }
    assert titles == {
        "reboot": "Loading VMware Hypervisor",
        "stage B; reboot": "Please wait while VMware Hypervisor is initializing...",
    }
