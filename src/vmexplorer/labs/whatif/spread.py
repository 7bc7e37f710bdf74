"""How trouble spreads: from wholes to parts, from ends to links, and from both to those who depend on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.fault_words import State, Trouble
from vmexplorer.atlas.faults import Need
from vmexplorer.labs.whatif.own import Gone, Life
from vmexplorer.labs.whatif.plan import Plan
from vmexplorer.labs.whatif.spell import CLOSED, DEAD, FOREVER, Spell, joined_up
from vmexplorer.labs.whatif.wording import down_note, unreachable_note

Spells = tuple[Spell, ...]

_MOST_ROUNDS = 40  # far more than the longest chain; a circle in the data ends here


def spread(plan: Plan, own: Mapping[str, Sequence[Spell]], lives: Mapping[str, Life]) -> dict[str, Spells]:
    """All spells of all parts.

    Args:
        plan: what depends on what.
        own: the spells of the parts that faults hit.
        lives: when components went and came back.
    """
    found: dict[str, Spells] = {part: tuple(spells) for part, spells in own.items()}
    waiting = _next(plan, found)
    for _ in range(_MOST_ROUNDS):
        changed = []
        for part in waiting:
            derived = _of_link(plan, part, found) if part in plan.links else _of_component(plan, part, found, lives)
            spells = (*own.get(part, ()), *derived)
            if spells != found.get(part, ()):
                found[part] = spells
                changed.append(part)
        waiting = _next(plan, changed)
        if not waiting:
            break
    return found


def _next(plan: Plan, changed: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(part for one in changed for part in plan.after.get(one, ())))


def _of_link(plan: Plan, link: str, found: Mapping[str, Spells]) -> list[Spell]:
    """A link is down while an end, a door on its way, its carrier or the link behind a door fails."""
    derived = []
    for holder in plan.held_by[link]:
        fatal = (*CLOSED, Trouble.DOWN) if holder in plan.links else DEAD
        for spell in found.get(holder, ()):
            if spell.trouble in fatal and link not in spell.chain:
                way = _to_link(plan, link, holder)
                note = down_note(plan, link, holder, spell.trouble)
                derived.append(_on(spell, Trouble.DOWN, (*way, link), note))
    return _shortest(derived)


def _to_link(plan: Plan, link: str, holder: str) -> tuple[str, ...]:
    """The door between a link and the leg that it runs on."""
    return (plan.links[holder].source,) if holder in plan.links else ()


def _of_component(plan: Plan, part: str, found: Mapping[str, Spells], lives: Mapping[str, Life]) -> list[Spell]:
    derived = []
    for whole in plan.wholes_of.get(part, ()):
        for spell in found.get(whole.whole, ()):
            if spell.trouble in (whole.states or DEAD) and part not in spell.chain:
                shared = _on(spell, spell.trouble, (part,), whole.note)
                derived.append(shared if whole.return_with_it else shared._replace(end=FOREVER, returns=FOREVER))
    gone = lives[part].gone if part in lives else ()
    for need in plan.needs_of.get(part, ()):
        derived += _suffered(plan, need, found, gone)
    return _shortest([*derived, *_cut_off(plan, part, found)])


def _suffered(plan: Plan, need: Need, found: Mapping[str, Spells], gone: Sequence[Gone]) -> list[Spell]:
    part = need.component
    way = tuple([id for id in need.way if id in plan.links or id in plan.components])
    derived = []
    for spell in [cause for cause in causes_of(need, found) if not set(way) & set(cause.chain)]:
        for begin, end in _stretches(spell, need.after, gone):
            trouble = Trouble.DEGRADED if need.becomes is State.OK else Trouble(need.becomes)
            one = _on(spell, trouble, (*way, part), need.note)
            derived.append(one._replace(begin=begin, end=end + need.lasts, need=need))
    return derived


def causes_of(need: Need, found: Mapping[str, Spells]) -> list[Spell]:
    """The trouble of what a component needs, other than trouble that comes from the component itself."""
    states = need.states or ((*CLOSED, Trouble.DOWN) if need.link else DEAD)
    spells = [spell for spell in found.get(need.on or need.link or "", ()) if spell.trouble in states]
    if need.condition is not None:
        spells = [spell for spell in spells if spell.condition and spell.condition.id == need.condition]
    return joined_up([spell for spell in spells if need.component not in spell.chain and not spell.silent])


def _stretches(cause: Spell, after: float, gone: Sequence[Gone]) -> list[tuple[float, float]]:
    """When a dependent suffers: some time after its cause begins, and anew after each start of its own."""
    found = []
    begin = cause.begin + after
    for one in gone:
        if one.ready <= cause.begin or one.at >= cause.end:
            continue
        if begin < one.at:
            found.append((begin, one.at))
        begin = max(begin, one.ready + after)
    if begin < cause.end:
        found.append((begin, cause.end))
    return found


def _cut_off(plan: Plan, part: str, found: Mapping[str, Spells]) -> list[Spell]:
    """A component is unreachable while every way in over the network is closed, though askers are there."""
    ways = plan.ways_in.get(part, ())
    closed = [[spell for spell in found.get(link, ()) if _closes(plan, link, spell, part)] for link in ways]
    if not ways or not all(closed):
        return []
    shared = [(spell.begin, spell.end, spell) for spell in closed[0]]
    for others in closed[1:]:
        both = [(max(begin, other.begin), min(end, other.end), one) for begin, end, one in shared for other in others]
        shared = [(begin, end, one) for begin, end, one in both if begin < end]
    note = unreachable_note(plan, part, ways)
    return [_on(one, Trouble.UNREACHABLE, (part,), note)._replace(begin=begin, end=end) for begin, end, one in shared]


def _closes(plan: Plan, link: str, spell: Spell, part: str) -> bool:
    ends = (plan.links[link].source, plan.links[link].target)
    return part not in spell.chain and (spell.trouble in CLOSED or spell.culprit not in ends)


def _on(cause: Spell, trouble: Trouble, way: tuple[str, ...], note: Statement) -> Spell:
    return cause._replace(
        trouble=trouble, chain=(*cause.chain, *way), note=note, own=False, need=None, condition=None, returns=FOREVER
    )


def _shortest(spells: Sequence[Spell]) -> list[Spell]:
    """Without those that another one of the same rule covers with a chain that is no longer."""
    found: list[Spell] = []
    for spell in sorted(spells, key=_by_length):
        if not any(_covers(other, spell) for other in found):
            found.append(spell)
    return found


def _by_length(spell: Spell) -> tuple[int, float, tuple[str, ...]]:
    return len(spell.chain), spell.begin, spell.chain


def _covers(one: Spell, other: Spell) -> bool:
    same = one.trouble is other.trouble and one.need is other.need
    return same and one.begin <= other.begin and other.end <= one.end
