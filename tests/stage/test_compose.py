"""What the stage shows at a moment: the same whichever way one came there, and true to the step."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.shipped import hops_of, picture, shipped_atlas, timeline_of
from vmexplorer.atlas.evidence import joined
from vmexplorer.playback.frame import frame_at
from vmexplorer.playback.motion import EXPLORE
from vmexplorer.playback.player import Player
from vmexplorer.playback.timeline import TimedStep
from vmexplorer.stage import compose
from vmexplorer.stage.calls import held
from vmexplorer.stage.projection import Hop
from vmexplorer.stage.state import BoxLook, BoxRole, LineRole, StageState

Shown = tuple[str, str, str]  # flow, view, era
paces = st.lists(st.floats(0.01, 0.9), min_size=1, max_size=12)
spots = st.floats(0.0, 1.0)


@st.composite
def told(draw: st.DrawFn) -> Shown:
    """A flow on a view in an era that has it."""
    atlas = shipped_atlas()
    flow = atlas.flow(draw(st.sampled_from(sorted(atlas.flows))))
    return flow.id, draw(st.sampled_from(sorted(atlas.views))), draw(st.sampled_from(atlas.eras_of(flow)))


@st.composite
def steps(draw: st.DrawFn) -> tuple[Shown, TimedStep, Hop]:
    """One step of such a flow, in time and as drawn."""
    shown = draw(told())
    index = draw(st.integers(0, len(hops_of(*shown)) - 1))
    return shown, timeline_of(*shown).steps[index], hops_of(*shown)[index]


def state_at(shown: Shown, seconds: float, still: StageState | None = None) -> StageState:
    """What is shown at a moment of a flow that has started."""
    ground = still or compose.still(picture(*shown[1:]))
    return compose.with_flow(ground, hops_of(*shown), frame_at(timeline_of(*shown), seconds), EXPLORE, started=True)


def state_of(shown: Shown, player: Player) -> StageState:
    return state_at(shown, player.position)


def active(state: StageState) -> set[str]:
    return {look.box for look in state.boxes if look.role is BoxRole.ACTIVE}


def look_of(state: StageState, box: str) -> BoxLook:
    (look,) = [look for look in state.boxes if look.box == box]
    return look


def play_to(player: Player, end: float, paces: Sequence[float]) -> None:
    """Plays in small uneven steps of time, stopping after each step of the flow, until a moment is reached."""
    turn = 0
    while player.position < end:
        if not player.playing:
            player.play()
        player.advance(paces[turn % len(paces)])
        turn += 1


# The same moment is the same picture


@settings(max_examples=40)
@given(step=steps(), paces=paces)
def test_end_of_a_step_is_the_same_played_sought_or_stepped_back_to(
    step: tuple[Shown, TimedStep, Hop], paces: list[float]
) -> None:
    shown, timed, _ = step
    timeline = timeline_of(*shown)
    played = Player(timeline, stop_at_each_step=True)
    played.seek(timeline.steps[max(0, timed.index - 2)].start)
    play_to(played, timed.end, paces)
    sought = Player(timeline)
    sought.go_to_step(timed.index)
    assert state_of(shown, played) == state_of(shown, sought)
    back = Player(timeline)
    back.go_to_step(timed.index + 1)
    if timed.index + 1 < len(timeline.steps):
        back.previous()
    assert state_of(shown, back) == state_of(shown, sought)
    once = Player(timeline)
    once.seek(timed.start)
    once.next()
    play_to(once, timed.end, paces)
    assert state_of(shown, once) == state_of(shown, sought)


@settings(max_examples=40)
@given(shown=told(), spot=spots, detours=st.lists(spots, max_size=4))
def test_moment_is_the_same_whatever_was_seen_before(shown: Shown, spot: float, detours: list[float]) -> None:
    player = Player(timeline_of(*shown))
    player.seek(spot * player.timeline.duration)
    first = state_of(shown, player)
    for detour in detours:
        player.seek(detour * player.timeline.duration)
        state_of(shown, player)
    player.seek(spot * player.timeline.duration)
    assert state_of(shown, player) == first


@settings(max_examples=40)
@given(shown=told(), spot=spots)
def test_still_picture_stays_the_same_throughout(shown: Shown, spot: float) -> None:
    still = compose.still(picture(*shown[1:]))
    state = state_at(shown, spot * timeline_of(*shown).duration, still)
    assert (state.layout, state.rest, state.spine) == (still.layout, still.rest, still.spine)
    assert state.ground()._replace(veil=0.0, boxes=(), lines=(), caption=None) == still


# One step


@settings(max_examples=60)
@given(step=steps(), spot=spots)
def test_message_is_shown_while_it_travels_or_is_lost(step: tuple[Shown, TimedStep, Hop], spot: float) -> None:
    shown, timed, hop = step
    moment = timed.start + (timed.end - timed.start) * spot
    tokens = state_at(shown, moment).tokens if moment > timed.start else ()
    there = timed.launch <= moment and (moment < timed.arrive or hop.step.lost)
    assert bool(tokens) == (hop.path is not None and there)
    for token in tokens:
        assert (token.path, token.kind, token.sender) == (hop.path, hop.step.kind, hop.kind)
        assert (token.label, token.broken) == (hop.step.message, hop.step.lost)
        assert 0.0 <= token.progress <= 1.0


@settings(max_examples=60)
@given(step=steps(), one=spots, other=spots)
def test_message_moves_forward(step: tuple[Shown, TimedStep, Hop], one: float, other: float) -> None:
    shown, timed, hop = step
    moments = [timed.launch + (timed.arrive - timed.launch) * 0.999 * spot for spot in sorted((one, other))]
    reached = [token.progress for moment in moments for token in state_at(shown, moment).tokens]
    assert reached == sorted(reached)
    assert len(reached) == (2 if hop.path else 0)


@settings(max_examples=60)
@given(step=steps(), spot=spots)
def test_receiver_lights_on_arrival_and_not_before(step: tuple[Shown, TimedStep, Hop], spot: float) -> None:
    shown, timed, hop = step
    ends = {end for end in (hop.source, hop.target) if end}
    early = timed.start + (timed.arrive - timed.start) * max(spot, 0.001) * 0.999
    late = timed.arrive + (timed.end - timed.arrive) * spot
    reached = ends - {hop.target} if hop.step.lost and hop.path else ends
    assert active(state_at(shown, late)) == reached
    if hop.path is None:
        assert active(state_at(shown, early)) == ends
    else:
        assert active(state_at(shown, early)) == {hop.source} - {""}


@settings(max_examples=40)
@given(step=steps())
def test_glow_is_brightest_when_the_message_leaves_and_arrives(step: tuple[Shown, TimedStep, Hop]) -> None:
    shown, timed, hop = step
    if hop.path and hop.source:
        leaving, arrived = (look_of(state_at(shown, at), hop.source).glow for at in (timed.launch, timed.arrive))
        assert leaving == pytest.approx(1.0)
        assert arrived == pytest.approx(0.35)
    if hop.path and hop.target and not hop.step.lost:
        arrived, over = (look_of(state_at(shown, at), hop.target).glow for at in (timed.arrive, timed.end))
        assert arrived == pytest.approx(1.0)
        assert over == pytest.approx(0.35)
    if hop.path is None and hop.target:
        middle = look_of(state_at(shown, (timed.launch + timed.arrive) / 2), hop.target).glow
        assert middle == pytest.approx(1.0)


@settings(max_examples=40)
@given(step=steps(), spot=spots)
def test_line_of_the_step_stands_out_above_the_others(step: tuple[Shown, TimedStep, Hop], spot: float) -> None:
    shown, timed, hop = step
    lines = state_at(shown, timed.end - (timed.end - timed.start) * 0.99 * spot).lines
    strong = [line for line in lines if line.role is LineRole.ACTIVE]
    assert [(line.path, line.kind) for line in strong] == ([(hop.path, hop.kind)] if hop.path else [])
    assert strong == list(lines[len(lines) - len(strong) :])


@settings(max_examples=40)
@given(step=steps(), spot=spots)
def test_caption_says_which_step_it_is(step: tuple[Shown, TimedStep, Hop], spot: float) -> None:
    shown, timed, hop = step
    caption = state_at(shown, timed.end - (timed.end - timed.start) * 0.99 * spot).caption
    assert caption is not None
    assert (caption.number, caption.steps) == (timed.index + 1, len(hops_of(*shown)))
    assert (caption.title, caption.text) == (hop.title, joined(hop.step.narration))
    assert caption.log == (f"{hop.step.log.file}: {hop.step.log.line}" if hop.step.log else "")


# The whole flow


@settings(max_examples=40)
@given(step=steps())
def test_badges_count_the_finished_steps(step: tuple[Shown, TimedStep, Hop]) -> None:
    shown, timed, _ = step
    hops = hops_of(*shown)
    state = state_at(shown, timed.end)
    last = {hop.target: str(number) for number, hop in enumerate(hops[: timed.index + 1], start=1) if hop.target}
    assert {look.box: look.badge for look in state.boxes if look.badge} == last
    # While a step is under way its own number is not there yet.
    before = state_at(shown, (timed.launch + timed.arrive) / 2)
    assert str(timed.index + 1) not in {look.badge for look in before.boxes}


@settings(max_examples=40)
@given(step=steps())
def test_boxes_of_the_whole_flow_stand_above_the_veil(step: tuple[Shown, TimedStep, Hop]) -> None:
    shown, timed, _ = step
    state = state_at(shown, timed.end)
    assert {look.box for look in state.boxes} == {
        end for hop in hops_of(*shown) for end in (hop.source, hop.target)
    } - {""}
    assert len({look.box for look in state.boxes}) == len(state.boxes)
    assert len({line.path for line in state.lines}) == len(state.lines)


@settings(max_examples=40)
@given(step=steps())
def test_finished_hops_are_tinted_and_later_ones_are_not(step: tuple[Shown, TimedStep, Hop]) -> None:
    shown, timed, hop = step
    hops = hops_of(*shown)
    drawn = {each.path for each in hops if each.path and each.source and each.target} - {hop.path}
    waiting = {hops[place].path for place in held(hops, timed.index)} & drawn
    done = {each.path for each in hops[: timed.index + 1]} & drawn
    lines = state_at(shown, timed.end).lines
    assert {line.path for line in lines if line.role is LineRole.HELD} == waiting
    assert {line.path for line in lines if line.role is LineRole.DONE} == done - waiting
    assert {line.path for line in lines if line.role is LineRole.REST} == drawn - done


@settings(max_examples=40)
@given(shown=told(), one=spots, other=spots)
def test_veil_falls_once_at_the_beginning(shown: Shown, one: float, other: float) -> None:
    fade = EXPLORE.dim_fade
    veils = [state_at(shown, share * fade).veil for share in sorted((one, other))]
    assert 0.0 <= veils[0] <= veils[1] <= 1.0
    assert state_at(shown, 0.0).veil == 0.0
    assert 0.0 < state_at(shown, fade / 2).veil < 1.0
    rest = fade + one * (timeline_of(*shown).duration - fade)
    assert state_at(shown, rest).veil == pytest.approx(1.0)


def test_flow_that_has_not_started_only_says_its_first_step() -> None:
    still = compose.still(picture("overview", "e8"))
    hops, timeline = hops_of("F01", "overview", "e8"), timeline_of("F01", "overview", "e8")
    state = compose.with_flow(still, hops, frame_at(timeline, 0.0), EXPLORE, started=False)
    assert state.caption is not None
    assert state.caption.number == 1
    assert state._replace(caption=None) == still


def test_no_flow_changes_nothing() -> None:
    still = compose.still(picture("overview", "e8"))
    frame = frame_at(Player().timeline, 0.0)
    assert compose.with_flow(still, (), frame, EXPLORE, started=True) == still
