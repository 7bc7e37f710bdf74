"""What faults do: who needs whom, who restarts whom, and special conditions, as data of a pack."""

from __future__ import annotations

from dataclasses import dataclass

from vmexplorer.atlas.era import EraRange
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.fault_words import Level, State, Trouble, Verb
from vmexplorer.atlas.fields import described


@dataclass(frozen=True, slots=True)
class Trace:
    """A line that a fault leaves in a log."""

    log: str = described("short name of the log, as a header has it")
    text: str = described("what the line says behind its header")
    level: Level = described("how grave it is", default=Level.INFO)
    sub: str = described("the part of the program that writes it, where the header names one", default="")
    after: float = described("seconds after the moment to which it belongs", default=0.0)
    eras: EraRange | None = described("the eras in which it is written; left out: all", default=None)


@dataclass(frozen=True, slots=True)
class LogHeader:
    """How the lines of a log begin in some eras.

    In ``form`` stand {text}, {level}, {sub} and a time: {time} as 2026-03-02T08:16:02.114Z,
    {short} without milliseconds, {local} as 2010-05-04 09:12:33.041 and {day} as May  4 09:12:33.
    """

    log: str = described("short name of the log, such as hostd")
    file: str = described("the file, with its path where it is known")
    form: str = described("the whole line with its placeholders")
    eras: EraRange | None = described("the eras that write it like this; left out: all", default=None)
    writers: tuple[str, ...] = described("the components without which no line is written", default=(), ref="component")
    info: str = described("how it says info", default="info")
    warning: str = described("how it says warning", default="warning")
    error: str = described("how it says error", default="error")
    alert: str = described("how it says alert", default="alert")


@dataclass(frozen=True, slots=True)
class LogClock:
    """The moment in which second 0 of a simulation lies, for the times in log lines."""

    begins: str = described("date and time as 2026-03-02T08:16:00.114")
    eras: EraRange | None = described("the eras for which it holds; left out: all", default=None)


@dataclass(frozen=True, slots=True)
class Whole:
    """Parts that share the fate of a whole."""

    whole: str = described("the component that they are a part of", ref="component")
    parts: tuple[str, ...] = described("the parts", ref="component")
    note: Statement = described("why they share its fate")
    states: tuple[Trouble, ...] = described("which states they share; left out: stopped and hung", default=())
    return_with_it: bool = described("whether they come back when the whole does", default=True)
    eras: EraRange | None = described("the eras in which it is so; left out: all", default=None)


@dataclass(frozen=True, slots=True)
class Carrier:
    """A component without which nothing gets through on some links."""

    component: str = described("the component", ref="component")
    links: tuple[str, ...] = described("the links that it carries", ref="link")
    note: Statement = described("why they depend on it")
    eras: EraRange | None = described("the eras in which it is so; left out: all", default=None)


@dataclass(frozen=True, slots=True)
class Need:
    """What a component suffers when a component (``on``) or a link that it depends on fails."""

    component: str = described("the component that suffers", ref="component")
    note: Statement = described("what it suffers and why")
    on: str | None = described("the component that it depends on", default=None, ref="component")
    link: str | None = described("or the link that it depends on", default=None, ref="link")
    states: tuple[Trouble, ...] = described(
        "in which states of what it depends on: stopped and hung, when left out, or any trouble of a link",
        default=(),
    )
    condition: str | None = described("only while this condition is its trouble", default=None)
    way: tuple[str, ...] = described("ids of the links and components between the two, in order", default=())
    becomes: State = described("its state then; ok when it only notices", default=State.DEGRADED)
    after: float = described("after how many seconds of trouble", default=0.0)
    lasts: float = described("for how many seconds it goes on when the trouble is over", default=0.0)
    every: float | None = described("a tick each so many seconds while the trouble lasts", default=None)
    tick: Statement | None = described("what each tick means; {n} is its number, {left} the seconds left", default=None)
    client: Statement | None = described("what the client of vCenter shows then", default=None)
    logs: tuple[Trace, ...] = described("what the logs say then", default=())
    eras: EraRange | None = described("the eras in which it is so; left out: all", default=None)


@dataclass(frozen=True, slots=True)
class Aside:
    """A component that messages no longer pass, although links name it on their way."""

    component: str = described("the component", ref="component")
    note: Statement = described("why they pass it no longer")
    eras: EraRange | None = described("the eras in which it is so; left out: all", default=None)


@dataclass(frozen=True, slots=True)
class Restarter:
    """Who brings a component back after it has died."""

    component: str = described("the component that is brought back", ref="component")
    note: Statement = described("how it comes back")
    after: float = described("seconds from its death to its new start")
    by: str | None = described(
        "the component that does it; left out: it needs nobody's help", default=None, ref="component"
    )
    min_uptime: float = described("seconds it must live for its death not to be a quick failure", default=0.0)
    quick_failures: int = described("so many quick failures make the helper give up; 0: it never does", default=0)
    logs: tuple[Trace, ...] = described("what the logs say, counted from the death", default=())
    eras: EraRange | None = described("the eras in which it is so; left out: all", default=None)


@dataclass(frozen=True, slots=True)
class StartTime:
    """How long a component takes from its start until it answers, as a model."""

    component: str = described("the component", ref="component")
    seconds: float = described("seconds")
    note: Statement = described("what it does in that time, and how the figure is known")


@dataclass(frozen=True, slots=True)
class Sign:
    """What a fault of one component or link itself shows, beyond what its own page says."""

    component: str | None = described("the component", default=None, ref="component")
    link: str | None = described("or the link", default=None, ref="link")
    verbs: tuple[Verb, ...] = described("after which faults; left out: all", default=())
    note: Statement | None = described("what happens to it", default=None)
    client: Statement | None = described("what the client of vCenter shows", default=None)
    logs: tuple[Trace, ...] = described("what the logs say", default=())
    repair: tuple[str, ...] = described("the commands that repair it", default=())
    eras: EraRange | None = described("the eras in which it is so; left out: all", default=None)


@dataclass(frozen=True, slots=True)
class Condition:
    """A special state of a component or link, such as a clock that drifts."""

    id: str = described("id, unique in the pack, such as clock-drift")
    name: str = described("name in the list of conditions", max_length=60)
    note: Statement = described("what is the matter")
    client: Statement = described("what the client of vCenter shows")
    component: str | None = described("the component that is in the state", default=None, ref="component")
    link: str | None = described("or the link", default=None, ref="link")
    state: State = described("the state of the component", default=State.DEGRADED)
    closes: tuple[str, ...] = described("links on which nothing gets through", default=(), ref="link")
    fails: tuple[str, ...] = described("steps that fail, as F01/start-vmx: flow and id of the step", default=())
    logs: tuple[Trace, ...] = described("what the logs say", default=())
    repair: tuple[str, ...] = described("the commands that repair it", default=())
    eras: EraRange | None = described("the eras that know it; left out: all", default=None)


@dataclass(frozen=True, slots=True)
class FlowException:
    """A step of a flow to which the usual rule does not apply."""

    flow: str = described("the flow", ref="flow")
    to: str = described("the receiver of the step", ref="component")
    note: Statement = described("why")


@dataclass(frozen=True, slots=True)
class StepNeed:
    """What some steps need besides their ends and the link between these."""

    steps: tuple[str, ...] = described("the steps, as F01/worlds: flow and id of the step")
    link: str = described("the link that must work", ref="link")
    note: Statement = described("why the steps need it")


@dataclass(frozen=True, slots=True)
class Goal:
    """What people want to reach, and from where."""

    component: str = described("the component to reach", ref="component")
    deed: str = described("what one does there, such as: manage the host", max_length=60)
    askers: tuple[str, ...] = described("the components from which people set out", ref="component")
    links: tuple[str, ...] = described("the links that lead there", ref="link")


@dataclass(frozen=True, slots=True)
class Faults:
    """What faults do to a host: dependencies, helpers, times and log formats (faults.yaml)."""

    clocks: tuple[LogClock, ...] = described("the times at which the sample logs begin", default=())
    headers: tuple[LogHeader, ...] = described("how log lines begin, by log and era", default=())
    wholes: tuple[Whole, ...] = described("what is a part of what", default=())
    carriers: tuple[Carrier, ...] = described("what carries links without being one of their ends", default=())
    needs: tuple[Need, ...] = described("who depends on what", default=())
    aside: tuple[Aside, ...] = described("components that messages no longer pass, though links name them", default=())
    restarters: tuple[Restarter, ...] = described("who brings back what has died", default=())
    starts: tuple[StartTime, ...] = described("how long components take to start", default=())
    signs: tuple[Sign, ...] = described("what faults show", default=())
    conditions: tuple[Condition, ...] = described("special states", default=())
    goals: tuple[Goal, ...] = described("what people want to reach", default=())
    machines: str | None = described(
        "the component that stands for all virtual machines of the host", default=None, ref="component"
    )
    step_needs: tuple[StepNeed, ...] = described("what steps need besides their ends and their link", default=())
    optional: tuple[FlowException, ...] = described("steps that a flow can do without", default=())
    revived: tuple[FlowException, ...] = described("steps that start their receiver again", default=())

    @property
    def id(self) -> str:
        """What messages call it, as they do other things of a pack."""
        return "faults"
