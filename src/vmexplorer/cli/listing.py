"""The lists that ``show`` writes: as records for JSON and as columns for people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.case import Case
from vmexplorer.atlas.component import Component
from vmexplorer.atlas.era import Era
from vmexplorer.atlas.evidence import joined
from vmexplorer.atlas.faults import Condition
from vmexplorer.atlas.flow import Flow, Step
from vmexplorer.atlas.link import Link, Port
from vmexplorer.atlas.view import View, Zone

Table = tuple[tuple[str, ...], list[tuple[str, ...]]]


def records_of(atlas: Atlas, what: str) -> list[dict[str, Any]]:
    """The components, links, flows, views, eras, conditions or cases as JSON objects, in the order of the pack."""
    found: list[dict[str, Any]]
    match what:
        case "components":
            found = [_component(atlas, component) for component in atlas.components.values()]
        case "links":
            found = [_link(atlas, link) for link in atlas.links.values()]
        case "flows":
            found = [_flow(atlas, flow) for flow in atlas.flows.values()]
        case "views":
            found = [_view(view) for view in atlas.views.values()]
        case "conditions":
            found = [_condition(atlas, condition) for condition in atlas.faults.conditions]
        case "cases":
            found = [_case(case) for case in atlas.cases.values()]
        case _:
            found = [_era(era) for era in atlas.eras]
    return found


def columns_of(atlas: Atlas, what: str) -> Table:
    """The same lists as heads and rows of plain text."""
    tables = {
        "components": _component_columns,
        "links": _link_columns,
        "flows": _flows_columns,
        "views": _view_columns,
        "conditions": _condition_columns,
        "cases": _case_columns,
        "eras": _era_columns,
    }
    return tables[what](atlas)


def _component_columns(atlas: Atlas) -> Table:
    return ("ID", "NAME", "KIND", "ERAS", "SUMMARY"), [
        (part.id, part.name, part.kind, era_span(atlas, atlas.eras_of(part)), part.summary)
        for part in atlas.components.values()
    ]


def _link_columns(atlas: Atlas) -> Table:
    return ("ID", "FROM", "TO", "PROTOCOL", "PORT", "PLANE", "ERAS"), [
        (
            link.id,
            link.source,
            link.target,
            link.protocol,
            port_text(link.ports) or "-",
            link.plane,
            era_span(atlas, atlas.eras_of(link)),
        )
        for link in atlas.links.values()
    ]


def _flows_columns(atlas: Atlas) -> Table:
    return ("ID", "NAME", "STEPS", "ERAS", "SUMMARY"), [
        (flow.id, flow.name, str(len(flow.steps)), era_span(atlas, atlas.eras_of(flow)), flow.summary)
        for flow in atlas.flows.values()
    ]


def _view_columns(atlas: Atlas) -> Table:
    return ("ID", "NAME", "COMPONENTS", "SUMMARY"), [
        (view.id, view.name, str(len(_shown(view.zones))), view.summary) for view in atlas.views.values()
    ]


def _condition_columns(atlas: Atlas) -> Table:
    rows = [_condition_row(atlas, condition) for condition in atlas.faults.conditions]
    return ("ID", "NAME", "OF", "ERAS", "NOTE"), rows


def _case_columns(atlas: Atlas) -> Table:
    return ("ID", "ERA", "NAME", "SUMMARY"), [
        (case.id, case.era, case.name, case.summary) for case in atlas.cases.values()
    ]


def _era_columns(atlas: Atlas) -> Table:
    return ("ID", "SHORT", "NAME", "FROM", "YEARS", "REASON"), [
        (era.id, era.short, era.name, str(era.first), era.years, era.reason) for era in atlas.eras
    ]


def flow_record(atlas: Atlas, flow: Flow, era: str) -> dict[str, Any]:
    """One flow as it goes in the era with this id, as a JSON object; its steps are numbered from 1."""
    steps = enumerate(atlas.steps_in(flow, era), start=1)
    return {
        "id": flow.id,
        "name": flow.name,
        "era": era,
        "steps": [{"number": number, **_step(atlas, step), "era": era} for number, step in steps],
        "summary": flow.summary,
        "view": flow.view,
        "eras": list(atlas.eras_of(flow)),
    }


def flow_columns(atlas: Atlas, flow: Flow, era: str) -> Table:
    """The steps of the same as heads and rows of plain text."""
    return ("STEP", "FROM", "TO", "MESSAGE", "KIND", "NARRATION", "LOG"), [
        (
            str(number),
            step.source,
            step.target,
            step.message,
            step.kind,
            joined(step.narration),
            "-" if step.log is None else f"{step.log.file}: {step.log.line}",
        )
        for number, step in enumerate(atlas.steps_in(flow, era), start=1)
    ]


def era_span(atlas: Atlas, eras: tuple[str, ...]) -> str:
    """Consecutive eras by the labels of their ends, such as ``4-6``."""
    if not eras:
        return "none"
    ends = dict.fromkeys([atlas.era(eras[0]).short, atlas.era(eras[-1]).short])
    return "-".join(ends)


def port_text(ports: Iterable[Port]) -> str:
    """Ports in one text, such as ``TCP 443, UDP 902``."""
    return ", ".join([str(port) for port in ports])


def _component(atlas: Atlas, component: Component) -> dict[str, Any]:
    return {
        "id": component.id,
        "name": component.name,
        "kind": component.kind.value,
        "parent": component.parent,
        "summary": component.summary,
        "eras": list(atlas.eras_of(component)),
        "stands_for": component.stands_for,
        "subtitle": component.subtitle,
        "since": str(component.since),
        "until": None if component.until is None else str(component.until),
    }


def _link(atlas: Atlas, link: Link) -> dict[str, Any]:
    return {
        "id": link.id,
        "from": link.source,
        "to": link.target,
        "protocol": link.protocol,
        "port": port_text(link.ports) or None,
        "plane": link.plane.value,
        "eras": list(atlas.eras_of(link)),
        "carries": link.carries,
        "opens": link.opens.value,
        "since": str(link.since),
        "until": None if link.until is None else str(link.until),
        "via": list(link.via),
    }


def _flow(atlas: Atlas, flow: Flow) -> dict[str, Any]:
    return {
        "id": flow.id,
        "name": flow.name,
        "eras": list(atlas.eras_of(flow)),
        "steps": [_step(atlas, step) for step in flow.steps],
        "summary": flow.summary,
        "view": flow.view,
    }


def _step(atlas: Atlas, step: Step) -> dict[str, Any]:
    return {
        "from": step.source,
        "to": step.target,
        "message": step.message,
        "kind": step.kind.value,
        "narration": joined(step.narration),
        "eras": list(atlas.eras_of(step)),
        "log": None if step.log is None else {"file": step.log.file, "line": step.log.line},
    }


def _view(view: View) -> dict[str, Any]:
    return {
        "id": view.id,
        "name": view.name,
        "summary": view.summary,
        "parent": view.parent,
        "components": _shown(view.zones),
    }


def _shown(zones: Iterable[Zone]) -> list[str]:
    """The components that zones and cards stand for, each once."""
    found: dict[str, None] = {}
    for zone in zones:
        if zone.component is not None:
            found[zone.component] = None
        found |= dict.fromkeys(card.component for card in zone.cards)
        found |= dict.fromkeys(_shown(zone.zones))
    return list(found)


def _condition_row(atlas: Atlas, condition: Condition) -> tuple[str, ...]:
    part = condition.component or condition.link or ""
    return condition.id, condition.name, part, era_span(atlas, atlas.eras_of(condition)), condition.note.text


def _condition(atlas: Atlas, condition: Condition) -> dict[str, Any]:
    return {
        "id": condition.id,
        "name": condition.name,
        "component": condition.component,
        "link": condition.link,
        "eras": list(atlas.eras_of(condition)),
        "note": condition.note.text,
        "client_shows": condition.client.text,
        "repair": list(condition.repair),
    }


def _case(case: Case) -> dict[str, Any]:
    return {"id": case.id, "name": case.name, "era": case.era, "view": case.view, "summary": case.summary}


def _era(era: Era) -> dict[str, Any]:
    return {
        "id": era.id,
        "name": era.name,
        "short": era.short,
        "first": str(era.first),
        "years": era.years,
        "reason": era.reason,
    }
