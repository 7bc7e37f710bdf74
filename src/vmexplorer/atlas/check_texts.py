"""Checks the head of a pack and the form of its summaries."""

from __future__ import annotations

from vmexplorer.atlas.findings import Findings
from vmexplorer.atlas.pack import Pack
from vmexplorer.atlas.walk import things, values

FORMAT = 1


def check_texts(pack: Pack, findings: Findings) -> None:
    """Notes a format that this program does not know and summaries that are no full sentences."""
    if pack.manifest.format != FORMAT:
        text = f"is {pack.manifest.format}, which this version of vmexplorer cannot read"
        findings.add("pack.yaml", "format", text, f"the format it reads is {FORMAT}")
    for placed in things(pack):
        for value in values(placed):
            if value.field.name == "summary" and not value.content.endswith("."):
                findings.add(placed.file, value.key, "does not end with a full stop")
