"""Checks the steps of a flow or of one of its branches."""

from __future__ import annotations

from collections.abc import Sequence

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.check_eras import era_names
from vmexplorer.atlas.drawn import cards_of
from vmexplorer.atlas.findings import Findings, quoted
from vmexplorer.atlas.flow import Step

LONGEST_STEP = 86_400_000.0  # milliseconds: a day

# Steps with the dotted path of the list in which they stand.
PlacedSteps = tuple[str, Sequence[Step]]


def check_steps(file: str, placed: PlacedSteps, offered: Sequence[str], atlas: Atlas, findings: Findings) -> None:
    """Notes steps that no era shows, ends that an era lacks and times beyond all reason.

    Args:
        file: the flow's.
        placed: the steps and where they stand.
        offered: the eras in which the flow, or its branch, is offered.
        atlas: where the eras of the components come from.
        findings: what is wrong is added here.
    """
    key, steps = placed
    owner = "flow" if key == "steps" else "branch"
    for number, step in enumerate(steps):
        at = f"{key}[{number}]"
        shown = [era for era in atlas.eras_of(step) if era in offered]
        if not shown:
            findings.add(file, f"{at}.eras", f"names only eras in which the {owner} is not offered")
        if step.takes is not None and not 0 < step.takes <= LONGEST_STEP:
            text = f"is {step.takes:g} and must be greater than 0 and at most {LONGEST_STEP:,.0f}, which is a day"
            findings.add(file, f"{at}.takes", text, "give the time in milliseconds")
        cards = cards_of(atlas, step.target, shown) if step.card else ()
        if step.card and step.card not in cards:
            text = f"is {quoted(step.card)}, and no view has a card of {quoted(step.target)} with this id"
            findings.add(file, f"{at}.card", text, findings.suggest(step.card, cards))
        for end_key, end in {"from": step.source, "to": step.target}.items():
            life = atlas.component_eras.get(end, shown)
            missing = [era for era in shown if era not in life]
            if missing and not (end_key == "to" and step.target == step.source):
                text = f"is {quoted(end)}, which does not exist in {era_names(atlas, missing)}"
                hint = f"it exists in {era_names(atlas, life)}; give the step eras that fit"
                findings.add(file, f"{at}.{end_key}", text, hint)


def check_step_ids(file: str, all_steps: Sequence[PlacedSteps], atlas: Atlas, findings: Findings) -> None:
    """Notes ids that two steps of a flow or of its branches have in the same era."""
    seen: dict[str, list[tuple[str, set[str]]]] = {}
    for key, steps in all_steps:
        for number, step in enumerate(steps):
            if not step.id:
                continue
            at, shown = f"{key}[{number}].id", set(atlas.eras_of(step))
            others = seen.setdefault(step.id.casefold(), [])
            first = next((other for other, other_shown in others if not shown.isdisjoint(other_shown)), None)
            if first is not None:
                text = f"is {quoted(step.id)}, which another step of the flow has already in the same era"
                findings.add(file, at, text, f"the first is {first}")
            elif shown:
                others.append((at, shown))
