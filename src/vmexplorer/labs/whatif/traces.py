"""What the logs say: the lines that faults and their consequences leave, in the format of the era."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from vmexplorer.atlas.fault_words import Trouble, Verb
from vmexplorer.atlas.faults import Trace
from vmexplorer.atlas.log_line import begin_of, headed
from vmexplorer.labs.whatif.checked import step_dropped
from vmexplorer.labs.whatif.course import Course
from vmexplorer.labs.whatif.fault import Fault
from vmexplorer.labs.whatif.outcome import LogLineAt
from vmexplorer.labs.whatif.own import ON_COMPONENTS
from vmexplorer.labs.whatif.plan import Plan, dated
from vmexplorer.labs.whatif.spell import FOREVER


class _Written(NamedTuple):
    """Lines that a fault leaves, counted from a second."""

    fault: Fault
    begin: float
    traces: tuple[Trace, ...]


def logs(course: Course, at: float) -> tuple[LogLineAt, ...]:
    """The lines written up to a second, oldest first; what is no line but the lack of one stands in parentheses."""
    found: dict[LogLineAt, None] = {}
    told = set()
    for written in _written(course):
        for trace in written.traces:
            line = _rendered(course, trace, written.begin + trace.after)
            if line is not None:
                told.add(written.fault)
                found[line] = None
    silent = [line for fault in course.faults if fault not in told for line in _silence(course, fault)]
    return tuple(sorted([line for line in (*found, *silent) if line.at <= at], key=_second))


def settled(course: Course) -> float:
    """The second from which nothing changes any more and nothing new is written; 0 without faults."""
    seconds = [written.begin + trace.after for written in _written(course) for trace in written.traces]
    return max([*course.edges(), *seconds], default=0.0)


def _second(line: LogLineAt) -> float:
    return line.at


def _written(course: Course) -> Iterator[_Written]:
    """Everything that is written in the course, era by era."""
    plan = course.plan
    for fault in course.faults:
        for part in hit(course, fault):
            for sign in plan.signs_of(part, fault.verb):
                yield _Written(fault, fault.at, _dated(plan, sign.logs))
    for spell in course.all_spells():
        if spell.need is not None and course.shows(spell):
            traces = [trace for trace in _dated(plan, spell.need.logs) if spell.begin + trace.after < spell.end]
            yield _Written(spell.fault, spell.begin, tuple(traces))
        elif spell.condition is not None and spell.own:
            yield _Written(spell.fault, spell.begin, _dated(plan, spell.condition.logs))
        elif spell.own and spell.fault.verb is Verb.KILL and spell.returns < FOREVER:
            yield _Written(spell.fault, spell.begin, _dated(plan, plan.restarters[spell.chain[0]].logs))


def _dated(plan: Plan, traces: tuple[Trace, ...]) -> tuple[Trace, ...]:
    return tuple(dated(plan.atlas, traces, plan.era))


def hit(course: Course, fault: Fault) -> list[str]:
    """The components and links that a fault itself hits."""
    return list(dict.fromkeys(spell.chain[-1] for spell in course.all_spells() if spell.own and spell.fault == fault))


def _rendered(course: Course, trace: Trace, second: float) -> LogLineAt | None:
    """The line as the era writes it; None while one of its writers does not run."""
    plan = course.plan
    headers = plan.headers.get(trace.log, ())
    gone = [course.trouble(writer, second) for header in headers[:1] for writer in header.writers]
    if not headers or any(spell and spell.trouble is Trouble.STOPPED and spell.begin < second for spell in gone):
        return None
    at = begin_of(plan.atlas, plan.era) + timedelta(seconds=second)
    return LogLineAt(second, headers[0].file, headed(headers[0], at, trace.level, trace.sub, trace.text))


def _silence(course: Course, fault: Fault) -> list[LogLineAt]:
    """What is to be said of a log where no line is known."""
    plan = course.plan
    text = f"no line tells of it: {fault}"
    if fault.verb is Verb.RESTART:
        text = f"a gap of {plan.start_of(fault.target):g} s, then the lines of a new start"
    elif fault.verb in ON_COMPONENTS:
        text = f"no further line of {plan.atlas.components[fault.target].name}"
    parts = hit(course, fault)
    if fault.verb is Verb.DROP:
        step = step_dropped(plan.atlas, plan.era, fault.target)[3]
        parts = [step.source, step.target]
    files = [file for part in parts for file in _files(plan, part)]
    return [LogLineAt(fault.at, file, f"({text})") for file in files[:1]]


def _files(plan: Plan, part: str) -> list[str]:
    """The logs of a component or of the ends of a link; where it has none, of those next to it."""
    known = plan.atlas.components
    if part in plan.links:
        return [file for end in (plan.links[part].source, plan.links[part].target) for file in _files(plan, end)]
    neighbours = [known[part].parent or "", *[link.source for link in plan.links.values() if link.target == part]]
    return [log.path for one in (part, *neighbours) if one in known for log in known[one].logs]
