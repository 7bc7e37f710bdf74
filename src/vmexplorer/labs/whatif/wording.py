"""Sentences that the rules themselves make: what a fault did to a part, and why a part suffers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vmexplorer.atlas.evidence import Statement, joined
from vmexplorer.atlas.fault_words import Trouble, Verb
from vmexplorer.atlas.flow import Step
from vmexplorer.atlas.kind import Kind
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.labs.whatif.fault import Fault
from vmexplorer.labs.whatif.plan import Plan
from vmexplorer.labs.whatif.spell import FOREVER, general

_STOP = re.compile(r"(?<=[.!?]) ")
_STOPPED = {
    Kind.CLIENT: "{name} is closed or switched off.",
    Kind.HARDWARE: "{name} has failed.",
    Kind.KERNEL: "{name} has failed.",
    Kind.STORAGE: "{name} has failed or cannot be read.",
    Kind.STANDARD: "Nobody speaks {name} any more.",
    Kind.VM_PROCESS: "{name} has ended.",
}


def own_note(plan: Plan, fault: Fault, *, returns: float, given_up: bool, alone: bool) -> Statement:
    """What a fault did to the component that it hit, and what that means when it is alone."""
    means = symptoms(plan, fault)
    if not alone:
        # What goes on without one part may have ended with another.
        means[0] = Statement(f"By itself this means: {means[0].text}", means[0].evidence)
    return together(general(_done(plan, fault, returns=returns, given_up=given_up)), *means)


def symptoms(plan: Plan, fault: Fault) -> list[Statement]:
    """What it means that a fault hits a component: as the pack says of this fault, else of the component."""
    signs = [sign.note for sign in plan.signs_of(fault.target, fault.verb) if sign.note]
    stopped = plan.atlas.components[fault.target].if_stopped
    return signs or ([stopped.symptom] if stopped else [missing(plan, fault.target)])


def _done(plan: Plan, fault: Fault, *, returns: float, given_up: bool) -> str:
    component = plan.atlas.components[fault.target]
    restarter = plan.restarters.get(fault.target)
    helper = plan.atlas.components[restarter.by].name if restarter and restarter.by else ""
    match fault.verb:
        case Verb.HANG:
            blind = f" {helper} sees a living process and does nothing." if helper else ""
            text = f"{component.name} is there but answers nobody.{blind}"
        case Verb.RESTART:
            text = f"{component.name} is restarted and answers again after {plan.start_of(component.id):g} s."
        case Verb.KILL:
            seconds = plan.start_of(component.id) + returns - fault.at
            text = _died(component.name, helper, seconds, given_up=given_up)
        case _ if helper:
            text = f"{component.name} was stopped through its init script, so {helper} does not start it again."
        case _:
            text = _STOPPED.get(component.kind, "{name} was stopped and stays stopped.")
    return text.format(name=component.name)


def _died(name: str, helper: str, seconds: float, *, given_up: bool) -> str:
    if given_up:
        return f"{name} has died too soon after its last start, and {helper} has given up."
    if seconds < FOREVER:
        who = f"{helper} starts it again" if helper else "it is started again"
        return f"{name} has died; {who}, and it answers after {seconds:g} s."
    return f"{name} has died, and nobody starts it again."


def missing(plan: Plan, component: str) -> Statement:
    """What is missed when a component of which nothing more is known is not there: what its links carry."""
    carried = [f"{link.carries} ({link.id})" for link in plan.links.values() if component in (link.source, link.target)]
    if not carried:
        return general(f"No other part waits for it: {plan.atlas.components[component].summary}")
    return general(f"What it carried is missed: {'; '.join(carried)}.")


def down_note(plan: Plan, link: str, holder: str, trouble: Trouble) -> Statement:
    """Why nothing gets through on a link."""
    line = plan.links[link]
    if holder in plan.links:
        return general(f"Its way leads over {holder}, where nothing gets through.")
    name = plan.atlas.components[holder].name
    how = "hangs and answers nobody" if trouble is Trouble.HUNG else "does not run"
    ends = (line.source, line.target)
    if holder in ends:
        return general(f"{name} {how}, so nobody is there at one end of {link}: {line.carries}.")
    return general(f"{name} {how}, and {link} leads through it: {line.carries}.")


def closed_note(plan: Plan, link: str, how: str) -> Statement:
    """What a closed link no longer carries; ``how`` says what closed it."""
    line = plan.links[link]
    names = [plan.atlas.components[end].name for end in (line.source, line.target)]
    return general(f"{how} between {names[0]} and {names[1]}. What it carried does not arrive: {line.carries}.")


_LOST = {
    StepKind.REQUEST: "{sender} waits for an answer until its time limit, and what it asked for does not happen.",
    StepKind.REPLY: "The work is done, but {sender} cannot tell, and {receiver} waits until its time limit.",
    StepKind.EVENT: "{receiver} does not learn of it and shows an old state until it asks again.",
    StepKind.HEARTBEAT: "One missing sign of life is forgiven; only a longer silence has consequences.",
    StepKind.DATA: "{receiver} lacks this piece until it is sent again, if it ever is.",
    StepKind.FAULT: "{receiver} does not learn what went wrong and waits until its time limit.",
}


def lost_note(plan: Plan, step: Step) -> Statement:
    """What follows when one message is lost under way, by its kind."""
    sender, receiver = (plan.atlas.components[end].name for end in (step.source, step.target))
    first = f"The message {step.message!r} from {sender} to {receiver} is lost under way."
    return general(f"{first} {_LOST[step.kind].format(sender=sender, receiver=receiver)}")


def unreachable_note(plan: Plan, component: str, ways: tuple[str, ...]) -> Statement:
    """Why nobody gets through to a component that itself is well."""
    name = plan.atlas.components[component].name
    lines = f"the way in ({ways[0]}) is" if len(ways) == 1 else f"all ways in ({', '.join(ways)}) are"
    return general(f"{name} itself is well, but nothing from outside gets through to it: {lines} closed.")


def together(*statements: Statement) -> Statement:
    """Several statements as one, with the evidence of all."""
    marks = dict.fromkeys(mark for statement in statements for mark in statement.evidence)
    return Statement(joined(statements), tuple(marks))


def told_once(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements without sentences that were told before, or that another one tells with a reason behind it."""
    said = [(statement, _sentences(statement.text)) for statement in statements]
    longer = [sentence for _, sentences in said for sentence in sentences]
    told: set[str] = set()
    found = []
    for statement, sentences in said:
        kept = [one for one in dict.fromkeys(sentences) if one not in told and not _is_less(one, longer)]
        told.update(kept)
        if kept:
            found.append(Statement(" ".join(kept), statement.evidence))
    return tuple(found)


def _sentences(text: str) -> list[str]:
    """A text in pieces at its full stops; put together with spaces they are the text again."""
    return _STOP.split(text)


def _is_less(sentence: str, all_told: Iterable[str]) -> bool:
    """Whether another sentence begins in the same words and then says more."""
    return any(one.startswith(f"{sentence.rstrip('.')}, ") for one in all_told)
