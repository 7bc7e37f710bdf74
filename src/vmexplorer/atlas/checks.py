"""All checks of a pack against itself."""

from __future__ import annotations

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.check_banks import check_banks
from vmexplorer.atlas.check_cases import check_cases
from vmexplorer.atlas.check_checks import check_checks
from vmexplorer.atlas.check_comparisons import check_comparisons
from vmexplorer.atlas.check_console import check_console
from vmexplorer.atlas.check_console_logs import check_console_logs
from vmexplorer.atlas.check_eras import check_eras
from vmexplorer.atlas.check_faults import check_faults
from vmexplorer.atlas.check_flows import check_flows
from vmexplorer.atlas.check_questions import check_questions
from vmexplorer.atlas.check_references import check_references
from vmexplorer.atlas.check_texts import check_texts
from vmexplorer.atlas.check_tours import check_tours
from vmexplorer.atlas.check_views import check_views
from vmexplorer.atlas.findings import Findings
from vmexplorer.atlas.nodes import Lines
from vmexplorer.atlas.pack import Pack
from vmexplorer.errors import Problem

MAX_ERAS = 50


def check(pack: Pack, lines: Lines) -> tuple[Problem, ...]:
    """Everything that is wrong between the parts of a pack, by file and line."""
    findings = Findings(lines)
    if len(pack.manifest.eras) > MAX_ERAS:
        findings.add("pack.yaml", "eras", f"has {len(pack.manifest.eras):,} eras; at most {MAX_ERAS} fit the slider")
        return findings.in_order()
    # Arranging never fails, so that one dangling id does not hide what else is wrong.
    atlas = Atlas.of(pack)
    check_texts(pack, findings)
    check_references(pack, findings)
    check_eras(pack, atlas, findings)
    check_flows(pack, atlas, findings)
    check_comparisons(pack, atlas, findings)
    check_faults(pack, atlas, findings)
    check_views(pack, atlas, findings)
    check_tours(pack, atlas, findings)
    check_banks(pack, atlas, findings)
    check_questions(pack, atlas, findings)
    check_console(pack, atlas, findings)
    check_console_logs(pack, atlas, findings)
    check_checks(pack, atlas, findings)
    check_cases(pack, atlas, findings)
    return findings.in_order()
