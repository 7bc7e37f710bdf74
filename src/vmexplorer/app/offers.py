"""Which checks an era offers, and where they are made."""

from __future__ import annotations

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.check_place import Check, CheckPlace

Offer = tuple[CheckPlace, tuple[Check, ...]]


def offers(atlas: Atlas, era: str) -> tuple[Offer, ...]:
    """The places of an era with the checks that can be made there; places without any are left out."""
    found = []
    for place in atlas.library.places:
        checks = tuple([check for check in place.checks if era in atlas.eras_of_check(check)])
        if checks:
            found.append((place, checks))
    return tuple(found)


def check_ids(atlas: Atlas, era: str) -> tuple[str, ...]:
    """The ids of all checks of an era."""
    return tuple([check.id for _, checks in offers(atlas, era) for check in checks])
