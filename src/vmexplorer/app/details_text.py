"""Turns texts and evidence of a pack into spans, marks and the section on evidence."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

from vmexplorer.app.details_page import Claim, Fact, Item, Mark, Paragraph, Reference, Section, Span, Tone
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.era import Era, VersionFact
from vmexplorer.atlas.evidence import Evidence, Standing, Statement

_TIP_WIDTH = 64  # characters in a line of a tool tip

_SIGNS = {
    Standing.VERIFIED: "✓",
    Standing.CODE: "‹/›",
    Standing.INFERRED: "≈",
    Standing.GENERAL: "general knowledge",
    Standing.OPEN: "?",
}
_MEANINGS = {
    Standing.VERIFIED: "verified: the text of the source was read",
    Standing.CODE: "read in published source code",
    Standing.INFERRED: "a rule inferred from samples in the source",
    Standing.GENERAL: "not checked against a source",
    Standing.OPEN: "not settled: sources disagree, or none was found",
}


def spans(text: str) -> tuple[Span, ...]:
    """Splits a text at its backticks; a backtick without a partner is dropped."""
    parts = text.split("`")
    paired = len(parts) - (len(parts) + 1) % 2
    found = [Span(part, code=place % 2 == 1 and place < paired) for place, part in enumerate(parts)]
    return tuple([span for span in found if span.text])


def plain(text: str) -> str:
    """A text without its backticks, for titles and buttons."""
    return text.replace("`", "")


def capitalised(text: str) -> str:
    """A text with a capital at its start, unless its first word has capitals of its own, as in ``vCenter``."""
    first, _, _ = text.partition(" ")
    return text[:1].upper() + text[1:] if first.islower() else text


def counted(number: int, what: str) -> str:
    """A number with its noun, such as ``1 step`` or ``4 steps``."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def paragraph(atlas: Atlas, statement: Statement) -> Paragraph:
    """A statement with its marks."""
    return Paragraph(spans(statement.text), marks(atlas, statement.evidence))


def paragraphs(atlas: Atlas, statements: Iterable[Statement]) -> tuple[Paragraph, ...]:
    """Statements with their marks."""
    return tuple([paragraph(atlas, statement) for statement in statements])


def marks(atlas: Atlas, evidence: Iterable[Evidence]) -> tuple[Mark, ...]:
    """One mark for each way in which something is known, with all the sources of that way."""
    grouped: dict[Standing, dict[str, None]] = {}
    for entry in evidence:
        grouped.setdefault(entry.standing, {}).update(dict.fromkeys(entry.sources))
    return tuple([_mark(atlas, standing, tuple(sources)) for standing, sources in grouped.items()])


def _mark(atlas: Atlas, standing: Standing, sources: tuple[str, ...]) -> Mark:
    text = f"{_SIGNS[standing]} {', '.join(sources)}" if sources else _SIGNS[standing]
    lines = [capitalised(_MEANINGS[standing])]
    for source in sources:
        lines += textwrap.wrap(f"{source}: {_title(atlas, source)}", _TIP_WIDTH, subsequent_indent="    ")
    return Mark(standing, sources, text, "\n".join(lines))


def _title(atlas: Atlas, source: str) -> str:
    found = atlas.sources.get(source)
    return plain(found.title) if found else "a source that the pack does not list"


def life(since: VersionFact, until: VersionFact | None) -> str:
    """The versions in which something exists, such as ``since 5.0`` or ``3.5 to 4.1``."""
    return f"since {since}" if until is None else f"{since} to {until}"


def versions(atlas: Atlas, since: VersionFact, until: VersionFact | None) -> Fact:
    """The versions as a fact, with the evidence for both ends."""
    evidence = (*since.evidence, *(until.evidence if until else ()))
    return Fact("Versions", (Span(life(since, until)),), evidence=marks(atlas, evidence))


def era_label(era: Era) -> str:
    """The product with the era's short label, such as ``ESXi 4``; the era's name where they do not meet."""
    found = re.search(rf"\S+ {re.escape(era.short)}(?!\w)", era.name)
    return found[0] if found else era.name


def evidence_section(atlas: Atlas, sections: Iterable[Section]) -> tuple[Section, ...]:
    """What the marks on these sections mean and which sources they name; none without marks."""
    used = [mark for section in sections for item in section.items for mark in _marks_of(item)]
    if not used:
        return ()
    standings = {mark.standing for mark in used}
    sources = {source for mark in used for source in mark.sources}
    legend = [
        Paragraph((Span(f"{_SIGNS[standing]} – {_MEANINGS[standing]}."),), tone=Tone.SMALL)
        for standing in Standing
        if standing in standings
    ]
    named = [Reference(source, _title(atlas, source)) for source in sorted(sources, key=_source_order)]
    return (Section("Evidence", (*legend, *named)),)


def _marks_of(item: Item) -> Iterator[Mark]:
    if isinstance(item, Paragraph | Fact | Claim):
        yield from item.evidence


def _source_order(source: str) -> tuple[int, str]:
    digits = source.lstrip("S")
    return (int(digits) if digits.isdecimal() else 0, source)
