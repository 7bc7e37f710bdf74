"""What is said in one sentence, and what became of a prediction."""

from __future__ import annotations

import pytest

from tests.helpers.banks import NEWEST, after, events, last_show
from tests.helpers.shipped import shipped_atlas
from vmexplorer.labs.banks.beat import BeatKind
from vmexplorer.labs.banks.eras import image_of, preset_named
from vmexplorer.labs.banks.headline import Verdict, headline, verdict
from vmexplorer.labs.banks.picture import Picture, picture_at, timeline_of
from vmexplorer.labs.banks.reason import Reasons
from vmexplorer.labs.banks.session import BanksSession
from vmexplorer.playback.motion import EXPLORE

REASONS = Reasons(image_of(shipped_atlas()).reasons)


def picture(session: BanksSession, kind: BeatKind | None = None) -> Picture:
    """The picture at the end, or in the first piece of a kind."""
    show = last_show(session)
    timeline = timeline_of(show, EXPLORE)
    time = timeline.duration
    if kind is not None:
        time = timeline.steps[[beat.kind for beat in show.beats].index(kind)].launch
    return picture_at(show, timeline, time)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("stage B", "The host still runs image A from partition 5; B waits in partition 6."),
        ("stage B; reboot", "The kernel of image B from partition 6 starts. Will it get to the end?"),
        ("stage B; reboot; crash", "The start of image B from partition 6 has crashed."),
        ("stage B; reboot; complete", "The host runs image B from partition 6."),
    ],
)
def test_how_things_stand(written: str, said: str) -> None:
    session = after(written)
    assert headline(session.now, picture(session)) == said


def test_a_host_without_a_bank() -> None:
    story = BanksSession.of(preset_named(shipped_atlas(), "T11"), NEWEST)
    assert headline(story.now, picture(story)) == "The host is off."
    assert headline(story.redo().now, picture(story.redo())).startswith("No hypervisor was found")


@pytest.mark.parametrize(
    ("written", "kind", "said"),
    [
        ("stage B", BeatKind.HOST, "A new image is written to partition 6."),
        ("reboot; complete", BeatKind.HOST, "The start comes to its end."),
        ("reboot; crash", BeatKind.HOST, "The start breaks off."),
        ("reboot", BeatKind.READ, "The loader reads partition 5."),
        ("stage B; reboot", BeatKind.CHOICE, "The loader chooses partition 6."),
        ("stage B; shift-r no", BeatKind.RESUME, "The loader shows a message and counts down 10 s."),
    ],
)
def test_what_happens_now(written: str, kind: BeatKind, said: str) -> None:
    session = after(written)
    assert headline(session.now, picture(session, kind)) == said


@pytest.mark.parametrize(
    ("expected", "right", "text"),
    [
        (6, True, "You expected partition 6: right. Partition 6 is chosen, because of the valid banks"),
        (5, False, "You expected partition 5: wrong. Partition 6 is chosen, because of the valid banks"),
        (None, False, "You expected no bank: wrong. Partition 6 is chosen"),
    ],
)
def test_a_prediction_is_answered_when_the_loader_has_chosen(expected: int | None, right: bool, text: str) -> None:
    session = after("stage B").predict(expected).act(events("reboot")[0])
    assert verdict(session, picture(session, BeatKind.READ), REASONS) is None
    for found in (
        verdict(session, picture(session, BeatKind.LOAD), REASONS),
        verdict(session, picture(session), REASONS),
    ):
        assert isinstance(found, Verdict)
        assert found.right is right
        assert found.text.startswith(text)


def test_without_a_prediction_there_is_no_verdict() -> None:
    session = after("reboot")
    assert verdict(session, picture(session), REASONS) is None
    assert verdict(after("stage B"), picture(after("stage B")), REASONS) is None
