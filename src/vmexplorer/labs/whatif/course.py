"""The course of a set of faults: every spell of every part, from second 0 for ever."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.fault_words import Trouble, Verb
from vmexplorer.atlas.faults import Condition
from vmexplorer.atlas.port_query import PortQuery
from vmexplorer.labs.whatif.checked import condition_named, step_dropped
from vmexplorer.labs.whatif.fault import Fault
from vmexplorer.labs.whatif.own import Life, lives
from vmexplorer.labs.whatif.plan import Plan, plan_of
from vmexplorer.labs.whatif.spell import DEAD, FOREVER, Spell, general, worst
from vmexplorer.labs.whatif.spread import spread
from vmexplorer.labs.whatif.wording import closed_note


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """What happens, apart from the moment at which one looks; ``known`` remembers what was asked before."""

    plan: Plan
    faults: tuple[Fault, ...]
    lives: Mapping[str, Life]
    spells: Mapping[str, tuple[Spell, ...]]
    known: dict[tuple[str, float], Spell | None] = field(default_factory=dict)

    def trouble(self, part: str, at: float) -> Spell | None:
        """The gravest trouble of a part at a second; None when it is well."""
        if (part, at) not in self.known:
            self.known[part, at] = worst([spell for spell in self.spells.get(part, ()) if not spell.silent], at)
        return self.known[part, at]

    def shows(self, spell: Spell) -> bool:
        """Whether a part still shows or notices what a rule says; what is dead shows nothing of its lesser troubles."""
        if spell.need is None:
            return True
        gravest = self.trouble(spell.chain[-1], spell.begin)
        return gravest is None or gravest.trouble not in DEAD or gravest.trouble is spell.trouble

    def all_spells(self) -> Iterator[Spell]:
        """Every spell of every part."""
        for spells in self.spells.values():
            yield from spells

    def edges(self) -> list[float]:
        """The seconds at which anything changes, in order, without second 0 of a calm host."""
        found = {fault.at for fault in self.faults}
        for spell in self.all_spells():
            found.update([spell.begin, spell.end])
        return sorted(found - {FOREVER})


@lru_cache(maxsize=64)
def course_of(atlas: Atlas, era: str, faults: tuple[Fault, ...]) -> Course:
    """The course of faults that exist in an era, given by its id; the same faults give the same course."""
    plan = plan_of(atlas, era)
    found = lives(plan, faults)
    own: dict[str, list[Spell]] = {part: list(life.spells) for part, life in found.items()}
    for fault in faults:
        for part, spell in _closing(plan, fault):
            own.setdefault(part, []).append(spell)
    return Course(plan, faults, found, spread(plan, own, found))


def _closing(plan: Plan, fault: Fault) -> Iterator[tuple[str, Spell]]:
    """The spells of links that a fault closes and of the part that a condition is about."""
    match fault.verb:
        case Verb.CUT:
            yield fault.target, _spell(plan, fault, (fault.target,), Trouble.CUT, f"{fault.target} is cut")
        case Verb.BLOCK:
            query = PortQuery.of(fault.target)
            for link in plan.links.values():
                if query.ports_of(link):
                    yield link.id, _spell(plan, fault, (link.id,), Trouble.BLOCKED, f"{fault.target} is blocked")
        case Verb.DROP:
            _, _, _, step = step_dropped(plan.atlas, plan.era, fault.target)
            lossy = plan.carrier(step)
            if lossy is not None:
                text = f"The message {step.message!r} of {fault.target} was lost on {lossy.id}; the link itself works."
                spell = Spell(fault.at, FOREVER, Trouble.DEGRADED, (lossy.id,), general(text), fault, own=True)
                yield lossy.id, spell
        case Verb.CONDITION:
            yield from _condition(plan, fault, condition_named(plan.atlas, plan.era, fault.target))


def _condition(plan: Plan, fault: Fault, condition: Condition) -> Iterator[tuple[str, Spell]]:
    part = condition.component or condition.link or ""
    trouble = Trouble(condition.state) if condition.component else Trouble.CUT
    yield part, Spell(fault.at, FOREVER, trouble, (part,), condition.note, fault, own=True, condition=condition)
    for link in condition.closes:
        if link in plan.links:
            spell = Spell(fault.at, FOREVER, Trouble.CUT, (part, link), condition.note, fault, condition=condition)
            yield link, spell


def _spell(plan: Plan, fault: Fault, chain: Sequence[str], trouble: Trouble, how: str) -> Spell:
    note = closed_note(plan, chain[-1], how)
    return Spell(fault.at, FOREVER, trouble, tuple(chain), note, fault, own=True)
