"""Pages of details, built from the atlas: one builder for each sort of thing that can be chosen."""

from __future__ import annotations

from vmexplorer.app.details_component import component_page
from vmexplorer.app.details_link import link_page
from vmexplorer.app.details_page import (
    Action,
    Claim,
    Fact,
    Item,
    Mark,
    Page,
    Paragraph,
    Pill,
    Reference,
    Row,
    Section,
    Span,
    Subject,
    Tone,
    text_of,
)
from vmexplorer.app.details_port import port_page
from vmexplorer.app.details_step import step_page
from vmexplorer.app.details_view import flow_page, view_page

__all__ = [
    "Action",
    "Claim",
    "Fact",
    "Item",
    "Mark",
    "Page",
    "Paragraph",
    "Pill",
    "Reference",
    "Row",
    "Section",
    "Span",
    "Subject",
    "Tone",
    "component_page",
    "flow_page",
    "link_page",
    "port_page",
    "step_page",
    "text_of",
    "view_page",
]
