"""Pages for the inspector, and the one that it shows."""

from __future__ import annotations

from vmexplorer.app.details import Action, Fact, Page, Paragraph, Pill, Row, Section, Subject
from vmexplorer.atlas.kind import Kind
from vmexplorer.ui.panels.inspector import Inspector
from vmexplorer.ui.panels.page_sheet import PageSheet


def small_page(*items: Paragraph | Fact | Row, about: str = "x") -> Page:
    """A page with one section."""
    return Page(Action(Subject.COMPONENT, about), "Title", (Pill("a", Kind.KERNEL),), (Section("Part", items),))


def sheet(inspector: Inspector) -> PageSheet:
    """The one sheet on show; those before it wait hidden to be deleted."""
    (shown,) = [one for one in inspector.findChildren(PageSheet) if not one.isHidden()]
    return shown
