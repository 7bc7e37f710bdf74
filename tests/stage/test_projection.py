"""Every flow plays on every view: each step has a path between boxes, or is work inside one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.helpers.packs import tiny_atlas
from tests.helpers.shipped import hops_of, picture
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.flow import Step
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.atlas.view import Cell, View
from vmexplorer.drawing.geometry import Point, Rect
from vmexplorer.drawing.placement import place
from vmexplorer.drawing.wiring import Wiring
from vmexplorer.stage.projection import Hop, project, timings

Played = tuple[str, Wiring, tuple[Hop, ...]]


@pytest.fixture(scope="module")
def played(atlas: Atlas) -> list[Played]:
    """Every flow on every view in every era that has it, with a name for messages."""
    return list(every_flow(atlas))


def every_flow(atlas: Atlas) -> Iterator[Played]:
    for flow in atlas.flows.values():
        for era in atlas.eras_of(flow):
            for view in atlas.views:
                yield f"{flow.id} on {view} in {era}", picture(view, era), hops_of(flow.id, view, era)


def on_border(place: Point, rect: Rect) -> bool:
    return rect.contains(place) and (place.x in (rect.x, rect.right) or place.y in (rect.y, rect.bottom))


def test_every_step_has_its_hop(atlas: Atlas, played: list[Played]) -> None:
    for name, wiring, hops in played:
        steps = atlas.steps_in(atlas.flow(name.split()[0]), wiring.layout.era)
        assert steps, name
        assert tuple(hop.step for hop in hops) == steps, name


def test_hop_has_a_path_or_stays_in_its_box(played: list[Played]) -> None:
    wrong = [
        f"{name}, step {number}: {hop.source!r} to {hop.target!r}"
        for name, _, hops in played
        for number, hop in enumerate(hops, start=1)
        if (hop.path is None) != (hop.source == hop.target) or (hop.path is not None and hop.path.length <= 0.0)
    ]
    assert wrong == []


def test_ends_of_a_path_touch_their_boxes(played: list[Played]) -> None:
    astray = []
    for name, wiring, hops in played:
        for hop in hops:
            for box, end in ((hop.source, 0), (hop.target, -1)):
                if hop.path and box and not on_border(hop.path.points[end], wiring.box(box).rect):
                    astray.append(f"{name}: {hop.title} at {box}")
    assert astray == []


def test_paths_are_right_angled_and_enter_no_card(played: list[Played]) -> None:
    wrong = set()
    for name, wiring, hops in played:
        for path in {hop.path for hop in hops if hop.path}:
            pieces = path.segments()
            slanting = any(start.x != end.x and start.y != end.y for start, end in pieces)
            if slanting or any(piece.crosses(card.rect) for piece in pieces for card in wiring.layout.cards):
                wrong.add(f"{name}: {path}")
    assert wrong == set()


def test_ends_are_boxes_of_the_step_or_of_what_is_around_it(atlas: Atlas, played: list[Played]) -> None:
    for name, wiring, hops in played:
        for hop in hops:
            for box, component in ((hop.source, hop.step.source), (hop.target, hop.step.target)):
                line = (component, *atlas.ancestors(component))
                if box:
                    assert wiring.box(box).component in line, f"{name}: {hop.title}"
                else:
                    assert wiring.anchor(component) is None, f"{name}: {hop.title}"


def test_colour_comes_from_the_sender(atlas: Atlas, played: list[Played]) -> None:
    assert all(hop.kind is atlas.component(hop.step.source).kind for _, _, hops in played for hop in hops)


def test_time_follows_from_path_and_narration(played: list[Played]) -> None:
    for name, _, hops in played:
        for hop, timing in zip(hops, timings(hops), strict=True):
            words = " ".join(statement.text for statement in hop.step.narration).split()
            assert (timing.kind, timing.words, timing.travel) == (hop.step.kind, len(words), None), name
            assert timing.length == (hop.path.length if hop.path else 0.0), name


# In detail


@pytest.fixture
def tiny() -> Atlas:
    return tiny_atlas()


def wired(atlas: Atlas, view: View | None = None) -> Wiring:
    drawn = view or atlas.view("all")
    return Wiring(atlas, drawn, place(atlas, drawn, "e8"))


def step(source: str, target: str, kind: StepKind = StepKind.REQUEST) -> Step:
    return Step(source, target, "say hello", kind, ())


def without_desk(atlas: Atlas) -> View:
    view = atlas.view("all")
    return replace(view, zones=view.zones[1:])


def test_reply_goes_back_on_the_way_of_the_request(tiny: Atlas) -> None:
    there, back = project([step("client", "proxy"), step("proxy", "client", StepKind.REPLY)], wired(tiny), tiny)
    assert there.path is not None
    assert back.path == there.path.reversed()


def test_same_hop_takes_the_same_path_again(tiny: Atlas) -> None:
    one, other = project([step("client", "agent"), step("client", "agent")], wired(tiny), tiny)
    assert one.path is not None
    assert one.path is other.path


def test_work_inside_a_component_has_no_path(tiny: Atlas) -> None:
    (hop,) = project([step("agent", "agent")], wired(tiny), tiny)
    assert (hop.source, hop.target, hop.path, hop.title) == ("agent", "agent", None, "agent: say hello")


def test_step_between_two_parts_of_one_box_stays_in_it(tiny: Atlas) -> None:
    host = replace(tiny.view("all").zones[1], cards=())
    bare = replace(tiny.view("all"), zones=(tiny.view("all").zones[0], host))
    (hop,) = project([step("proxy", "agent")], wired(tiny, bare), tiny)
    assert (hop.source, hop.target, hop.path, hop.title) == ("host", "host", None, "proxy → agent: say hello")


def test_end_beyond_the_view_is_on_its_border(tiny: Atlas) -> None:
    wiring = wired(tiny, without_desk(tiny))
    come, go, beyond = project(
        [step("client", "proxy"), step("proxy", "client"), step("client", "client")], wiring, tiny
    )
    assert come.path is not None
    assert (come.source, come.target, go.source, go.target) == ("", "proxy", "proxy", "")
    assert come.path.points[0].y <= 8.0
    assert go.path == come.path.reversed()
    assert (beyond.source, beyond.target, beyond.path) == ("", "", None)


def test_heartbeat_goes_to_the_other_box_of_its_like(tiny: Atlas) -> None:
    view = tiny.view("all")
    first = view.zones[1].cards[0]
    second = replace(first, id="agent-2", at=Cell.parse("r1 c2"))
    pair = replace(view, zones=(view.zones[0], replace(view.zones[1], component=None, cards=(first, second))))
    beat, work = project([step("agent", "agent", StepKind.HEARTBEAT), step("agent", "agent")], wired(tiny, pair), tiny)
    assert (beat.source, beat.target) == ("agent", "agent-2")
    assert beat.path is not None
    assert (work.source, work.target, work.path) == ("agent", "agent", None)
    (alone,) = project([step("agent", "agent", StepKind.HEARTBEAT)], wired(tiny), tiny)
    assert (alone.source, alone.target, alone.path) == ("agent", "agent", None)


def with_two_agents(atlas: Atlas) -> Wiring:
    """The tiny view with the agent on two cards, of which ``agent-2`` stands nearer to the proxy."""
    view = atlas.view("all")
    agent, proxy = view.zones[1].cards
    cards = (
        replace(agent, at=Cell.parse("r1 c1")),
        replace(proxy, at=Cell.parse("r1 c4")),
        replace(agent, id="agent-2", at=Cell.parse("r1 c3")),
    )
    host = replace(view.zones[1], component=None, columns=(1.0, 1.0, 1.0, 1.0), cards=cards)
    return wired(atlas, replace(view, zones=(view.zones[0], host)))


def test_of_several_boxes_those_nearest_to_each_other_are_joined(tiny: Atlas) -> None:
    wiring = with_two_agents(tiny)
    come, go = project([step("agent", "proxy"), step("proxy", "agent")], wiring, tiny)
    assert (come.source, come.target) == ("agent-2", "proxy")
    assert (go.source, go.target) == ("proxy", "agent-2")


@pytest.mark.parametrize(
    ("card", "reached"), [("agent", "agent"), ("agent-2", "agent-2"), ("agent-9", "agent-2"), ("", "agent-2")]
)
def test_a_message_arrives_on_the_card_that_its_step_names(tiny: Atlas, card: str, reached: str) -> None:
    wiring = with_two_agents(tiny)
    (come,) = project([replace(step("proxy", "agent"), card=card)], wiring, tiny)
    assert (come.source, come.target) == ("proxy", reached)


def test_real_ratio_gives_each_step_the_time_of_its_model(tiny: Atlas) -> None:
    steps = [replace(step("client", "proxy"), takes=takes) for takes in (500.0, None, 0.1)]
    slow = timings(project(steps, wired(tiny), tiny), ratio=20.0)
    assert [(timing.travel, timing.words) for timing in slow] == [(10.0, 0), (0.04, 0), (0.02, 0)]


def test_no_steps_give_no_hops(tiny: Atlas) -> None:
    assert project([], wired(tiny), tiny) == ()
    assert timings([]) == []
