"""What can be taken back of a tour under work, and what of it is not saved."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.tour_drafts import TourDrafts, Version
from vmexplorer.atlas.tour import Tour

TOUR = shipped_atlas().tours["console"]


def named(name: str) -> Tour:
    return replace(TOUR, name=name)


def saved(*names: str) -> TourDrafts:
    drafts = TourDrafts()
    for name in names:
        drafts.save(Version(named(name), 0))
    return drafts


@given(st.lists(st.sampled_from("abcd"), min_size=1, max_size=8))
def test_undo_leads_through_all_that_was_saved_to_the_first(names: list[str]) -> None:
    drafts = saved(*names)
    different = [name for place, name in enumerate(names) if place == 0 or names[place - 1] != name]
    now, back = named(names[-1]), [names[-1]]
    while (before := drafts.undo(now)) is not None:
        now = before.tour
        back.append(now.name)
    assert back == different[::-1]
    assert not drafts.can_undo(now)


def test_what_is_not_saved_is_taken_back_first() -> None:
    drafts = saved("a", "b")
    broken = named("")
    drafts.fail(Version(broken, 3))
    assert drafts.unsaved(TOUR.id) == Version(broken, 3)
    before = drafts.undo(broken)
    assert before is not None
    assert before.tour.name == "b"
    assert drafts.unsaved(TOUR.id) is None


def test_undo_leads_to_the_stop_at_which_the_change_was_made() -> None:
    drafts = saved("a")
    drafts.stand(4)
    drafts.save(Version(named("b"), 3))
    assert drafts.undo(named("b")) == Version(named("a"), 4)


def test_another_tour_begins_without_a_past_and_leaves_unsaved_words_waiting() -> None:
    drafts = saved("a", "b")
    other = replace(TOUR, id="other", name="")
    drafts.fail(Version(other, 1))
    drafts.begin()
    assert drafts.undo(named("b")) is None
    assert drafts.all_unsaved == (other,)
    drafts.save(Version(replace(other, name="c"), 1))
    assert drafts.all_unsaved == ()
    drafts.fail(Version(other, 1))
    drafts.forget("other")
    assert drafts.all_unsaved == ()
