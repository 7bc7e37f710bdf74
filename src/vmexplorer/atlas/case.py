"""A troubleshooting case: a symptom, what may be behind it, what can be looked at, and what helps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vmexplorer.atlas.check_place import OUTPUT_LIMIT
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.fields import described


class Light(StrEnum):
    """How a part looks in the debrief."""

    FAULT = "fault"
    AFFECTED = "affected"
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class CaseEvidence:
    """What a check shows in this case alone, in place of its usual answer."""

    check: str = described("the check", ref="check")
    output: str = described("what appears on the screen; written as in a check", max_length=OUTPUT_LIMIT)
    shows: str = described("what one can note down from it, in one sentence", max_length=160)


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """Something that may be behind the symptom."""

    id: str = described("id, unique in the case")
    says: str = described("the suspicion, as one would say it", max_length=120)
    why: tuple[Statement, ...] = described("why it is right or wrong")
    right: bool = described("whether it is the cause", default=False)


@dataclass(frozen=True, slots=True)
class Repair:
    """Something one can try."""

    id: str = described("id, unique in the case")
    says: str = described("what one does", max_length=120)
    leads_to: tuple[Statement, ...] = described("what happens then")
    right: bool = described("whether the symptom stays away", default=False)
    for_a_while: bool = described("whether a wrong repair helps at first, and the symptom returns", default=False)


@dataclass(frozen=True, slots=True)
class LitPart:
    """A part that lights up in the debrief."""

    part: str = described("the component or link")
    light: Light = described("fault: the cause; affected: suffers from it; good: works on")
    says: Statement = described("what happened here")
    badge: str = described("one or two words on its card", default="", max_length=14)


@dataclass(frozen=True, slots=True)
class Case:
    """A troubleshooting case."""

    id: str = described("id, unique in the pack, such as TS01")
    name: str = described("name in the list of cases", max_length=60)
    summary: str = described("one sentence that tells the symptom and not the cause", max_length=200)
    era: str = described("the era in which it plays", ref="era")
    view: str = described("the view on which it is best followed", ref="view")
    faults: tuple[str, ...] = described("what is wrong on the host, as the what-if lab writes it, such as: stop vpxa")
    told_by: str = described("who noticed it, and when", max_length=80)
    story: tuple[str, ...] = described("the symptom as that person tells it, a few short paragraphs")
    symptom: Statement = described("the same in one sober sentence")
    path: tuple[str, ...] = described("the checks that lead straight to the cause, in order", ref="check")
    hypotheses: tuple[Hypothesis, ...] = described("what may be behind it; one or more are right")
    finding: tuple[Statement, ...] = described("the cause, and how the checks prove it")
    repairs: tuple[Repair, ...] = described("what can be done; one or more are right")
    hints: tuple[Statement, ...] = described("hints, each one leading further than the one before")
    lights: tuple[LitPart, ...] = described("the parts that light up in the debrief, in order")
    flow: str = described("the flow that shows it", ref="flow")
    debrief: tuple[Statement, ...] = described("what to take home")
    evidence: tuple[CaseEvidence, ...] = described("what checks show in this case alone", default=())
    branch: str = described("the branch of that flow that shows it", default="")

    @property
    def par(self) -> int:
        """The fewest steps that prove and mend it: the checks of the path, the cause, the repair."""
        return len(self.path) + 2
