"""Someone who looks at the shipped pack, and the troubleshooting lab of the tiny one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.cases import cases_atlas, simulator
from tests.helpers.shipped import shared_book
from vmexplorer.app.case_lab import CaseLab
from vmexplorer.app.explorer import Explorer
from vmexplorer.app.inquiry import Inquiry
from vmexplorer.atlas.atlas import Atlas


@pytest.fixture
def case_lab(tmp_path: Path) -> CaseLab:
    """The troubleshooting lab of the tiny pack, with the case T01."""
    return CaseLab(cases_atlas(tmp_path), simulator())


@pytest.fixture
def inquiry(case_lab: CaseLab) -> Inquiry:
    """The case T01, just opened."""
    return case_lab.open_case("T01")


@pytest.fixture
def explorer(atlas: Atlas) -> Explorer:
    """An explorer at home in the newest era."""
    return Explorer(atlas, book=shared_book())
