"""What the speaker reads beside the picture."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.helpers.shipped import shipped_atlas
from tests.helpers.shows import press_keys, small_showing
from vmexplorer.app.explorer import Explorer
from vmexplorer.app.show_words import pace_words, subjects_of, time_words, tool_words, unseen_words
from vmexplorer.atlas.tour import Stop
from vmexplorer.drawing.theme import Role
from vmexplorer.lessons.timing import Pace, PaceNow

WALL = datetime(2026, 3, 4, 9, 7)


def test_times_before_and_after_the_first_step() -> None:
    showing, clock = small_showing()
    words = time_words(showing, clock.now(), WALL)
    assert (words.large, words.meaning, words.planned, words.clock) == ("0:00", "so far", "5:00", "09:07")
    press_keys(showing, "Right")
    clock.advance(65.0)
    words = time_words(showing, clock.now(), WALL)
    assert (words.large, words.pace, words.role) == ("1:05", "● in time", Role.RUNNING)
    press_keys(showing, "Ctrl+P")
    assert time_words(showing, clock.now(), WALL).stands


def test_show_that_begins_in_the_middle_is_planned_from_there() -> None:
    showing, clock = small_showing(stop=3)
    press_keys(showing, "Right")
    words = time_words(showing, clock.now(), WALL)
    assert (words.planned, words.pace) == ("2:00", "● in time")


def test_time_that_is_left_goes_below_zero() -> None:
    showing, clock = small_showing()
    press_keys(showing, "Right", "T")
    clock.advance(330.0)
    words = time_words(showing, clock.now(), WALL)
    assert (words.large, words.meaning) == ("−0:30", "left")


@pytest.mark.parametrize(
    ("pace", "words"),
    [
        (PaceNow(Pace.EARLY, 80.0), "▲ 1:20 ahead"),
        (PaceNow(Pace.IN_TIME), "● in time"),
        (PaceNow(Pace.LATE, 40.0), "▼ 0:40 behind"),
        (PaceNow(Pace.OVER, 200.0), "■ 3:20 over the planned time"),
    ],
)
def test_pace_has_a_sign_and_words_beside_its_colour(pace: PaceNow, words: str) -> None:
    assert pace_words(pace) == words


def test_everything_that_hides_the_picture_is_named() -> None:
    showing, _ = small_showing()
    press_keys(showing, "B", "F", "L")
    assert unseen_words(showing.show.state) == "The screen is black · The audience sees the picture as it was"
    assert tool_words(showing) == "Laser"
    press_keys(showing, "D", "Shift+D", "Shift+C")
    assert tool_words(showing) == "Pen, blue, fading"


def stop(**told: object) -> Stop:
    return Stop("s", "A stop", "overview", (), (), 1.0, **told)


def test_subjects_of_a_stop_begin_with_what_it_selects() -> None:
    explorer = Explorer(shipped_atlas())
    told = stop(select="hostd", flow="F04/locked", emphasis=("vpxa", "hostd"), frame=("vmx", "no-component"))
    assert subjects_of(explorer, told) == ("hostd", "F04", "vpxa", "vmx")


def test_part_that_the_speaker_has_selected_matters_most() -> None:
    explorer = Explorer(shipped_atlas())
    explorer.select_component("ntpd")
    assert subjects_of(explorer, stop(select="hostd")) == ("ntpd", "hostd")


def test_of_a_line_both_ends_are_subjects() -> None:
    explorer = Explorer(shipped_atlas())
    link = next(iter(explorer.atlas.links.values()))
    assert subjects_of(explorer, stop(select=link.id)) == (link.source, link.target)
