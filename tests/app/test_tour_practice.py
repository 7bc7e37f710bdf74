"""What practises a tour: its cases and its questions, by the names that people know."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.labs import lab_named
from vmexplorer.app.show_script import script_of
from vmexplorer.app.stop_labs import check_stop_lab
from vmexplorer.app.tour_practice import practice_note, practice_of

TOURS = shipped_atlas().tours


def test_cases_come_first_and_have_their_names() -> None:
    first, *_, last = practice_of(shipped_atlas(), TOURS["not-responding"])
    assert first == ("cases", "TS01", "Case TS01: A host that comes and goes")
    assert last == ("quiz", "trouble", "Questions: Troubleshooting")


@pytest.mark.parametrize("tour", TOURS)
def test_every_shipped_tour_can_be_practised(tour: str) -> None:
    offered = practice_of(shipped_atlas(), TOURS[tour])
    assert offered
    for practice in offered:
        stop = replace(TOURS[tour].stops[0], lab=practice.lab, preset=practice.preset, screen=False)
        check_stop_lab(shipped_atlas(), stop)
        assert lab_named(practice.lab)


def test_the_speaker_reads_it_at_the_last_stop_alone() -> None:
    tour = TOURS["two-banks"]
    note = practice_note(shipped_atlas(), tour)
    assert note.startswith("To practise it: Case TS06: ")
    assert [note in stop.notes for stop in script_of(shipped_atlas(), tour).stops] == [False] * 11 + [True]


def test_a_tour_that_names_nothing_has_no_practice() -> None:
    tour = replace(TOURS["two-banks"], cases=(), topics=())
    assert practice_of(shipped_atlas(), tour) == ()
    assert practice_note(shipped_atlas(), tour) == ""
    assert script_of(shipped_atlas(), tour).stops[-1].notes[-1] == tour.stops[-1].notes[-1].text
