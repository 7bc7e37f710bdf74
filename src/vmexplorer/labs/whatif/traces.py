"""What the logs say: the lines that faults and their consequences leave, in the format of the era."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from vmexplorer.atlas.fault_words import Trouble, Verb
from vmexplorer.atlas.faults import LogHeader, Trace
from vmexplorer.labs.whatif.course import Course
from vmexplorer.labs.whatif.fault import Fault
from vmexplorer.labs.whatif.outcome import LogLineAt
from vmexplorer.labs.whatif.own import ON_COMPONENTS
from vmexplorer.labs.whatif.plan import Plan, dated
from vmexplorer.labs.whatif.spell import FOREVER
from vmexplorer.labs.whatif.wording import signs_of

_NO_CLOCK = "2026-01-01T00:00:00.000"


def logs(course: Course, at: float) -> tuple[LogLineAt, ...]:
    """The lines written up to a second, oldest first."""
    found: dict[LogLineAt, None] = {}
    for moment, traces in _written(course):
        for trace in traces:
            second = moment + trace.after
            if second <= at:
                found.update(dict.fromkeys(_lines(course, trace, second)))
    silent = [line for fault in course.faults if fault.at <= at for line in _silence(course.plan, fault)]
    return tuple(sorted([*found, *silent], key=_second))


def _second(line: LogLineAt) -> float:
    return line.at


def _written(course: Course) -> Iterator[tuple[float, Iterable[Trace]]]:
    """All traces with the second at which they begin."""
    plan = course.plan
    for fault in course.faults:
        for part in _hit(course, fault):
            for sign in signs_of(plan, part, fault.verb):
                yield fault.at, sign.logs
    for spell in course.all_spells():
        if spell.need is not None:
            yield spell.begin, [trace for trace in spell.need.logs if spell.begin + trace.after < spell.end]
        elif spell.condition is not None and spell.own:
            yield spell.begin, spell.condition.logs
        elif spell.own and spell.fault.verb is Verb.KILL and spell.returns < FOREVER:
            yield spell.begin, plan.restarters[spell.chain[0]].logs


def _hit(course: Course, fault: Fault) -> list[str]:
    if fault.verb is Verb.BLOCK:
        return [spell.chain[0] for spell in course.all_spells() if spell.own and spell.fault is fault]
    return [fault.target]


def _lines(course: Course, trace: Trace, second: float) -> Iterator[LogLineAt]:
    plan = course.plan
    if not dated(plan.atlas, [trace], plan.era):
        return
    headers = [one for one in dated(plan.atlas, plan.atlas.faults.headers, plan.era) if one.log == trace.log]
    for header in headers[:1]:
        gone = [course.trouble(writer, second) for writer in header.writers]
        if not any(spell and spell.trouble is Trouble.STOPPED and spell.begin < second for spell in gone):
            yield LogLineAt(second, header.file, _line(plan, header, trace, second))


def _line(plan: Plan, header: LogHeader, trace: Trace, second: float) -> str:
    clocks = dated(plan.atlas, plan.atlas.faults.clocks, plan.era)
    time = datetime.fromisoformat(clocks[0].begins if clocks else _NO_CLOCK) + timedelta(seconds=second)
    levels = {"info": header.info, "warning": header.warning, "error": header.error, "alert": header.alert}
    return header.form.format(
        time=f"{time.isoformat(timespec='milliseconds')}Z",
        short=f"{time.isoformat(timespec='seconds')}Z",
        local=time.isoformat(sep=" ", timespec="milliseconds"),
        day=f"{time:%b} {time.day:>2} {time:%H:%M:%S}",
        level=levels[trace.level],
        sub=trace.sub,
        text=trace.text,
    )


def _silence(plan: Plan, fault: Fault) -> list[LogLineAt]:
    """Where nothing is known of a trace, the log of a component that is gone just ends."""
    told = any(sign.logs for sign in signs_of(plan, fault.target, fault.verb))
    brought_back = fault.verb is Verb.RESTART or (fault.verb is Verb.KILL and fault.target in plan.restarters)
    if fault.verb not in ON_COMPONENTS or told or brought_back:
        return []
    component = plan.atlas.components[fault.target]
    return [
        LogLineAt(fault.at, log.path, f"(no further line of {component.name} from this moment on)")
        for log in component.logs[:1]
    ]
