"""Questions made from ports, logs and commands: which one belongs to which part?"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.component import Component
from vmexplorer.atlas.era import Era, Version
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.question import AnswerKind, Option, Question
from vmexplorer.lessons.quiz.map_parts import gives_away
from vmexplorer.lessons.quiz.map_topics import FACTS, made
from vmexplorer.lessons.quiz.wording import place_of, words_of

_WRONG = 3  # wrong options of a question
_FILE = re.compile(r"[/\w.-]+\.\w+")
_SPAN = re.compile(r"(\d+\.\d+)(?: U\d+)? to (\d+\.\d+)")
_ONLY = re.compile(r"[Oo]n (\d+\.\d+)\b(?!\.)")
_SINCE = re.compile(r"[Ff]rom (\d+\.\d+)")
_UNTIL = re.compile(r"(?:[Uu]ntil|[Uu]p to) (\d+\.\d+)")


class Fact(NamedTuple):
    """Something that belongs to a part, such as a port, and what is told of it; ``dated`` when that ended."""

    owner: str
    text: str
    note: Statement
    dated: bool


def fact_questions(atlas: Atlas, era: str) -> tuple[Question, ...]:
    """One question for each port, log and command that its own name does not give away, in the order of the pack."""
    found: list[Question] = []
    for sort, asks, of in (
        ("port", "Which of these ports belongs to {name}?", _ports),
        ("log", "In which of these logs do you look for {name}?", _logs),
        ("command", "Which of these commands is for {name}?", _commands),
    ):
        facts = _facts(atlas, era, of)
        owners = dict.fromkeys(fact.owner for fact in facts)
        for number, owner in enumerate(owners):
            part = atlas.component(owner)
            own = [fact for fact in facts if fact.owner == owner]
            fair = [fact for fact in own if not gives_away(part, fact.text)]
            # What was the part's own in another version is no fair trap either.
            taken = {_bare(text) for text, _ in of(part)}
            others = _others(atlas, owner, taken, facts)
            if fair and len(others) >= _WRONG:
                # Begun at another place for each part, so that not all have the same wrong options.
                start = number % len(others)
                wrong = [*others[start:], *others[:start]][:_WRONG]
                text = asks.format(name=_introduced(part))
                found.append(_choice(atlas, f"which-{sort}-{owner}", text, fair[0], wrong))
    return tuple(found)


def _introduced(part: Component) -> str:
    """The name with what it stands for, unless that says the name again."""
    again = place_of(words_of(part.name), words_of(part.stands_for)) >= 0
    return part.stands_for if again else f"{part.name}, {part.stands_for}"


def _ports(part: Component) -> Iterable[tuple[str, Statement]]:
    return [(note.port, note.note) for note in part.ports]


def _logs(part: Component) -> Iterable[tuple[str, Statement]]:
    return [(log.path, log.note) for log in part.logs if _FILE.fullmatch(log.path)]


def _commands(part: Component) -> Iterable[tuple[str, Statement]]:
    return [(command.run, command.note) for command in part.commands]


def _facts(atlas: Atlas, era: str, of: Callable[[Component], Iterable[tuple[str, Statement]]]) -> list[Fact]:
    """What holds in an era; of an old one whose logs lay elsewhere, only those that say so of themselves."""
    first, after = _versions_of(atlas, era)
    there = [part for part in atlas.components.values() if era in atlas.component_eras[part.id]]
    facts = []
    for part in there:
        for text, note in of(part):
            low, high = _span(note.text)
            if (low is None or after is None or low < after) and (high is None or high >= first):
                facts.append(Fact(part.id, text, note, high is not None))
    past = [fact for fact in facts if fact.dated]
    return past if past and after is not None and of is _logs else facts


def _others(atlas: Atlas, owner: str, taken: Collection[str], facts: Iterable[Fact]) -> list[Fact]:
    """What belongs to other parts alone, each text once; what belongs to a whole may be right for its parts."""
    family = {owner, *atlas.ancestors(owner)}
    found: dict[str, Fact] = {}
    for fact in facts:
        related = fact.owner in family or owner in atlas.ancestors(fact.owner)
        # A log without its folder may be the same file.
        if not related and not any(_same(_bare(fact.text), one) for one in taken):
            found.setdefault(_bare(fact.text), fact)
    return list(found.values())


def _same(one: str, other: str) -> bool:
    return one in other or other in one


def _bare(text: str) -> str:
    return text.casefold().rpartition("/")[2] if _FILE.fullmatch(text) else text.casefold()


def _choice(atlas: Atlas, id: str, asks: str, right: Fact, wrong: Sequence[Fact]) -> Question:
    options = [Option(f"`{fact.text}`", False, _belongs(atlas, fact)) for fact in wrong]
    return Question(
        id=id,
        asks=asks,
        topic=FACTS.id,
        kind=AnswerKind.CHOICE,
        reason=(_belongs(atlas, right),),
        components=(right.owner,),
        options=(Option(f"`{right.text}`", right=True), *options),
    )


def _belongs(atlas: Atlas, fact: Fact) -> Statement:
    return made(f"`{fact.text}` belongs to {atlas.component(fact.owner).name}. {fact.note.text}", [fact.note])


def _versions_of(atlas: Atlas, era: str) -> tuple[Version, Version | None]:
    """The first version of an era and the first one after it."""
    place = atlas.era_ids.index(era)
    after: Era | None = atlas.eras[place + 1] if place + 1 < len(atlas.eras) else None
    return atlas.eras[place].first, None if after is None else after.first


def _span(note: str) -> tuple[Version | None, Version | None]:
    """The first and the last version that a note names, as far as it does."""
    both, only, since, until = [form.search(note) for form in (_SPAN, _ONLY, _SINCE, _UNTIL)]
    low = both or only or since
    high = both[2] if both else only[1] if only else until[1] if until else ""
    return Version.parse(low[1]) if low else None, Version.parse(high) if high else None
