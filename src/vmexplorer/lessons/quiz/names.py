"""Every name by which people call a component, and which component a text names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.component import Component
from vmexplorer.lessons.quiz.wording import Words, forgiven, is_plural, joined, place_of, slips_between, words_of

# What a full name holds beside names, as in "Reverse proxy (formerly vmware-hostd)".
_WHOLE = 100_000  # characters: the texts of the pack are read to their end
_PARTS = re.compile(r"[(),;]| or | and ")
_INTRODUCTIONS = re.compile(r"^(formerly|later|earlier|once called|at first|also called|the|service|process|with) ")


# Words that say nothing of which component is meant.
_GENERIC = frozenset(("daemon", "agent", "server", "service", "process", "client", "mouse", "keyboard", "screen", "c"))
_FILLERS = _GENERIC | frozenset(
    ("it", "its", "this", "that", "is", "must", "be", "by", "i", "think", "guess", "probably", "program", "part")
)


@dataclass(frozen=True, slots=True)
class Names:
    """Component ids by their names, and how each component is called when it is spoken of.

    ``loose`` are names that people also use, which may say something else inside a sentence.
    ``words`` are all words that the pack uses: none of them is a name with a slip.
    """

    called: Mapping[str, str]
    ids: Mapping[Words, frozenset[str]]
    loose: Mapping[Words, frozenset[str]]
    words: frozenset[str] = frozenset()

    @classmethod
    def of(cls, atlas: Atlas, era: str) -> Names:
        """The names of all components that exist in an era, by its id."""
        there = [part for part in atlas.components.values() if era in atlas.component_eras[part.id]]
        ids = _gathered([(form, part.id) for part in there for form in forms_of(part)])
        others = [(words_of(text), part.id) for part in there for text in part.also_called]
        # Together with the names proper, so that one text never means less than all who bear it.
        loose = _gathered([*others, *[(form, id) for form, found in ids.items() for id in found]])
        told = [text for part in there for text in (part.summary, *[said.text for said in part.description])]
        words = frozenset([word for text in told for word in words_of(text, most=_WHOLE)])
        return cls({part.id: part.name for part in there}, ids, loose, words)

    def forms(self, components: Iterable[str]) -> tuple[Words, ...]:
        """Every name of some components."""
        wanted = set(components)
        return tuple([form for form, ids in self.loose.items() if ids & wanted])

    def named_in(self, text: str) -> frozenset[str]:
        """The ids of the components that a short text may mean; slips of the keyboard are overlooked.

        A whole text that is a name means whoever bears it; else the name nearest to it counts,
        else the one that stands in it. None when nothing fits or it could be one or the other.
        """
        words = words_of(text)
        bare = without_fillers(words)
        for said in dict.fromkeys((words, bare)):
            if said in self.loose:
                return self.loose[said]
        near = nearest_forms(words, self.loose, self.words)
        found = near or inside(words, self.ids) or inside(words, self.loose)
        meant = [self.loose[form] for form in found or nearest_forms(bare, self.loose, self.words)]
        return meant[0].intersection(*meant[1:]) if meant else frozenset()


def without_fillers(words: Words) -> Words:
    """The words without those that say nothing of what is meant, as in "I think it is the hostd process"."""
    return tuple([word for word in words if word not in _FILLERS]) or words


def _gathered(pairs: Iterable[tuple[Words, str]]) -> dict[Words, frozenset[str]]:
    found: dict[Words, set[str]] = {}
    for form, id in pairs:
        found.setdefault(form, set()).add(id)
    return {form: frozenset(ids) for form, ids in found.items()}


def forms_of(component: Component) -> tuple[Words, ...]:
    """The names of one component: its id, its everyday name, and the parts of its full name."""
    parts = [_bare(part) for part in _PARTS.split(component.stands_for)]
    texts = [component.id, component.name, component.stands_for, *parts]
    return tuple(dict.fromkeys([words for words in map(words_of, texts) if words and joined(words) not in _GENERIC]))


def nearest_forms(words: Words, forms: Collection[Words], known: Collection[str] = ()) -> tuple[Words, ...]:
    """The forms that differ from the words by the fewest slips, when those are few enough to be overlooked.

    Args:
        words: what was written.
        forms: what it may be.
        known: words with a meaning of their own, which are no slips of others.
    """
    written = joined(words)
    meant = len(words) == 1 and written in known
    best, found = -1, list[Words]()
    for form in forms:
        whole = joined(form)
        most = forgiven(whole)
        slips = slips_between(written, whole, most)
        if slips and meant and not is_plural(written, whole):
            continue
        if slips <= most and (best < 0 or slips <= best):
            found = [*found, form] if slips == best else [form]
            best = slips
    return tuple(found)


def inside(words: Words, forms: Collection[Words]) -> tuple[Words, ...]:
    """The longest names that stand in a sentence; a name inside a longer one does not count."""
    there = [form for form in forms if place_of(form, words) >= 0]
    return tuple([form for form in there if not any(form != other and place_of(form, other) >= 0 for other in there)])


def _bare(part: str) -> str:
    part = part.strip()
    while (shorter := _INTRODUCTIONS.sub("", part)) != part:
        part = shorter
    return part
