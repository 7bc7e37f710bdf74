"""What the faults do to the parts that they hit, before anything spreads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from vmexplorer.atlas.fault_words import Trouble, Verb
from vmexplorer.labs.whatif.fault import Fault
from vmexplorer.labs.whatif.plan import Plan
from vmexplorer.labs.whatif.spell import FOREVER, Spell
from vmexplorer.labs.whatif.wording import own_note

ON_COMPONENTS = (Verb.STOP, Verb.HANG, Verb.KILL, Verb.RESTART)


class Gone(NamedTuple):
    """A second at which a component ended, and the one at which it was there again (FOREVER: never)."""

    at: float
    ready: float


class Life(NamedTuple):
    """The course of one component as its own faults shape it."""

    spells: tuple[Spell, ...] = ()
    gone: tuple[Gone, ...] = ()
    given_up: bool = False


def lives(plan: Plan, faults: Sequence[Fault]) -> Mapping[str, Life]:
    """The life of every component that a stop, hang, kill or restart hits."""
    found: dict[str, Life] = {}
    for fault in faults:
        if fault.verb in ON_COMPONENTS:
            _add(plan, fault.target, faults, found)
    return found


def _add(plan: Plan, component: str, faults: Sequence[Fault], found: dict[str, Life]) -> Life:
    if component not in found:
        restarter = plan.restarters.get(component)
        # Taken before the helper is looked at, so that two helpers of each other end the search.
        found[component] = Life()
        helper = restarter.by if restarter else None
        helped = _add(plan, helper, faults, found) if helper else Life()
        events = sorted([one for one in faults if one.target == component and one.verb in ON_COMPONENTS], key=_begin)
        alone = all(fault.target == component for fault in faults)
        found[component] = _lived(plan, component, events, helped, alone=alone)
    return found[component]


def _begin(fault: Fault) -> float:
    return fault.at


def _lived(plan: Plan, component: str, events: Sequence[Fault], helper: Life, *, alone: bool) -> Life:
    spells: list[Spell] = []
    gone: list[Gone] = []
    quick, given_up = 0, False
    for fault in events:
        last = spells[-1] if spells else None
        lying = last is not None and last.trouble is Trouble.STOPPED and fault.at < min(last.end, last.returns)
        if lying and fault.verb in (Verb.HANG, Verb.KILL):
            continue  # what does not run can neither hang nor die
        if last is not None and last.end > fault.at:
            spells[-1] = last._replace(end=fault.at, returns=last.returns if last.returns < fault.at else FOREVER)
        ready, returns = FOREVER, FOREVER
        if fault.verb is Verb.RESTART:
            ready, returns, quick, given_up = fault.at + plan.start_of(component), fault.at, 0, False
        elif fault.verb is Verb.KILL:
            quick += _was_quick(plan, component, gone, fault.at)
            returns, given_up = _brought_back(plan, component, fault.at, quick, helper)
            ready = returns + plan.start_of(component)
        trouble = Trouble.HUNG if fault.verb is Verb.HANG else Trouble.STOPPED
        note = own_note(plan, fault, returns=returns, given_up=given_up, alone=alone)
        spells.append(Spell(fault.at, ready, trouble, (component,), note, fault, own=True, returns=returns))
        if trouble is Trouble.STOPPED:
            gone.append(Gone(fault.at, ready))
    return Life(tuple(spells), tuple(gone), given_up)


def _was_quick(plan: Plan, component: str, gone: Sequence[Gone], at: float) -> bool:
    restarter = plan.restarters.get(component)
    return bool(restarter and gone and at - gone[-1].ready < restarter.min_uptime)


def _brought_back(plan: Plan, component: str, at: float, quick: int, helper: Life) -> tuple[float, bool]:
    """The second at which a helper starts a dead component again, and whether it has given up."""
    restarter = plan.restarters.get(component)
    if restarter is None:
        return FOREVER, False
    again = at + restarter.after
    if any(spell.begin <= again and at < spell.end for spell in helper.spells):
        return FOREVER, False
    if restarter.quick_failures and quick >= restarter.quick_failures:
        return FOREVER, True
    return again, False
