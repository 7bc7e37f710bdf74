"""What practises a tour once it has been walked: cases of the troubleshooting lab, and topics of questions."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.tour import Tour


class Practice(NamedTuple):
    """A lab to open, the preset that it begins with, and how a menu names both."""

    lab: str
    preset: str
    name: str


def practice_of(atlas: Atlas, tour: Tour) -> tuple[Practice, ...]:
    """The cases of a tour and then the questions about it; none for a tour that names neither."""
    cases = [Practice("cases", id, f"Case {id}: {atlas.cases[id].name}") for id in tour.cases]
    questions = [Practice("quiz", id, f"Questions: {atlas.topics[id].name}") for id in tour.topics]
    return (*cases, *questions)


def practice_note(atlas: Atlas, tour: Tour) -> str:
    """The same for a speaker, in one paragraph; "" when there is nothing to practise with."""
    names = [practice.name for practice in practice_of(atlas, tour)]
    return f"To practise it: {'; '.join(names)}." if names else ""
