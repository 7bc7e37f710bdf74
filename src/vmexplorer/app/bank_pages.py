"""What the lab of the boot banks tells in words: lines of the loader, the story, the disk, the store."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vmexplorer.app.details_component import founding_claim
from vmexplorer.app.details_page import Claim, Fact, Paragraph, Span, Tone
from vmexplorer.app.details_text import marks, paragraph, paragraphs, spans
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.system_image import DiskLayout, Store
from vmexplorer.labs.banks.device import Stretch, size_text
from vmexplorer.labs.banks.eras import image_of
from vmexplorer.labs.banks.picture import Picture
from vmexplorer.labs.banks.play import BanksPlay
from vmexplorer.labs.banks.store import StoreContents


class ToldLine(NamedTuple):
    """A line of what the loader or the host does: what it did in a few words, and why."""

    head: str
    says: Paragraph
    fresh: bool = False

    @property
    def text(self) -> str:
        """The whole line as plain text."""
        said = "".join([span.text for span in self.says.spans])
        return f"{self.head}: {said}" if self.head else said


def told_lines(atlas: Atlas, picture: Picture) -> tuple[ToldLine, ...]:
    """What has been told so far; the lines of the present piece are fresh while it plays."""
    first = len(picture.lines) - picture.fresh
    return tuple(
        [
            ToldLine(
                line.head,
                Paragraph(spans(" ".join(line.says)), marks(atlas, line.evidence)),
                place >= first and not picture.done,
            )
            for place, line in enumerate(picture.lines)
        ]
    )


def story_lines(play: BanksPlay) -> tuple[ToldLine, ...]:
    """The story that is played, before its first event; none for a host of one's own."""
    story = play.story
    if story is None or play.session.cursor != len(story.before):
        return ()
    first, *rest = paragraphs(play.atlas, story.story)
    return (ToldLine(f"{story.id}, {story.name}", first), *(ToldLine("", one) for one in rest))


def loader_note(play: BanksPlay) -> tuple[Paragraph, ...]:
    """What to know of the loader and of its screen."""
    texts = image_of(play.atlas).screen
    notes = [*play.loader.note, *texts.note]
    if play.editing:
        notes.insert(0, texts.options_note)
    return tuple([_small(paragraph(play.atlas, note)) for note in notes])


def disk_items(atlas: Atlas, layout: DiskLayout, areas: Sequence[Stretch]) -> tuple[Paragraph | Fact, ...]:
    """The areas of a disk, numbered from 1, and how it is divided."""
    head = paragraph(atlas, layout.table)
    rows = [_area(atlas, number, area) for number, area in enumerate(areas, start=1)]
    widened = [str(number) for number, area in enumerate(areas, start=1) if area.widened]
    if not widened:
        return (head, *rows)
    said = f"Drawn wider than to scale, or they could not be seen: {', '.join(widened)} (hatched)."
    return (head, *rows, Paragraph((Span(said),), tone=Tone.SMALL))


def _area(atlas: Atlas, number: int, stretch: Stretch) -> Fact:
    area = stretch.area
    partition = "" if area.partition is None else f", partition {area.partition}"
    name = (Span(f"{area.name}{partition}"),)
    label = f"{number} · {size_text(stretch.size)}"
    return Fact(label, name, note=spans(area.says.text), evidence=marks(atlas, area.says.evidence))


def store_items(atlas: Atlas, store: Store, held: StoreContents) -> tuple[Paragraph | Fact | Claim, ...]:
    """What lies in the store now, and what the founding text has of it."""
    found: list[Paragraph | Fact | Claim] = []
    if held.missing and store.missing is not None:
        found.append(paragraph(atlas, store.missing))
    for packages in store.holds:
        owner = f", of image {held.image}" if store.replaced and held.image else ""
        kept = f"kept here{owner}" if packages.kept else "not kept here"
        says = packages.says
        found.append(Fact(kept, (Span(packages.name),), note=spans(says.text), evidence=marks(atlas, says.evidence)))
    found.append(Fact("two versions", spans(store.versions.text), evidence=marks(atlas, store.versions.evidence)))
    told = [statement for statement in atlas.founding if statement.id in store.founding]
    return (*found, *(founding_claim(atlas, statement) for statement in told))


def _small(one: Paragraph) -> Paragraph:
    return Paragraph(one.spans, one.evidence, Tone.SMALL)
