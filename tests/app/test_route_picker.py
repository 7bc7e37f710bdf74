"""Choosing the two ends of a route."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.app.route_picker import RoutePicker

names = st.sampled_from(["", "hostd", "vpxa", "vpxd"])
actions = st.lists(st.tuples(st.sampled_from(["begin", "choose", "cancel"]), names), max_size=20)


def test_nothing_is_chosen_before_it_begins() -> None:
    picker = RoutePicker()
    assert (picker.on, picker.start) == (False, "")
    assert picker.choose("hostd") is None
    assert (picker.on, picker.start) == (False, "")


def test_first_the_start_and_then_the_end() -> None:
    picker = RoutePicker()
    picker.begin()
    assert picker.on
    assert picker.choose("hostd") is None
    assert (picker.on, picker.start) == (True, "hostd")
    assert picker.choose("vpxd") == ("hostd", "vpxd")
    assert (picker.on, picker.start) == (False, "")


def test_selected_component_is_the_start_already() -> None:
    picker = RoutePicker()
    picker.begin("vpxa")
    assert picker.start == "vpxa"
    assert picker.choose("vpxd") == ("vpxa", "vpxd")


def test_start_cannot_be_the_end_as_well() -> None:
    picker = RoutePicker()
    picker.begin("vpxa")
    assert picker.choose("vpxa") is None
    assert picker.on
    assert picker.choose("hostd") == ("vpxa", "hostd")


def test_background_chooses_nothing() -> None:
    picker = RoutePicker()
    picker.begin()
    assert picker.choose("") is None
    assert (picker.on, picker.start) == (True, "")


def test_giving_up_forgets_the_start() -> None:
    picker = RoutePicker()
    picker.begin("vpxa")
    picker.cancel()
    assert (picker.on, picker.start) == (False, "")
    picker.begin()
    assert picker.start == ""


def test_beginning_again_forgets_the_first_start() -> None:
    picker = RoutePicker()
    picker.begin("vpxa")
    picker.begin("hostd")
    assert picker.start == "hostd"


@given(actions=actions)
def test_a_route_always_has_two_different_ends_and_ends_the_choice(actions: list[tuple[str, str]]) -> None:
    picker = RoutePicker()
    for action, name in actions:
        was_on, start = picker.on, picker.start
        if action == "begin":
            picker.begin(name)
            assert (picker.on, picker.start) == (True, name)
        elif action == "cancel":
            picker.cancel()
            assert not picker.on
        else:
            pair = picker.choose(name)
            complete = was_on and bool(start) and bool(name) and name != start
            assert pair == ((start, name) if complete else None)
            assert picker.on == (was_on and not complete)
        assert picker.on or not picker.start
