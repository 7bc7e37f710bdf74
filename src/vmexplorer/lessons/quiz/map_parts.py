"""Questions made from what the components say of themselves: which part is it, and which one has stopped?"""

from __future__ import annotations

from collections.abc import Iterable

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.component import Component, IfStopped
from vmexplorer.atlas.question import AnswerKind, Question
from vmexplorer.lessons.quiz.map_topics import PARTS
from vmexplorer.lessons.quiz.names import forms_of
from vmexplorer.lessons.quiz.wording import Words, joined, place_of, words_of

_FEWEST_WORDS = 8  # of a description that tells enough
_SAME_OPENING = 5  # words at the beginning by which two symptoms are taken for the same
_DESCRIPTION = 2  # statements that are shown as the reason


def part_questions(atlas: Atlas, era: str) -> tuple[Question, ...]:
    """Questions whose answer is a click on a part, in the order of the pack.

    Left out is what its own words give away or what hardly tells it from others; where two parts
    show the same symptom, both are right.
    """
    there = [part for part in atlas.components.values() if era in atlas.component_eras[part.id]]
    found = [_by_summary(atlas, part, era) for part in there if _tells(part, part.summary)]
    stopping = [(part, part.if_stopped) for part in there if part.if_stopped is not None]
    alike: dict[Words, list[str]] = {}
    for part, stop in stopping:
        alike.setdefault(opening(stop), []).append(part.id)
    told = [(part, stop) for part, stop in stopping if _shows(part, stop)]
    return tuple([*found, *[_by_symptom(atlas, part, stop, alike[opening(stop)], era) for part, stop in told]])


def flows_of(atlas: Atlas, component: str, era: str) -> tuple[str, ...]:
    """The ids of the flows through a component that an era offers."""
    return tuple([flow.id for flow in atlas.flows_through(component) if era in atlas.eras_of(flow)])


def gives_away(part: Component, text: str) -> bool:
    """Whether a text says a name of the part."""
    words = words_of(text)
    whole = joined(words)
    return any(place_of(form, words) >= 0 or _is_stem(form, whole) for form in forms_of(part))


def _is_stem(form: Words, whole: str) -> bool:
    return len(form) == 1 and len(form[0]) > 3 and form[0] in whole


def _tells(part: Component, text: str) -> bool:
    return len(words_of(text)) >= _FEWEST_WORDS and not gives_away(part, text)


def _shows(part: Component, stop: IfStopped) -> bool:
    return _tells(part, stop.symptom.text) and not stop.symptom.text.startswith(("Nothing", "It "))


def _by_summary(atlas: Atlas, part: Component, era: str) -> Question:
    return Question(
        id=f"part-{part.id}",
        asks=f"Which part is it? “{part.summary}”",
        topic=PARTS.id,
        kind=AnswerKind.CLICK,
        reason=part.description[:_DESCRIPTION],
        components=(part.id,),
        flows=flows_of(atlas, part.id, era),
        parts=(part.id,),
    )


def _by_symptom(atlas: Atlas, part: Component, stop: IfStopped, alike: Iterable[str], era: str) -> Question:
    return Question(
        id=f"stopped-{part.id}",
        asks=f"One part has stopped. “{stop.symptom.text}” Which part?",
        topic=PARTS.id,
        kind=AnswerKind.CLICK,
        reason=(stop.symptom, *part.description[:1]),
        components=tuple(alike),
        flows=flows_of(atlas, part.id, era),
        parts=(part.id, *[id for id in alike if id != part.id]),
    )


def opening(stop: IfStopped) -> Words:
    """The first words of a symptom; two that begin alike are taken for the same."""
    return words_of(stop.symptom.text)[:_SAME_OPENING]
