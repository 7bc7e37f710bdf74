"""Which eras a thing belongs to: from its versions, or from a range written by hand."""

from __future__ import annotations

from vmexplorer.atlas.era import Era, EraRange, Version


def eras_between(eras: tuple[Era, ...], since: Version, until: Version | None) -> tuple[str, ...]:
    """The ids of the eras in which something exists.

    An era counts when the thing was there before the era's end and was not yet
    gone at its beginning.
    """
    found = []
    for place, era in enumerate(eras):
        begun = place + 1 == len(eras) or since < eras[place + 1].first
        if begun and (until is None or until >= era.first):
            found.append(era.id)
    return tuple(found)


def eras_covered(order: tuple[str, ...], span: EraRange | None) -> tuple[str, ...]:
    """The era ids that a range covers, in their order; None covers all.

    An end that names no era counts as open, so that an unchecked pack can be
    looked at; the checks report it.
    """
    if span is None:
        return order
    first = order.index(span.first) if span.first in order else 0
    last = order.index(span.last) if span.last in order else len(order) - 1
    return order[first : last + 1]
