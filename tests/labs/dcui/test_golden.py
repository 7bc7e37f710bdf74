"""Every screen of the console in every era, compared with how it looked when somebody last looked at it."""

from __future__ import annotations

import pytest

from tests.helpers.console import ERAS, GOLDEN, fresh, golden_text, typed, walks
from vmexplorer.atlas.console import Behaviour
from vmexplorer.labs.dcui.subject import subject_of


@pytest.mark.parametrize("era", ERAS)
def test_screens_look_as_before(era: str) -> None:
    expected = (GOLDEN / f"{era}.txt").read_text(encoding="utf-8")
    assert golden_text(era) == expected, f"look at the screens, then write golden_text({era!r}) to golden/{era}.txt"


@pytest.mark.parametrize("era", ERAS)
def test_every_row_of_the_era_is_among_them(era: str) -> None:
    subjects = [subject_of(typed(fresh(era), keys).state) for keys in walks(era)]
    shown = {subject.row.item.id for subject in subjects if subject.row}
    assert shown == {row.item.id for rows in fresh(era).book.menus.values() for row in rows}
    assert {subject.log for subject in subjects if subject.log} == {book.log.id for book in fresh(era).book.logs}


def test_every_behaviour_is_offered_in_some_era() -> None:
    offered = {row.item.does for era in ERAS for rows in fresh(era).book.menus.values() for row in rows}
    assert offered == set(Behaviour)
