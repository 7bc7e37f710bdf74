"""Checks that every question can be asked and answered in the way that its kind says."""

from __future__ import annotations

from collections.abc import Sequence

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.check_eras import era_names
from vmexplorer.atlas.findings import Findings, quoted
from vmexplorer.atlas.pack import Pack
from vmexplorer.atlas.pack_files import QUESTIONS
from vmexplorer.atlas.question import AnswerKind, Question
from vmexplorer.atlas.walk import file_of

_FEWEST_IN_ORDER = 3
_KEYS = {
    AnswerKind.CHOICE: ("options",),
    AnswerKind.TRUTH: ("holds",),
    AnswerKind.NUMBER: ("number", "mistakes"),
    AnswerKind.WORDS: ("accepted", "keywords", "enough", "parts", "mistakes"),
    AnswerKind.ORDER: ("order",),
    AnswerKind.CLICK: ("parts",),
}
_NEEDED = {
    AnswerKind.CHOICE: ("options",),
    AnswerKind.TRUTH: ("holds",),
    AnswerKind.NUMBER: ("number",),
    AnswerKind.WORDS: ("accepted", "keywords", "parts"),
    AnswerKind.ORDER: ("order",),
    AnswerKind.CLICK: ("parts",),
}
_ALL_KEYS = tuple(dict.fromkeys(key for keys in _KEYS.values() for key in keys))


def check_questions(pack: Pack, atlas: Atlas, findings: Findings) -> None:
    """Notes answers that do not fit their kind, and questions about what their eras do not have."""
    for question in pack.questions:
        file = file_of(QUESTIONS.place, question.id)
        if not question.asks.endswith((".", "?")):
            findings.add(file, "asks", "ends neither with a question mark nor with a full stop")
        _check_keys(file, question, findings)
        _check_options(file, question, findings)
        _check_words(file, question, findings)
        _check_order(file, question, findings)
        _check_eras(file, question, atlas, findings)


def _check_keys(file: str, question: Question, findings: Findings) -> None:
    given = [key for key in _ALL_KEYS if _is_given(getattr(question, key))]
    for key in given:
        if key not in _KEYS[question.kind]:
            text = f"has no meaning for a question of the kind {question.kind}"
            findings.add(file, key, text, f"that kind knows {', '.join(_KEYS[question.kind])}")
    needed = _NEEDED[question.kind]
    if not set(needed) & set(given):
        text = f"is {str(question.kind)!r}, and nothing says what answer is right"
        findings.add(file, "kind", text, f"add {' or '.join(needed)}")


def _is_given(value: object) -> bool:
    # An answer of false is an answer; an empty list and the number 0 mean nothing.
    return value is False or bool(value)


def _check_options(file: str, question: Question, findings: Findings) -> None:
    if question.kind is not AnswerKind.CHOICE or not question.options:
        return
    rights = [option.right for option in question.options]
    if not any(rights):
        findings.add(file, "options", "offers no right answer", "add 'right: true' to one")
    if all(rights):
        findings.add(file, "options", "offers no wrong answer", "add one that people take for right")
    for number, option in enumerate(question.options):
        if not option.right and option.because is None:
            findings.add(file, f"options[{number}].because", "is missing: a wrong answer needs its reason")
    _check_distinct(file, "options", [option.says for option in question.options], findings, ".says")


def _check_words(file: str, question: Question, findings: Findings) -> None:
    for number, keyword in enumerate(question.keywords):
        for place, way in enumerate(keyword.any_of):
            _check_readable(file, f"keywords[{number}].any[{place}]", way, findings)
    for number, form in enumerate(question.accepted):
        _check_readable(file, f"accepted[{number}]", form, findings)
    if not 0 <= question.enough <= len(question.keywords):
        text = f"is {question.enough}, and the question has {len(question.keywords)} keywords"
        findings.add(file, "enough", text, "give a number from 0 to that")
    if question.number is not None and question.number.value <= 0:
        findings.add(file, "number.value", "must be greater than 0")
    if question.number is not None and question.number.within < 0:
        findings.add(file, "number.within", "must not be less than 0")


def _check_readable(file: str, key: str, text: str, findings: Findings) -> None:
    if not any(letter.isalnum() for letter in text):
        findings.add(file, key, "has neither a letter nor a digit, so nobody could give it as an answer")


def _check_order(file: str, question: Question, findings: Findings) -> None:
    if question.order and len(question.order) < _FEWEST_IN_ORDER:
        text = f"has {len(question.order)} entries, which is nothing to put in order"
        findings.add(file, "order", text, f"at least {_FEWEST_IN_ORDER} are needed")
    _check_distinct(file, "order", question.order, findings)


def _check_distinct(file: str, key: str, texts: Sequence[str], findings: Findings, below: str = "") -> None:
    seen: dict[str, int] = {}
    for number, text in enumerate(texts):
        first = seen.setdefault(" ".join(text.casefold().split()), number)
        if first != number:
            findings.add(file, f"{key}[{number}]{below}", f"says the same as {key}[{first}]: {quoted(text)}")


def _check_eras(file: str, question: Question, atlas: Atlas, findings: Findings) -> None:
    asked = atlas.eras_of(question)
    for key, ids in (("components", question.components), ("parts", question.parts)):
        lives = [atlas.component_eras[id] for id in ids if id in atlas.component_eras]
        missing = [era for era in asked if not any(era in life for life in lives)]
        if lives and missing:
            text = f"names only what does not exist in {era_names(atlas, missing)}, where the question is asked"
            findings.add(file, key, text, "narrow the eras of the question")
    for number, id in enumerate(question.flows):
        flow = atlas.flows.get(id)
        if flow is not None and not set(atlas.eras_of(flow)) & set(asked):
            findings.add(file, f"flows[{number}]", f"is {quoted(id)}, which no era of the question offers")
