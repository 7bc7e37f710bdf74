"""What ``describe`` tells people of a component, link or flow."""

from __future__ import annotations

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.component import Component
from vmexplorer.atlas.flow import Flow, Step
from vmexplorer.atlas.link import Link, Opens
from vmexplorer.cli.encoding import cited
from vmexplorer.cli.listing import era_span, port_text
from vmexplorer.cli.page import Page, stated, version_text


def described_lines(atlas: Atlas, thing: Component | Link | Flow, width: int) -> list[str]:
    """Everything the pack says of a thing as lines of text, the titles of the sources at the end."""
    page = Page(width)
    said: list[object] = [thing]
    if isinstance(thing, Component):
        _component(page, atlas, thing)
        said += atlas.founding_of(thing.id)
    elif isinstance(thing, Link):
        _link(page, atlas, thing)
    else:
        _flow(page, atlas, thing)
    sources = cited(atlas, said)
    if sources:
        page.heading("Sources")
        for id, title in sources.items():
            page.text(title, f"  {id:<5}", " " * 7)
    return page.lines


def _component(page: Page, atlas: Atlas, component: Component) -> None:
    page.text(f"{component.name}: {component.stands_for}")
    page.text(component.summary)
    page.heading(f"component {component.id}")
    page.fact("kind", component.kind.value)
    page.fact("subtitle", component.subtitle)
    if component.parent is not None:
        page.fact("part of", f"{component.parent} ({atlas.component(component.parent).name})")
    page.fact("versions", version_text(component.since, component.until))
    page.fact("eras", era_span(atlas, atlas.eras_of(component)))
    page.bullets("What it is and does", map(stated, component.description))
    page.bullets("How it runs", map(stated, component.runs))
    page.bullets("Commands", [f"`{command.run}`: {stated(command.note)}" for command in component.commands])
    page.bullets("Logs", [f"{log.path}: {stated(log.note)}" for log in component.logs])
    page.bullets("Ports", [f"{port.port}: {stated(port.note)}" for port in component.ports])
    if component.if_stopped is not None:
        page.heading("If it stops")
        page.fact("symptom", stated(component.if_stopped.symptom))
        page.fact("noticed by", component.if_stopped.noticed_by)
        page.fact("VMs", component.if_stopped.vms.value)
    mistakes = component.misconceptions
    page.bullets("What people get wrong", [f'"{mistake.claim}" {stated(mistake.truth)}' for mistake in mistakes])
    page.bullets("Links", [_one_line(link) for link in atlas.links_of(component.id)])
    page.bullets("Flows", [f"{flow.id} {flow.name}" for flow in atlas.flows_through(component.id)])
    page.bullets(
        "In the founding text",
        [
            f'"{statement.says}" {"Still holds" if statement.holds else "Corrected"}: {stated(statement.today)}'
            for statement in atlas.founding_of(component.id)
        ],
    )


def _one_line(link: Link) -> str:
    ports = f", {port_text(link.ports)}" if link.ports else ""
    return f"{link.id} {link.source} → {link.target}: {link.protocol}{ports}"


def _link(page: Page, atlas: Atlas, link: Link) -> None:
    page.text(f"{atlas.component(link.source).name} → {atlas.component(link.target).name}: {link.protocol}")
    page.heading(f"link {link.id}")
    page.fact("from", link.source)
    page.fact("to", link.target)
    page.fact("opened by", "both ends" if link.opens is Opens.BOTH else link.source)
    page.fact("through", ", ".join(link.via))
    page.fact("ports", port_text(link.ports) or "none")
    page.fact("plane", link.plane.value)
    page.fact("carries", link.carries)
    if link.account is not None:
        page.fact("account", stated(link.account))
    page.fact("versions", version_text(link.since, link.until))
    page.fact("eras", era_span(atlas, atlas.eras_of(link)))
    page.bullets("What to know", map(stated, link.description))


def _flow(page: Page, atlas: Atlas, flow: Flow) -> None:
    page.text(flow.name)
    page.text(flow.summary)
    page.heading(f"flow {flow.id}")
    page.fact("seen on", f"the view {flow.view}")
    page.fact("eras", era_span(atlas, atlas.eras_of(flow)))
    page.heading("Steps")
    for number, step in enumerate(flow.steps, 1):
        _step(page, atlas, number, step)
    page.bullets("What to point out", map(stated, flow.remarks))


def _step(page: Page, atlas: Atlas, number: int, step: Step) -> None:
    indent = " " * 6
    ends = step.source if step.source == step.target else f"{step.source} → {step.target}"
    when = "" if step.eras is None else f", eras {era_span(atlas, atlas.eras_of(step))}"
    page.text(f"{ends}: {step.message} ({step.kind.value}{when})", f"  {number:>2}. ", indent)
    for statement in step.narration:
        page.text(stated(statement), indent, indent)
    if step.log is not None:
        page.text(f"{step.log.file}: {step.log.line}", indent, indent)
