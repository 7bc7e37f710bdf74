"""The sequence panel follows the play head, scrolls, and finds its size."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.helpers.sequences import layout_of, moment, scrolled
from tests.helpers.widgets import wheel
from vmexplorer.playback.clock import ManualClock
from vmexplorer.ui.panels.sequence_follow import Glide, in_middle_third, in_sight
from vmexplorer.ui.panels.sequence_panel import SequencePanel


def head_on_screen(panel: SequencePanel) -> float:
    """Where the play head is between heads (0) and lower edge (1) of the sheet."""
    bands, state = panel.view.bands, panel.view.state
    assert bands is not None
    assert state is not None
    heads, height = bands.heads_height, panel.view.verticalScrollBar().pageStep()
    return (state.head_y * bands.factor - scrolled(panel) - heads) / (height - heads)


def test_play_head_stays_in_the_middle_third(panel: SequencePanel) -> None:
    seen = []
    for step in range(16):
        panel.set_state(moment(step, 1.0))
        seen.append(head_on_screen(panel))
    bar = panel.view.verticalScrollBar()
    assert scrolled(panel) == bar.maximum() > 0
    middle = [place for place in seen if place > 1 / 3]
    assert all(place <= 2 / 3 + 0.01 for place in middle[:6])
    panel.set_state(moment(0, 0.0))
    assert scrolled(panel) == 0


def test_scrolling_by_hand_suspends_following_until_the_next_step(panel: SequencePanel) -> None:
    panel.set_state(moment(8, 0.1))
    followed = scrolled(panel)
    wheel(panel.view.viewport(), 30)
    assert scrolled(panel) == 0
    assert not panel.view.follower.following
    panel.set_state(moment(8, 0.9))
    assert scrolled(panel) == 0
    panel.set_state(moment(9, 0.1))
    assert panel.view.follower.following
    assert scrolled(panel) >= followed > 0


def test_following_moves_no_further_than_needed(panel: SequencePanel) -> None:
    panel.set_state(moment(8, 0.0))
    place = scrolled(panel)
    panel.set_state(moment(7, 0.9))
    assert scrolled(panel) == place


def test_long_way_is_a_glide_and_a_hand_stops_it(panel: SequencePanel) -> None:
    panel.set_animated(True)
    panel.set_state(moment(15, 0.5))
    assert panel.view.follower.down.gliding
    assert scrolled(panel) < panel.view.verticalScrollBar().maximum()
    wheel(panel.view.viewport(), -1)
    assert not panel.view.follower.down.gliding


def test_hidden_panel_catches_up_when_it_is_shown(panel: SequencePanel) -> None:
    panel.hide()
    panel.set_state(moment(15, 1.0))
    assert scrolled(panel) == 0
    panel.show()
    assert scrolled(panel) == panel.view.verticalScrollBar().maximum()


def test_glide_is_eased_and_ends_at_its_goal(panel: SequencePanel) -> None:
    clock = ManualClock()
    bar = panel.view.verticalScrollBar()
    glide = Glide(bar, clock, 0.4)
    glide.go(200.0)
    places = []
    for _ in range(5):
        glide._advance()
        places.append(bar.value())
        clock.advance(0.1)
    assert places[0] == 0
    assert places[2] == pytest.approx(100, abs=1)
    assert places[4] == 200
    assert places[1] - places[0] < places[2] - places[1]
    assert not glide.gliding


@pytest.mark.parametrize(("value", "wanted"), [(0.0, 300.0), (350.0, 350.0), (900.0, 400.0)])
def test_middle_third(value: float, wanted: float) -> None:
    assert in_middle_third(value, 500.0, 300.0) == wanted


@pytest.mark.parametrize(("value", "wanted"), [(0.0, 300.0), (350.0, 350.0), (900.0, 400.0)])
def test_stretch_in_sight(value: float, wanted: float) -> None:
    assert in_sight(value, 400.0, 500.0, 200.0) == wanted


def test_start_of_a_stretch_that_is_too_long_is_seen() -> None:
    assert in_sight(0.0, 100.0, 900.0, 200.0) == 100.0


def test_another_diagram_begins_at_its_start(panel: SequencePanel) -> None:
    panel.set_state(moment(15, 1.0))
    panel.set_layout_of(layout_of("F11"))
    assert scrolled(panel) == 0
    assert panel.value_text.startswith("Step 1 of 12: ")


# Size


def test_diagram_fills_the_width_when_it_can(panel: SequencePanel) -> None:
    bands = panel.view.bands
    assert bands is not None
    assert bands.factor == 1.0
    assert panel.view.viewport().width() - 1 <= bands.size[0] <= panel.view.viewport().width()
    assert panel.view.horizontalScrollBar().maximum() == 0


def test_diagram_shrinks_before_it_scrolls_sideways(panel: SequencePanel) -> None:
    panel.resize(900, 460)
    bands = panel.view.bands
    assert bands is not None
    assert 0.75 < bands.factor < 1.0
    assert panel.view.horizontalScrollBar().maximum() == 0
    panel.resize(600, 460)
    bands = panel.view.bands
    assert bands is not None
    assert bands.factor == 0.75
    assert panel.view.horizontalScrollBar().maximum() > 0


def test_arrow_beyond_the_side_is_brought_into_sight(panel: SequencePanel) -> None:
    panel.resize(600, 460)
    panel.set_state(moment(9, 0.5))
    bands = panel.view.bands
    assert bands is not None
    row = bands.layout.rows[9]
    left = panel.view.horizontalScrollBar().value()
    assert left <= row.source_x * bands.factor
    assert row.target_x * bands.factor <= left + panel.view.viewport().width()


def test_scale_makes_everything_larger(panel: SequencePanel) -> None:
    panel.resize(1800, 460)
    before = panel.view.row_rect(0).height(), panel.leave.width()
    panel.set_scale(1.5)
    assert panel.view.row_rect(0).height() == pytest.approx(1.5 * before[0], abs=2)
    assert panel.leave.width() == 45


def test_scroll_bar_does_not_come_and_go(panel: SequencePanel) -> None:
    for height in range(300, 1000, 7):
        panel.resize(1100, height)
        bands = panel.view.bands
        assert bands is not None
        QApplication.sendPostedEvents()
        assert panel.view.bands is bands
        bar = panel.view.verticalScrollBar()
        assert bar.maximum() == max(0, bands.size[1] - panel.view.height())
        assert bar.isVisible() == (bar.maximum() > 0)
