"""Every name by which people call a component, and which component a text names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.component import Component
from vmexplorer.lessons.quiz.wording import Words, forgiven, joined, place_of, slips_between, words_of

# What a full name holds beside names, as in "Reverse proxy (formerly vmware-hostd)".
_PARTS = re.compile(r"[(),;]| or | and ")
_INTRODUCTIONS = re.compile(r"^(formerly|later|earlier|once called|at first|also called|the|service|process|with) ")


@dataclass(frozen=True, slots=True)
class Names:
    """Component ids by their names, and how each component is called when it is spoken of."""

    called: Mapping[str, str]
    ids: Mapping[Words, frozenset[str]]

    @classmethod
    def of(cls, atlas: Atlas, era: str) -> Names:
        """The names of all components that exist in an era, by its id."""
        found: dict[Words, set[str]] = {}
        there = [part for part in atlas.components.values() if era in atlas.component_eras[part.id]]
        for component in there:
            for form in forms_of(component):
                found.setdefault(form, set()).add(component.id)
        called = {component.id: component.name for component in there}
        return cls(called, {form: frozenset(ids) for form, ids in found.items()})

    def forms(self, components: Iterable[str]) -> tuple[Words, ...]:
        """Every name of some components."""
        wanted = set(components)
        return tuple([form for form, ids in self.ids.items() if ids & wanted])

    def named_in(self, text: str) -> frozenset[str]:
        """The ids of the components that a short text may mean; slips of the keyboard are overlooked.

        A whole text that is a name means whoever bears it; else the name nearest to it counts,
        else the one that stands in it. None when nothing fits or it could be one or the other.
        """
        words = words_of(text)
        exact = self.ids.get(words)
        if exact is not None:
            return exact
        meant = [self.ids[form] for form in nearest_forms(words, self.ids) or _inside(words, self.ids)]
        return meant[0].intersection(*meant[1:]) if meant else frozenset()


def forms_of(component: Component) -> tuple[Words, ...]:
    """The names of one component: its id, its everyday name, and the parts of its full name."""
    parts = [_bare(part) for part in _PARTS.split(component.stands_for)]
    texts = [component.id, component.name, component.stands_for, *parts]
    return tuple(dict.fromkeys([words for words in map(words_of, texts) if words]))


def nearest_forms(words: Words, forms: Collection[Words]) -> tuple[Words, ...]:
    """The forms that differ from the words by the fewest slips, when those are few enough to be overlooked."""
    written = joined(words)
    best, found = -1, list[Words]()
    for form in forms:
        whole = joined(form)
        most = forgiven(whole)
        slips = slips_between(written, whole, most)
        if slips <= most and (best < 0 or slips <= best):
            found = [*found, form] if slips == best else [form]
            best = slips
    return tuple(found)


def _inside(words: Words, forms: Collection[Words]) -> tuple[Words, ...]:
    """The longest names that stand in a sentence; a name inside a longer one does not count."""
    there = [form for form in forms if place_of(form, words) >= 0]
    return tuple([form for form in there if not any(form != other and place_of(form, other) >= 0 for other in there)])


def _bare(part: str) -> str:
    part = part.strip()
    while (shorter := _INTRODUCTIONS.sub("", part)) != part:
        part = shorter
    return part
