"""The boot device as a bar to scale."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.system_image import DiskLayout
from vmexplorer.labs.banks.device import size_text, stretches
from vmexplorer.labs.banks.eras import image_of

LAYOUTS = image_of(shipped_atlas()).layouts


@pytest.mark.parametrize("layout", LAYOUTS, ids=[layout.id for layout in LAYOUTS])
@pytest.mark.parametrize("width", [400.0, 900.0, 3000.0])
def test_every_area_is_seen_and_the_bar_is_full(layout: DiskLayout, width: float) -> None:
    found = stretches(layout, width, 14.0)
    assert sum(one.width for one in found) == pytest.approx(width)
    assert all(one.width >= 14.0 - 1e-6 for one in found)
    assert [one.area for one in found] == list(layout.areas)
    assert sum(one.size for one in found) == pytest.approx(layout.medium)
    for one, after in pairwise(found):
        assert after.start == pytest.approx(one.start + one.width)


@pytest.mark.parametrize("layout", LAYOUTS, ids=[layout.id for layout in LAYOUTS])
def test_what_is_not_widened_is_to_scale(layout: DiskLayout) -> None:
    true = [one for one in stretches(layout, 900.0, 14.0) if not one.widened]
    scales = [one.width / one.size for one in true]
    assert true
    assert max(scales) == pytest.approx(min(scales))


def test_small_areas_are_widened_and_say_so() -> None:
    disk = next(layout for layout in LAYOUTS if layout.id == "gpt-disk")
    found = {one.area.name: one.widened for one in stretches(disk, 900.0, 14.0)}
    assert found["Boot bank 1"]
    assert found["Boot loader"]
    assert not found["Scratch"]
    assert not found["VMFS datastore"]


@pytest.mark.parametrize(
    ("size", "said"), [(4.0, "4 MB"), (250.0, "250 MB"), (1024.0, "1 GB"), (2560.0, "2.5 GB"), (32668.0, "31.9 GB")]
)
def test_sizes_as_people_say_them(size: float, said: str) -> None:
    assert size_text(size) == said
