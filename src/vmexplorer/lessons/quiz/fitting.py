"""Which questions fit what is spoken of: those about the parts and paths that matter most there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from vmexplorer.atlas.question import Question

_WRITTEN = 2.5  # a question that somebody wrote is worth so much more than one made from the map


def fitting(
    questions: Iterable[Question], subjects: Sequence[str], written: Collection[str] = ()
) -> tuple[Question, ...]:
    """The questions about some subjects, the best first; those about something else are left out.

    Args:
        questions: what could be asked; among equals their order stays.
        subjects: ids of components and flows, that which matters most first.
        written: the ids of the questions that are preferred.
    """
    worth = {}
    for question in questions:
        about = {*question.components, *question.parts, *question.flows}
        hits = [1.0 / (1 + place) for place, subject in enumerate(subjects) if subject in about]
        if hits:
            # Of two questions about the subject the one that is about nothing else fits better.
            worth[question] = sum(hits) / len(about) ** 0.5 * (_WRITTEN if question.id in written else 1.0)
    return tuple(sorted(worth, key=worth.__getitem__, reverse=True))
