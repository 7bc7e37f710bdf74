"""Tests of messages that never arrive."""

from __future__ import annotations

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.explorer import Explorer
from vmexplorer.stage.state import BoxRole, StageState


@pytest.fixture
def explorer() -> Explorer:
    explorer = Explorer(shipped_atlas())
    explorer.show_era("e8")
    explorer.tell("F06")
    return explorer


def moments(explorer: Explorer) -> tuple[StageState, StageState, int]:
    """The states on the way and after the first lost step, and that step's index."""
    lost = next(index for index, hop in enumerate(explorer.hops) if hop.step.lost and hop.path)
    timed = explorer.player.timeline.steps[lost]
    explorer.player.seek((timed.launch + timed.arrive) / 2)
    under_way = explorer.state()
    explorer.player.seek(timed.end)
    return under_way, explorer.state(), lost


def test_a_lost_message_stays_where_it_was_lost(explorer: Explorer) -> None:
    under_way, over, _ = moments(explorer)
    assert [token.broken for token in under_way.tokens] == [True]
    assert [(token.broken, token.progress) for token in over.tokens] == [(True, 1.0)]


def test_the_receiver_of_a_lost_message_never_lights_up(explorer: Explorer) -> None:
    _, over, lost = moments(explorer)
    roles = {look.box: look.role for look in over.boxes}
    assert roles[explorer.hops[lost].target] is BoxRole.REST


def test_other_messages_are_gone_when_their_step_is_over(explorer: Explorer) -> None:
    whole = next(index for index, hop in enumerate(explorer.hops) if hop.path and not hop.step.lost)
    explorer.player.seek(explorer.player.timeline.steps[whole].end)
    assert explorer.state().tokens == ()
