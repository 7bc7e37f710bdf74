"""Walking a tour on an explorer, in order and astray."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.shipped import shared_book, shipped_atlas
from vmexplorer.app.explorer import Explorer
from vmexplorer.app.tour_visit import TourVisit, Went
from vmexplorer.lessons.tour_walk import START, TourPlace

CHAIN = 4  # the stop of the tour that plays F01 from its first to its sixth step


def visit(start: TourPlace = START) -> tuple[Explorer, TourVisit]:
    explorer = Explorer(shipped_atlas(), book=shared_book())
    return explorer, TourVisit(explorer, shipped_atlas().tours["vpxd-vpxa-hostd"], start)


def play(explorer: Explorer) -> None:
    """Lets the player do what a wish asked for, to the end of the step."""
    explorer.player.next()
    explorer.player.advance(600.0)


def test_the_whole_tour_in_order_ends_at_its_last_stop() -> None:
    explorer, tour = visit()
    seen = [tour.stop.id]
    while (went := tour.next()) is not Went.NOWHERE:
        if went is Went.STEP:
            play(explorer)
            assert not tour.follow()
        if tour.stop.id != seen[-1]:
            seen.append(tour.stop.id)
        assert not tour.astray
        assert explorer.now.view == tour.stop.view
    assert seen == [stop.id for stop in tour.tour.stops]


def test_a_step_is_played_and_counted() -> None:
    explorer, tour = visit(TourPlace(CHAIN))
    assert (tour.stop.id, tour.steps) == ("chain", (0, 6))
    assert tour.next() is Went.STEP
    play(explorer)
    assert tour.steps == (1, 6)
    steps = explorer.player.timeline.steps
    assert explorer.player.position == steps[0].end
    assert tour.next() is Went.STEP
    assert explorer.player.position == steps[1].start


def test_a_step_under_way_is_finished_first() -> None:
    explorer, tour = visit(TourPlace(CHAIN))
    tour.next()
    explorer.player.next()
    explorer.player.advance(0.1)
    assert tour.next() is Went.FINISH
    assert tour.steps == (1, 6)


def test_going_back_shows_all_that_was_shown_there() -> None:
    explorer, tour = visit(TourPlace(CHAIN + 1))
    assert tour.previous() is Went.STOP
    assert (tour.stop.id, tour.steps) == ("chain", (6, 6))
    assert explorer.player.position == explorer.player.timeline.steps[5].end
    assert tour.previous() is Went.STOP
    assert tour.steps == (5, 6)


def test_steps_shown_with_the_keys_of_the_player_count() -> None:
    explorer, tour = visit(TourPlace(CHAIN))
    explorer.player.go_to_step(2)
    assert tour.follow()
    assert tour.steps == (3, 6)
    explorer.player.last()
    assert tour.follow()
    assert tour.steps == (6, 6)
    explorer.player.first()
    assert tour.follow()
    assert tour.steps == (0, 6)
    assert not tour.follow()


def test_straying_and_coming_back() -> None:
    explorer, tour = visit(TourPlace(CHAIN))
    explorer.show_view("boot")
    assert tour.astray
    assert not tour.follow()
    assert tour.next() is Went.STEP
    assert not tour.astray
    assert explorer.now.view == "overview"
    explorer.select_component("dcui")
    assert tour.go_to(CHAIN) is Went.STOP
    assert (tour.astray, tour.steps) == (False, (0, 6))


def test_hovering_is_no_straying() -> None:
    explorer, tour = visit()
    explorer.hover("hostd")
    assert not tour.astray


def test_leaving_gives_back_what_was_there() -> None:
    explorer = Explorer(shipped_atlas(), book=shared_book())
    explorer.show_era("e5")
    explorer.tell("F02")
    explorer.player.go_to_step(1)
    before, position = explorer.now, explorer.player.position
    tour = TourVisit(explorer, shipped_atlas().tours["two-banks"])
    tour.next()
    assert explorer.now != before
    assert tour.leave() == TourPlace(1)
    assert (explorer.now, explorer.player.position) == (before, position)


def test_nothing_lies_before_the_first_or_behind_the_last_stop() -> None:
    _, tour = visit()
    assert tour.previous() is Went.NOWHERE
    tour.go_to(99)
    assert tour.stop is tour.tour.stops[-1]
    assert tour.next() is Went.NOWHERE


@settings(max_examples=25)
@given(st.lists(st.sampled_from(["next", "previous", "play", "stray", "jump", "follow"]), max_size=25))
def test_after_any_use_the_tour_knows_where_it_is(wishes: list[str]) -> None:
    explorer, tour = visit(TourPlace(CHAIN - 1))
    before = explorer.now
    for wish in wishes:
        if wish == "play":
            explorer.player.toggle()
            explorer.player.advance(1.0)
        elif wish == "stray":
            explorer.show_view("boot")
        elif wish == "jump":
            tour.go_to(CHAIN)
        else:
            getattr(tour, wish)()
        shown, count = tour.steps
        assert 0 <= shown <= count
        assert tour.stop is tour.tour.stops[tour.walk.now.stop]
    explorer.player.pause()
    tour.go_to(CHAIN - 1)
    assert (explorer.now, tour.astray) == (before, False)
