"""What the what-if lab tells of an outcome, as a page of details."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vmexplorer.app.details_component import filled
from vmexplorer.app.details_page import Action, Fact, Item, Page, Paragraph, Pill, Row, Section, Span, Subject, Tone
from vmexplorer.app.details_text import counted, evidence_section, marks, paragraphs, plain, spans
from vmexplorer.app.fault_choices import fault_text
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.fault_words import LinkState, State
from vmexplorer.drawing.theme import Role
from vmexplorer.labs.whatif.outcome import Chain, ComponentState, LinkOutcome, Outcome

_ARROW = " → "
_NO_FAULT = (
    "Everything works. Break something: press the right mouse button on a part, a line or a message of the map, "
    "or write a fault above, such as `stop hostd`, `cut L11`, `block UDP 902` or `condition clock-drift`."
)
_FULL_TEXTS = 12  # log lines shown at most; more would bury the rest


def whatif_page(atlas: Atlas, outcome: Outcome) -> Page:
    """Everything that a set of faults does at one moment, from the most to the least urgent."""
    about = Action(Subject.VIEW, "whatif")
    if not outcome.faults:
        hint = Section("", (Paragraph(spans(_NO_FAULT)),))
        return Page(about, "What if …", (Pill("no fault", Role.RUNNING),), (hint,))
    sections = (
        Section("In the vSphere Client", paragraphs(atlas, outcome.client)),
        Section("Virtual machines", _machines(atlas, outcome)),
        Section("What is affected, and why", _affected(atlas, outcome)),
        Section("Message paths that fail", _failing(atlas, outcome)),
        Section("What goes on working", tuple([Paragraph(spans(text)) for text in outcome.keeps_working])),
        Section("What the logs say", _logs(outcome)),
        Section("How to repair it", tuple([Fact("Do", (Span(run, code=True),), True) for run in outcome.repair])),
        Section("What recovers by itself", _recovers(atlas, outcome)),
        Section("What happens when", _moments(atlas, outcome)),
        Section("Paths that still work", _working(atlas, outcome)),
    )
    title = ", ".join([fault_text(atlas, fault.verb, fault.target) for fault in outcome.faults[:3]])
    more = f" and {len(outcome.faults) - 3} more" if len(outcome.faults) > 3 else ""
    return Page(about, title + more, _pills(outcome), filled((*sections, *evidence_section(atlas, sections))))


def part_section(atlas: Atlas, outcome: Outcome, id: str) -> Section | None:
    """How one component or link is under the faults, for its own page; None while nothing is wrong with it."""
    state = outcome.components.get(id) or outcome.links.get(id)
    if state is None or state.state in (State.OK, LinkState.OK):
        return None
    said = Paragraph(spans(f"{state.state}: {state.note}"), marks(atlas, state.evidence), Tone.NOTE)
    return Section("Right now, in the what-if lab", (said, *_chain_rows(atlas, state.because, id)))


def chain_text(atlas: Atlas, chain: Chain) -> str:
    """A chain from the fault to a part, such as "hostd → L11 → vpxa", with names instead of ids."""
    return _ARROW.join([plain(atlas.components[id].name) if id in atlas.components else id for id in chain])


def _pills(outcome: Outcome) -> tuple[Pill, ...]:
    failing = [flow for flow in outcome.flows.values() if flow.fails_at is not None]
    machines = ("VMs keep running", Role.RUNNING) if outcome.machines.running else ("VMs stop", Role.FAULT)
    # The page stays as it is until the next change, so it names the last one and not the second that is shown.
    since = max([moment.at for moment in outcome.moments if moment.at <= outcome.at], default=0.0)
    paths = f"{len(failing)} of {counted(len(outcome.flows), 'path')} fail"
    return (
        Pill(*machines),
        Pill(paths, Role.FAULT if failing else Role.RUNNING),
        Pill(f"so since {since:g} s", Role.SOFT),
    )


def _machines(atlas: Atlas, outcome: Outcome) -> tuple[Item, ...]:
    machines = outcome.machines
    note = machines.note or "They keep running: nothing that a running VM needs has failed."
    return (Paragraph(spans(note), marks(atlas, machines.evidence)), *_why(atlas, machines.because))


def _affected(atlas: Atlas, outcome: Outcome) -> tuple[Item, ...]:
    """Components, then links: what the faults hit first, then the worst."""
    worst = list(State)
    parts = [(id, one) for id, one in outcome.components.items() if one.state is not State.OK]
    parts.sort(key=lambda pair: (not pair[1].own, -worst.index(pair[1].state), len(pair[1].because)))
    items: list[Item] = []
    for id, one in parts:
        items += _part(atlas, id, plain(atlas.components[id].name), one)
    for id, link in outcome.links.items():
        if link.own and link.state is not LinkState.OK:
            ours = atlas.link(id)
            ends = f"{plain(atlas.component(ours.source).name)}{_ARROW}{plain(atlas.component(ours.target).name)}"
            items += _part(atlas, id, ends, link)
    return tuple(items)


def _part(atlas: Atlas, id: str, name: str, one: ComponentState | LinkOutcome) -> list[Item]:
    kind = Subject.COMPONENT if isinstance(one, ComponentState) else Subject.LINK
    back = f", back after {one.ready - one.since:g} s" if isinstance(one, ComponentState) and one.ready else ""
    row = Row(name, f"{one.state}{back}", Action(kind, id))
    return [row, Paragraph(spans(one.note), marks(atlas, one.evidence), Tone.SMALL), *_why(atlas, one.because)]


def _why(atlas: Atlas, chain: Chain) -> tuple[Item, ...]:
    """A chain in one line; a chain of one part tells nothing."""
    return (Paragraph(spans(chain_text(atlas, chain)), tone=Tone.SMALL),) if len(chain) > 1 else ()


def _chain_rows(atlas: Atlas, chain: Chain, end: str) -> tuple[Item, ...]:
    """A chain as rows to follow on the map."""
    rows: list[Item] = []
    for id in chain:
        if id in atlas.components and id != end:
            rows.append(Row(plain(atlas.components[id].name), "on the way", Action(Subject.COMPONENT, id)))
        elif id in atlas.links and id != end:
            rows.append(Row(id, plain(atlas.link(id).protocol), Action(Subject.LINK, id)))
    return tuple(rows)


def _failing(atlas: Atlas, outcome: Outcome) -> tuple[Item, ...]:
    items: list[Item] = []
    for id, flow in outcome.flows.items():
        if flow.fails_at is None:
            continue
        steps = atlas.steps_in(atlas.flow(id), outcome.era)
        message = plain(steps[flow.fails_at - 1].message)
        items.append(Row(plain(atlas.flow(id).name), f"at step {flow.fails_at}: {message}", Action(Subject.FLOW, id)))
        items += _why(atlas, flow.because)
    return tuple(items)


def _working(atlas: Atlas, outcome: Outcome) -> tuple[Item, ...]:
    working = [id for id, flow in outcome.flows.items() if flow.fails_at is None]
    return tuple(
        [Row(plain(atlas.flow(id).name), _without(outcome.flows[id].lost), Action(Subject.FLOW, id)) for id in working]
    )


def _without(lost: Sequence[int]) -> str:
    numbers = ", ".join([str(number) for number in lost])
    return f"reaches its end without step {numbers}" if lost else "reaches its end"


def _logs(outcome: Outcome) -> tuple[Item, ...]:
    shown = outcome.logs[-_FULL_TEXTS:]
    facts: Iterable[Item] = [Fact(line.file, (Span(line.line, code=True),), True) for line in shown]
    left = len(outcome.logs) - len(shown)
    note = (Paragraph((Span(f"{counted(left, 'earlier line')} not shown."),), tone=Tone.SMALL),) if left else ()
    return (*facts, *note)


def _recovers(atlas: Atlas, outcome: Outcome) -> tuple[Item, ...]:
    items: list[Item] = []
    for id, seconds in outcome.recovers_alone.items():
        name = plain(atlas.components[id].name) if id in atlas.components else id
        items.append(Fact(name, (Span(f"well again {seconds:g} s after the fault"),)))
    return tuple(items)


def _moments(atlas: Atlas, outcome: Outcome) -> tuple[Item, ...]:
    return tuple(
        [
            Fact(f"{moment.at:g} s", spans(moment.text), evidence=marks(atlas, moment.evidence))
            for moment in outcome.moments
        ]
    )
