"""Turns what a user asked to see into ids that exist and fit together."""

from __future__ import annotations

from dataclasses import dataclass

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.component import Component
from vmexplorer.atlas.flow import Flow
from vmexplorer.atlas.link import Link
from vmexplorer.atlas.naming import component_called, component_names
from vmexplorer.errors import UnknownNameError, VmexplorerError


@dataclass(frozen=True, slots=True)
class Choice:
    """What to show, all by id: a view in an era, and perhaps a flow and a selected component or link."""

    view: str
    era: str
    flow: str | None
    select: str | None


def chosen(
    atlas: Atlas,
    *,
    view: str | None = None,
    era: str | None = None,
    flow: str | None = None,
    select: str | None = None,
) -> Choice:
    """Looks up every name and fills in the rest.

    Without a view it is the flow's, or else the pack's first. Without an era it
    is the newest in which the flow and the selected thing exist.

    Raises:
        UnknownNameError: a name that nothing has.
        VmexplorerError: the flow is not offered in the era that was asked for.
    """
    played = None if flow is None else atlas.flow(flow)
    selected = None if select is None else component_or_link(atlas, select)
    era_id = _newest(atlas, played, selected) if era is None else atlas.era(era).id
    if played is not None and era_id not in atlas.eras_of(played):
        nearest = atlas.era(_nearest_era(atlas, played, era_id))
        raise VmexplorerError(
            f"the flow {played.name!r} is not offered in {atlas.era(era_id).name}; the nearest era is {nearest.name}"
        )
    usual_view = atlas.manifest.home if played is None else played.view
    view_id = usual_view if view is None else atlas.view(view).id
    return Choice(view_id, era_id, None if played is None else played.id, None if selected is None else selected.id)


def _newest(atlas: Atlas, played: Flow | None, selected: Component | Link | None) -> str:
    eras = atlas.era_ids if played is None else atlas.eras_of(played)
    if selected is not None:
        life = atlas.eras_of(selected)
        eras = tuple([era for era in eras if era in life]) or eras
    return (eras or atlas.era_ids)[-1]


def _nearest_era(atlas: Atlas, played: Flow, era: str) -> str:
    wanted = atlas.era_ids.index(era)
    distances = {abs(atlas.era_ids.index(id) - wanted): id for id in atlas.eras_of(played)}
    return distances[min(distances)]


def component_or_link(atlas: Atlas, text: str) -> Component | Link:
    """The component with this id or name, or the link with this id; raises UnknownNameError."""
    found = _component_or_link(atlas, text)
    if found is None:
        raise UnknownNameError("component or link", text, [*component_names(atlas), *atlas.links])
    return found


def anything_named(atlas: Atlas, text: str) -> Component | Link | Flow:
    """The component or flow with this id or name, or the link with this id; raises UnknownNameError."""
    found = _component_or_link(atlas, text)
    if found is not None:
        return found
    flows = [name for flow in atlas.flows.values() for name in (flow.name, flow.id)]
    try:
        return atlas.flow(text)
    except UnknownNameError:
        known = [*component_names(atlas), *atlas.links, *flows]
        raise UnknownNameError("component, link or flow", text, known) from None


def _component_or_link(atlas: Atlas, text: str) -> Component | Link | None:
    if text in atlas.components:
        return atlas.components[text]
    return atlas.links.get(text) or atlas.links.get(text.upper()) or component_called(atlas, text)
