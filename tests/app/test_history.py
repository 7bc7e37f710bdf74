"""Going back and forward among views."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.app.history import History

VIEWS = ("overview", "agents", "vm")
moves = st.lists(st.sampled_from(["back", "forward", *VIEWS]), max_size=30)


def at_vm() -> History:
    """From the overview over the agents to the VM."""
    history = History("overview")
    history.visit("agents")
    history.visit("vm")
    return history


def test_a_new_history_has_nowhere_to_go() -> None:
    history = History("overview")
    assert (history.view, history.can_go_back, history.can_go_forward) == ("overview", False, False)
    assert (history.back(), history.forward()) == ("overview", "overview")


def test_back_leads_where_one_was_and_forward_leads_again() -> None:
    history = at_vm()
    assert (history.back(), history.back(), history.can_go_back) == ("agents", "overview", False)
    assert (history.forward(), history.forward(), history.can_go_forward) == ("agents", "vm", False)


def test_going_somewhere_new_drops_what_lay_ahead() -> None:
    history = at_vm()
    history.back()
    history.visit("overview")
    assert (history.view, history.can_go_forward) == ("overview", False)
    assert (history.back(), history.back()) == ("agents", "overview")


def test_visit_to_where_one_is_changes_nothing() -> None:
    history = at_vm()
    history.back()
    history.visit("agents")
    assert history.can_go_forward
    assert history.forward() == "vm"


@given(moves=moves)
def test_any_walk_is_remembered_like_two_piles_of_views(moves: list[str]) -> None:
    history = History("overview")
    behind: list[str] = []
    here = "overview"
    ahead: list[str] = []
    for move in moves:
        if move == "back":
            if behind:
                ahead.append(here)
                here = behind.pop()
            assert history.back() == here
        elif move == "forward":
            if ahead:
                behind.append(here)
                here = ahead.pop()
            assert history.forward() == here
        else:
            if move != here:
                behind.append(here)
                here = move
                ahead.clear()
            history.visit(move)
        assert (history.view, history.can_go_back, history.can_go_forward) == (here, bool(behind), bool(ahead))
