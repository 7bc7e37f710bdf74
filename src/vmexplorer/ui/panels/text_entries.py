"""Turns the items of a page into entries: text flows with their place in a column of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRect

from vmexplorer.app.details import Claim, Fact, Mark, Paragraph, Reference, Span, Tone, text_of
from vmexplorer.drawing.theme import Role
from vmexplorer.ui.panels import lettering as styles
from vmexplorer.ui.panels.lettering import Lettering, TextStyle
from vmexplorer.ui.panels.text_flow import BREAK, Run, TextFlow

Told = Paragraph | Fact | Claim | Reference

_TONES = {
    Tone.LARGE: styles.LARGE,
    Tone.BODY: styles.BODY,
    Tone.NOTE: styles.BODY,
    Tone.SOFT: styles.SOFT,
    Tone.SMALL: styles.SMALL,
}
_ABOVE = {Tone.LARGE: 18.0, Tone.SMALL: 4.0}  # pixels at scale 1
_LABEL_COLUMN = 100.0  # pixels at scale 1, as are all lengths here
_SOURCE_COLUMN = 40.0
_NOTE_INDENT = 14.0


@dataclass(slots=True)
class Entry:
    """One flow, perhaps with a label at its left, a bar beside it or a text to copy.

    ``above`` and ``indent`` are pixels at scale 1; ``place`` is where the flow stands once arranged.
    """

    flow: TextFlow
    above: float = 0.0
    indent: float = 0.0
    label: TextFlow | None = None
    bar: bool = False
    copyable: str = ""
    place: QRect = field(default_factory=QRect)
    label_place: QRect = field(default_factory=QRect)


def title_entry(lettering: Lettering, text: str) -> Entry:
    """The title of a page."""
    return Entry(TextFlow(lettering, [Run(text, styles.TITLE)]))


def caption_entry(lettering: Lettering, text: str) -> Entry:
    """The caption of a section."""
    return Entry(TextFlow(lettering, [Run(text, styles.CAPTION)]))


def entries(lettering: Lettering, items: Iterable[Told]) -> Iterator[Entry]:
    """The entries of items that follow each other; a label like the one before is not repeated."""
    label = ""
    for item in items:
        match item:
            case Paragraph():
                yield _paragraph(lettering, item)
            case Claim():
                yield from _claim(lettering, item)
            case Fact():
                yield _fact(lettering, item, item.label != label)
            case Reference():
                yield _reference(lettering, item)
        label = item.label if isinstance(item, Fact) else ""


def _paragraph(lettering: Lettering, item: Paragraph) -> Entry:
    style = _TONES[item.tone]
    flow = TextFlow(lettering, [*text_runs(item.spans, style), *mark_runs(item.evidence)])
    if item.tone is Tone.NOTE:
        return Entry(flow, 12.0, _NOTE_INDENT, bar=True)
    return Entry(flow, _ABOVE.get(item.tone, 10.0))


def _claim(lettering: Lettering, item: Claim) -> Iterator[Entry]:
    claim, verdict = list(text_runs(item.claim, styles.STRONG)), []
    if item.verdict is None:
        claim = [Run("“", styles.STRONG), *claim, Run("”", styles.STRONG)]
    else:
        word = f"{item.verdict.text[:1].upper()}{item.verdict.text[1:]}. "
        verdict = [Run(word, replace(styles.STRONG, line=styles.BODY.line, tint=item.verdict.tint))]
    yield Entry(TextFlow(lettering, claim), 16.0)
    body = [*verdict, *text_runs(item.truth, styles.BODY), *mark_runs(item.evidence)]
    yield Entry(TextFlow(lettering, body), 2.0)


def _fact(lettering: Lettering, item: Fact, labelled: bool) -> Entry:
    coded = all(span.code for span in item.value)
    runs = list(text_runs(item.value, styles.VALUE, plates=not coded))
    if item.note:
        runs += [Run(BREAK, styles.VALUE), *text_runs(item.note, styles.NOTE)]
    flow = TextFlow(lettering, [*runs, *mark_runs(item.evidence)])
    label = TextFlow(lettering, [Run(item.label, styles.LABEL)]) if labelled else None
    copyable = text_of(item.value) if item.copyable else ""
    return Entry(flow, 14.0 if labelled else 10.0, _LABEL_COLUMN, label, copyable=copyable)


def _reference(lettering: Lettering, item: Reference) -> Entry:
    flow = TextFlow(lettering, [Run(item.text, styles.SMALL)])
    return Entry(flow, 6.0, _SOURCE_COLUMN, TextFlow(lettering, [Run(item.label, _SOURCE)]))


_SOURCE = replace(styles.SMALL, tint=Role.FAINT)


def text_runs(spans: Iterable[Span], style: TextStyle, plates: bool = True) -> Iterator[Run]:
    """Spans as runs of a style; ``plates`` puts a ground behind code."""
    for span in spans:
        yield Run(span.text, style.as_code() if span.code else style, plates and span.code)


def mark_runs(evidence: Iterable[Mark]) -> Iterator[Run]:
    """The marks of evidence behind a text, each with its tip."""
    for place, mark in enumerate(evidence):
        yield Run(" · " if place else "\u2002", styles.MARK)
        # A mark is broken between its sources only.
        unbroken = mark.text.replace(" ", "\u00a0").replace(",\u00a0", ", ")
        yield Run(unbroken, styles.MARK, tip=mark.tip)
