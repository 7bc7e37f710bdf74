"""Finds a component by the name that somebody wrote."""

from __future__ import annotations

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.component import Component
from vmexplorer.errors import UnknownNameError


def component_named(atlas: Atlas, text: str) -> Component:
    """The component with this id or, whatever the case of its letters, this name.

    Raises:
        UnknownNameError: there is none; names the nearest.
    """
    found = atlas.components.get(text) or component_called(atlas, text)
    if found is None:
        raise UnknownNameError("component", text, component_names(atlas))
    return found


def component_called(atlas: Atlas, text: str) -> Component | None:
    """The component whose id or name is this, whatever the case of its letters, if there is one."""
    wanted = text.casefold()
    for component in atlas.components.values():
        if wanted in (component.id.casefold(), component.name.casefold()):
            return component
    return None


def component_names(atlas: Atlas) -> tuple[str, ...]:
    """Every name and id that a component answers to."""
    names = [component.name for component in atlas.components.values()]
    return (*names, *atlas.components)
