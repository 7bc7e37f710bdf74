"""The seconds at which something changes, each with a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vmexplorer.atlas.fault_words import Verb
from vmexplorer.atlas.faults import Need
from vmexplorer.labs.whatif.checked import step_dropped
from vmexplorer.labs.whatif.course import Course
from vmexplorer.labs.whatif.fault import Fault
from vmexplorer.labs.whatif.outcome import Moment
from vmexplorer.labs.whatif.plan import Plan
from vmexplorer.labs.whatif.spell import FOREVER, Spell
from vmexplorer.labs.whatif.spread import causes_of

_MOST_TICKS = 30
_MOST_NAMES = 4


def moments(course: Course) -> tuple[Moment, ...]:
    """Everything that happens in the course, in order; what happens at once in the order of its causes."""
    found = [*_beginnings(course), *_returns(course), *_ticks(course), *_consequences(course), *_felt(course)]
    found += _ends(course)
    return tuple(sorted(dict.fromkeys(found), key=_second))


def _second(moment: Moment) -> float:
    return moment.at


def _beginnings(course: Course) -> Iterator[Moment]:
    for fault in course.faults:
        yield Moment(fault.at, *sentence(course.plan, fault))


def sentence(plan: Plan, fault: Fault) -> tuple[str, tuple[str, ...]]:
    """A fault as a sentence, and the parts that it hits."""
    parts: tuple[str, ...] = (fault.target,)
    name = plan.atlas.components[fault.target].name if fault.target in plan.atlas.components else fault.target
    match fault.verb:
        case Verb.STOP:
            text = f"{name} is stopped."
        case Verb.HANG:
            text = f"{name} hangs: it is there but does not answer."
        case Verb.KILL:
            text = f"{name} dies."
        case Verb.RESTART:
            text = f"{name} is restarted."
        case Verb.CUT:
            text = f"{name} is cut."
        case Verb.BLOCK:
            text, parts = f"{name} is blocked.", ()
        case Verb.DROP:
            step = step_dropped(plan.atlas, plan.era, fault.target)[3]
            text, parts = f"The message of step {name} is lost.", tuple(dict.fromkeys((step.source, step.target)))
        case _:
            condition = next(one for one in plan.atlas.faults.conditions if one.id == fault.target)
            text, parts = f"{condition.name}.", (condition.component or condition.link or "",)
    return text, parts


def _felt(course: Course) -> Iterator[Moment]:
    """Who feels trouble in the second in which it begins."""
    felt: dict[float, list[Spell]] = {}
    for part, spells in course.spells.items():
        for spell in spells if part in course.plan.components else ():
            if not (spell.own or spell.silent or (spell.need and spell.need.after)):
                felt.setdefault(spell.begin, []).append(spell)
    for at, together in felt.items():
        parts = [spell.chain[-1] for spell in sorted(together, key=_nearness)]
        yield Moment(at, f"At once it is felt by {_names(course.plan, parts)}.", tuple(dict.fromkeys(parts)))


def _nearness(spell: Spell) -> int:
    return len(spell.chain)


def _ticks(course: Course) -> Iterator[Moment]:
    for needs in course.plan.needs_of.values():
        for need in needs:
            for cause in causes_of(need, course.spells) if need.every and need.tick else ():
                yield from _ticks_of(need, cause)


def _ticks_of(need: Need, cause: Spell) -> Iterator[Moment]:
    last = min(cause.begin + need.after, cause.end)
    for number in range(1, _MOST_TICKS):
        at = cause.begin + number * (need.every or FOREVER)
        if need.tick and at < last:
            left = f"{cause.begin + need.after - at:g}"
            text = need.tick.text.replace("{n}", str(number)).replace("{left}", left)
            yield Moment(at, text, (*cause.chain, need.component), need.tick.evidence)


def _returns(course: Course) -> Iterator[Moment]:
    for spell in course.all_spells():
        part = spell.chain[-1]
        if spell.own and spell.fault.verb is Verb.KILL and spell.returns < spell.end:
            by = course.plan.restarters[part].by
            names = course.plan.atlas.components
            who = names[by].name if by else "The system"
            yield Moment(spell.returns, f"{who} starts {names[part].name} again.", (*([by] if by else []), part))


def _consequences(course: Course) -> Iterator[Moment]:
    """Time limits that run out, and what parts notice."""
    for spell in course.all_spells():
        if spell.need is not None and (spell.need.after or spell.silent) and course.shows(spell):
            yield Moment(spell.begin, spell.note.text, spell.chain, spell.note.evidence)


def _ends(course: Course) -> Iterator[Moment]:
    ended: dict[float, list[str]] = {}
    for part, spells in course.spells.items():
        for spell in spells:
            if spell.end < FOREVER and not spell.silent and course.trouble(part, spell.end) is None:
                ended.setdefault(spell.end, []).append(part)
    for at, parts in ended.items():
        names = _names(course.plan, parts)
        if names:
            yield Moment(at, f"Well again: {names}.", tuple(dict.fromkeys(parts)))


def _names(plan: Plan, parts: Iterable[str]) -> str:
    """The names of components, the first few of many."""
    names = [plan.atlas.components[part].name for part in dict.fromkeys(parts) if part in plan.atlas.components]
    if len(names) > _MOST_NAMES + 1:
        return f"{', '.join(names[:_MOST_NAMES])} and {len(names) - _MOST_NAMES} more"
    return " and ".join([*([", ".join(names[:-1])] if names[:-1] else []), *names[-1:]])
