"""Follows a link into the program: opens it as near as it can and says what is wrong with it."""

from __future__ import annotations

from vmexplorer.app.deep_link_target import Target, resolve
from vmexplorer.app.deep_link_text import ROUTE, SCHEME, DeepLink, LinkError, read, write
from vmexplorer.app.explorer import Explorer
from vmexplorer.atlas.flow import BRANCH_MARK, Branch, Flow
from vmexplorer.playback.motion import EXPLORE

__all__ = ["SCHEME", "DeepLink", "LinkError", "Target", "apply", "link_to", "read", "resolve", "write"]


def apply(explorer: Explorer, text: str) -> tuple[str, ...]:
    """Brings an explorer to where a link leads, paused.

    Returns:
        one sentence for each fault of the link.

    Raises:
        LinkError: the text is no link, or malformed; the explorer has not moved.
    """
    target, complaints = resolve(read(text), explorer.atlas)
    explorer.tell("")
    explorer.show_era(target.era)
    explorer.show_view(target.view or explorer.atlas.manifest.home)
    flow = target.flow
    if flow is not None:
        _tell(explorer, flow, target.branch)
        complaints += _go(explorer, target, flow.name)
    elif target.component and not target.view:
        explorer.show_view(explorer.best_view(target.component))
    if target.link:
        explorer.select_link(target.link)
    else:
        explorer.select_component(target.component)
    return complaints


def link_to(explorer: Explorer) -> str:
    """The link that leads to the present view, era, flow, branch, step, moment and selection."""
    now, flow, step = explorer.now, explorer.flow, explorer.player.step
    link = DeepLink(view=now.view, era=now.era, select=now.component or now.link or None)
    if flow is None or step is None:
        return write(link)
    authored = explorer.atlas.flows.get(flow.id) is flow
    name = flow.id if authored else f"{ROUTE}:{flow.steps[0].source}:{flow.steps[-1].target}"
    return write(link._replace(flow=name, branch=now.branch or None, step=step + 1, at=explorer.player.position))


def _tell(explorer: Explorer, flow: Flow, branch: Branch | None) -> None:
    if explorer.atlas.flows.get(flow.id) is flow:
        explorer.tell(flow.id if branch is None else f"{flow.id}{BRANCH_MARK}{branch.id}")
    else:
        explorer.tell_route(flow.steps[0].source, flow.steps[-1].target)


def _go(explorer: Explorer, target: Target, flow: str) -> tuple[str, ...]:
    """Goes to the moment or, where that is not in the step, to the end of the step."""
    player, moment = explorer.player, target.at
    if moment is not None:
        player.seek(moment)
    there = target.step is None or (moment is not None and player.step == target.step - 1)
    if target.step is not None and not there:
        player.go_to_step(target.step - 1)
    # Elsewhere, or moving in another way, the same steps take other times, which is no fault of the link.
    if moment is None or not (target.as_meant and explorer.motion is EXPLORE and explorer.ratio is None):
        return ()
    lasts = player.timeline.duration
    if moment > lasts:
        at_end = "its end" if target.step is None else f"the end of step {target.step}"
        return (f"the flow {flow!r} lasts {lasts:.1f} seconds and has no moment {moment:g}; it opens at {at_end}",)
    missed = f"the moment {moment:g} is not in step {target.step} of {flow!r}; it opens at the end of that step"
    return () if there else (missed,)
