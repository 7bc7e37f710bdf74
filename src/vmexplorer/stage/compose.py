"""Composes a stage state from a wired view, a selection, a hover and a moment of a flow.

Later layers win: hover below selection below the playing step.
"""

from __future__ import annotations

from collections.abc import Sequence

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.evidence import joined
from vmexplorer.atlas.kind import Kind
from vmexplorer.drawing.geometry import Path
from vmexplorer.drawing.layout import CardBox, ZoneBox
from vmexplorer.drawing.wire import Wire
from vmexplorer.drawing.wiring import Wiring
from vmexplorer.playback.easing import ease_in_out_cubic, share
from vmexplorer.playback.frame import Frame, Phase
from vmexplorer.playback.motion import Motion
from vmexplorer.stage.calls import held
from vmexplorer.stage.overlay import Mark, Overlay, Role
from vmexplorer.stage.projection import Hop
from vmexplorer.stage.state import BoxLook, BoxRole, Caption, LineLook, LineRole, StageState, Token


def still(wiring: Wiring) -> StageState:
    """The view at rest."""
    return StageState(wiring.layout, wiring.rest, wiring.spine)


def with_focus(state: StageState, atlas: Atlas, wiring: Wiring, component: str, selected: bool) -> StageState:
    """Adds a hovered or selected component: its boxes, its lines and its neighbours."""
    role = LineRole.SELECTED if selected else LineRole.NEIGHBOUR
    own = BoxRole.SELECTED if selected else BoxRole.NEIGHBOUR
    kind = atlas.component(component).kind
    wires = wiring.of_component(component)
    mine = {box.id for box in wiring.layout.boxes_of(component)}
    near = {end for wire in wires for end in (wire.source, wire.target)} - mine
    lines = tuple(LineLook(wire.path, role, kind, wiring.both_ways(wire)) for wire in wires)
    looks = [BoxLook(box, BoxRole.NEIGHBOUR) for box in sorted(near)]
    looks += [BoxLook(box, own, 0.8 if selected else 0.0) for box in sorted(mine)]
    return _layered(state, looks, lines)


def with_link(state: StageState, atlas: Atlas, wiring: Wiring, link: str) -> StageState:
    """Adds a selected link: its line and the boxes at its ends."""
    ours = atlas.link(link)
    kind = atlas.component(ours.source).kind
    wires = wiring.of_link(link)
    ends = sorted({end for wire in wires for end in (wire.source, wire.target)})
    lines = tuple(LineLook(wire.path, LineRole.SELECTED, kind, wiring.both_ways(wire)) for wire in wires)
    return _layered(state, [BoxLook(end, BoxRole.NEIGHBOUR) for end in ends], lines)


def with_overlay(state: StageState, atlas: Atlas, wiring: Wiring, overlay: Overlay) -> StageState:
    """Adds the marks of an overlay: boxes of the components that are drawn, and lines of links.

    A faulty link gets a line even where the view draws none at rest; of the others only the
    resting lines are marked, so that a fault that reaches far does not fill the view with lines.
    """
    era = wiring.layout.era
    boxes = [
        BoxLook(box.id, BoxRole.REST, mark=said)
        for id, mark in overlay.components.items()
        for box, said in _marked(wiring, id, mark)
    ]
    resting = {frozenset(wire[:2]): wire for wire in wiring.rest}
    marked: dict[Wire, Mark] = {}
    for link, mark in overlay.links.items():
        if era not in atlas.eras_of(atlas.link(link)):
            continue
        for drawn in wiring.of_link(link) if mark.role is Role.FAULT else _resting(wiring, link):
            wire = resting.get(frozenset(drawn[:2]), drawn)
            if wire not in marked or marked[wire].role is not Role.FAULT:
                marked[wire] = mark
    lines = [LineLook(wire.path, LineRole.REST, _sender(atlas, wire), mark=mark) for wire, mark in marked.items()]
    return _layered(state, boxes, lines)


def _marked(wiring: Wiring, component: str, mark: Mark) -> Sequence[tuple[CardBox | ZoneBox, Mark]]:
    """The boxes to mark, each with what is said of it.

    What is well is said once, on its frame, and not again on every card in it.
    """
    boxes = wiring.layout.boxes_of(component)
    cards = [box for box in boxes if isinstance(box, CardBox)]
    if mark.card is not None and mark.card < len(cards):
        others = [] if mark.others is None else [(card, mark.others) for card in cards if card is not cards[mark.card]]
        return [(cards[mark.card], mark), *others]
    frames = [box for box in boxes if isinstance(box, ZoneBox)]
    return [(box, mark) for box in (frames if frames and mark.role is Role.GOOD else boxes)]


def _resting(wiring: Wiring, link: str) -> tuple[Wire, ...]:
    return tuple([wire for wire in wiring.rest if link in wire.links])


def _sender(atlas: Atlas, wire: Wire) -> Kind:
    """The kind whose colour a line has."""
    return atlas.component(atlas.link(wire.links[0]).source).kind


def with_flow(state: StageState, hops: Sequence[Hop], frame: Frame, motion: Motion, started: bool) -> StageState:
    """Adds a moment of a flow; before it has started only its first step is told."""
    if frame.step is None:
        return state
    if not started:
        return state._replace(caption=caption_of(hops, frame.step))
    return with_moment(with_story(state, hops, frame.step, frame.done), hops[frame.step], frame, motion, state.veil)


def with_story(state: StageState, hops: Sequence[Hop], step: int, done: int) -> StageState:
    """Adds what stays the same while one step plays: caption, participants, finished hops, held calls."""
    caption = caption_of(hops, step)
    return _layered(state._replace(veil=1.0, caption=caption), *_participants(hops, step, done))


def with_moment(story: StageState, hop: Hop, frame: Frame, motion: Motion, veil: float = 0.0) -> StageState:
    """Adds what changes with every picture: the fade at the beginning, glow, line and message.

    ``veil`` is how far the picture was dimmed before the flow; it never grows lighter.
    """
    if frame.step == 0:
        story = story._replace(veil=max(veil, ease_in_out_cubic(share(frame.elapsed, motion.dim_fade))))
    return _step_layer(story, hop, frame) if motion.travels else _faded_step(story, hop, frame)


def _participants(hops: Sequence[Hop], step: int, finished_hops: int) -> tuple[list[BoxLook], tuple[LineLook, ...]]:
    """The boxes and lines the flow touches; finished hops are tinted and numbered."""
    badges: dict[str, str] = {}
    pending: list[LineLook] = []
    done: list[LineLook] = []
    waiting = held(hops, step)
    for number, hop in enumerate(hops, start=1):
        for end in (hop.source, hop.target):
            if end:
                badges.setdefault(end, "")
        finished = number <= finished_hops
        if finished and hop.target:
            badges[hop.target] = str(number)
        if hop.path and hop.source and hop.target:
            role = LineRole.HELD if number - 1 in waiting else LineRole.DONE if finished else LineRole.REST
            (done if finished else pending).append(LineLook(hop.path, role, hop.kind))
    return [BoxLook(box, BoxRole.REST, 0.0, badge) for box, badge in badges.items()], (*pending, *done)


def _step_layer(state: StageState, hop: Hop, frame: Frame) -> StageState:
    """The step under way: its line, the glow of sender and receiver, and its token."""
    arrived = frame.phase in (Phase.DWELL, Phase.DONE)
    looks = []
    if hop.source and hop.path:
        looks.append(BoxLook(hop.source, BoxRole.ACTIVE, 0.35 + 0.65 * frame.departure_glow))
    if hop.target and (not hop.path or (arrived and not hop.step.lost)):
        glow = max(frame.pulse, frame.arrival_glow)
        looks.append(BoxLook(hop.target, BoxRole.ACTIVE, 0.35 + 0.65 * glow))
    lines: tuple[LineLook, ...] = ()
    tokens: tuple[Token, ...] = ()
    if hop.path:
        lines = (LineLook(hop.path, LineRole.ACTIVE, hop.kind),)
        if frame.phase is Phase.TRAVEL or (hop.step.lost and arrived):
            # What was lost stays where it was lost, until the next step.
            tokens = (_token(hop, hop.path, frame.progress),)
    return _layered(state, looks, lines)._replace(tokens=tokens)


def _faded_step(state: StageState, hop: Hop, frame: Frame) -> StageState:
    """The step without movement: first the sender, then the whole line, then the receiver."""
    third = 3.0 if frame.phase in (Phase.DWELL, Phase.DONE) else frame.progress * 3.0
    looks: list[BoxLook] = []
    lines: tuple[LineLook, ...] = ()
    if hop.source:
        looks.append(BoxLook(hop.source, BoxRole.ACTIVE, min(1.0, third) if hop.path else 1.0))
    if hop.path and third >= 1.0:
        lines = (LineLook(hop.path, LineRole.ACTIVE, hop.kind),)
    if hop.target and third >= 2.0 and not (hop.path and hop.step.lost):
        looks.append(BoxLook(hop.target, BoxRole.ACTIVE, min(1.0, third - 2.0)))
    return _layered(state, looks, lines)


def _token(hop: Hop, path: Path, progress: float) -> Token:
    step = hop.step
    return Token(path, progress, step.kind, hop.kind, step.message, broken=step.lost, label_at=hop.label_at)


def caption_of(hops: Sequence[Hop], index: int) -> Caption:
    """What is said at a step."""
    step = hops[index].step
    log = f"{step.log.file}: {step.log.line}" if step.log else ""
    return Caption(index + 1, len(hops), hops[index].title, joined(step.narration), log)


def _layered(state: StageState, boxes: Sequence[BoxLook], lines: Sequence[LineLook]) -> StageState:
    """The state with looks added; a box or line that is there already takes the new look."""
    table = {look.box: look for look in state.boxes}
    for look in boxes:
        before = table.pop(look.box, None)
        badge = look.badge or (before.badge if before else "")
        mark = look.mark or (before.mark if before else None)
        kept = before if before is not None and look.role is BoxRole.REST else look
        table[look.box] = kept._replace(badge=badge, mark=mark)
    paths = {line.path: line for line in state.lines}
    for line in lines:
        below = paths.pop(line.path, None) or line
        paths[line.path] = line._replace(mark=line.mark or below.mark)
    return state._replace(boxes=tuple(table.values()), lines=tuple(paths.values()))
