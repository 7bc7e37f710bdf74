"""The look of ordinary widgets: one palette and one short style sheet made from a theme."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor, QPalette

from vmexplorer.drawing.theme import Role, Theme

_SHEET = Template("""
QWidget { font-family: "Inter"; font-size: 14px; color: $text; }
QMainWindow, #centre { background: $canvas; }
#panel, #topbar, #rail, #player, #inspector { background: $panel; }
#topbar { border-bottom: 1px solid $zoneline; }
#rail { border-right: 1px solid $zoneline; }
#inspector { border-left: 1px solid $zoneline; }
#player { border-top: 1px solid $zoneline; }
QToolTip { background: $chip; color: $text; border: 1px solid $cardline; padding: 4px 6px; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $cardline; border-radius: 4px; min-height: 28px; margin: 1px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: $cardline; border-radius: 4px; min-width: 28px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  height: 0; width: 0; background: none; }
QPushButton, QToolButton { background: transparent; color: $soft; border: 1px solid transparent;
  border-radius: 8px; padding: 5px 10px; }
QPushButton:hover, QToolButton:hover { background: $chip; color: $text; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; }
QPushButton:checked, QToolButton:checked { background: $chip; color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $faint; }
QPushButton#primary { background: $accent; color: $onaccent; font-weight: 600; }
QLineEdit { background: $canvas; color: $text; border: 1px solid $cardline; border-radius: 8px; padding: 6px 10px;
  selection-background-color: $accent; selection-color: $onaccent; }
QLineEdit:focus { border: 2px solid $accent; }
#editor QPlainTextEdit, #editor QListWidget { background: $canvas; color: $text;
  border: 1px solid $cardline; border-radius: 8px; padding: 4px 6px; selection-background-color: $accent;
  selection-color: $onaccent; }
#editor QPlainTextEdit:focus, #editor QListWidget:focus { border: 2px solid $accent; }
#editor QListWidget::item { padding: 3px 6px; }
#editor QDoubleSpinBox QLineEdit { border: none; padding: 0; background: transparent; }
QListWidget { background: transparent; border: none; outline: none; }
QListWidget::item { color: $soft; padding: 7px 12px; border-radius: 7px; }
QListWidget::item:hover { background: $chip; color: $text; }
QListWidget::item:selected { background: $chip; color: $text; font-weight: 600; }
#message { background: $chip; border: 1px solid $accent; border-radius: 10px; }
#breadcrumb { background: $canvas; }
#here { font-size: 15px; font-weight: 600; }
#caption { color: $soft; font-size: 12px; font-weight: 600; letter-spacing: 1px; }
#title { font-size: 27px; font-weight: 700; }
#soft { color: $soft; }
#faint { color: $faint; font-size: 12px; }
#code { font-family: "JetBrains Mono"; font-size: 13px; }
#pill { background: $chip; border-radius: 11px; padding: 3px 12px; font-size: 13px; font-weight: 600; color: $accent; }
#row { background: $chip; border-radius: 7px; text-align: left; padding: 8px 12px; color: $text; }
#row:hover { border: 1px solid $accent; }
/* Labs */
#labfoot { background: $panel; border-top: 1px solid $zoneline; }
#labtitle { color: $text; font-weight: 700; padding-right: 12px; }
#actcaption { color: $soft; font-weight: 600; padding: 4px 4px 2px 0; }
#act { background: $chip; border: 1px solid $cardline; color: $text; padding: 6px 12px; font-weight: 600; }
#act:hover { border: 1px solid $accent; }
#act:checked { background: $accent; color: $onaccent; }
#act:disabled { background: transparent; border: 1px dashed $cardline; color: $faint; font-weight: 400; }
#chip { background: transparent; border: 1px solid $zoneline; color: $soft; padding: 6px 10px; }
#chip:checked { background: $chip; border: 1px solid $accent; color: $text; font-weight: 600; }
#hostkey { background: $loaderground; border: 1px solid $cardline; color: $loaderkey; padding: 6px 12px;
  font-family: "JetBrains Mono"; }
#hostkey:disabled { background: transparent; color: $faint; border: 1px dashed $cardline; }
#act:focus, #chip:focus, #hostkey:focus { border: 2px solid $accent; }
#terminal { background: $canvas; border: 1px solid $zoneline; border-radius: 8px; font-family: "JetBrains Mono"; }
#terminal:focus { border: 2px solid $accent; }
QComboBox { background: $canvas; color: $text; border: 1px solid $cardline; border-radius: 8px; padding: 5px 10px; }
QComboBox:focus { border: 2px solid $accent; }
QComboBox QAbstractItemView { background: $card; color: $text; border: 1px solid $cardline; outline: none;
  selection-background-color: $chip; selection-color: $accent; }
QSplitter::handle:vertical { background: transparent; border-top: 1px solid $cardline; margin: 5px 0 0 0; }
#checks::item { padding: 0; }
/* Quiz */
#quizfoot { border-top: 1px solid $zoneline; }
#quiztopic, #quizcount { color: $soft; font-weight: 600; }
#quizhands { background: $canvas; color: $text; border: 1px solid $cardline; border-radius: 8px; padding: 2px 6px;
  selection-background-color: $accent; selection-color: $onaccent; }
#quizhands:focus { border: 2px solid $accent; }
/* Bars, search, key sheet, problems */
#packname, #steptitle { color: $text; font-weight: 600; }
#step { color: $soft; font-weight: 600; }
#steptext { color: $soft; }
#rail QScrollBar:vertical, #hits QScrollBar:vertical { width: 8px; }
#rail QScrollBar::handle:vertical, #hits QScrollBar::handle:vertical { background: $zoneline; border-radius: 3px; }
#steplog { color: $faint; font-family: "JetBrains Mono"; }
#search { background: $canvas; border: 1px solid $zoneline; }
#search:hover { border: 1px solid $cardline; }
#search:focus { border: 2px solid $accent; }
QMenu { background: $card; border: 1px solid $cardline; padding: 4px; }
QMenu::item { padding: 6px 18px 6px 26px; border-radius: 5px; }
QMenu::item:selected { background: $chip; color: $accent; }
#sheet { background: $panel; border: 1px solid $cardline; border-radius: 14px; }
#sheet QLineEdit { padding: 9px 12px; }
#hits { background: transparent; border: none; outline: none; }
#emptytitle { color: $text; font-weight: 600; padding: 14px 12px 0 12px; }
#emptyhint { color: $soft; padding: 0 12px 12px 12px; }
#keyhint { color: $faint; padding: 2px 0; }
#sheettitle, #problemtitle { color: $text; font-weight: 600; }
#keygroup { color: $faint; font-weight: 600; letter-spacing: 1px; }
#or { color: $faint; }
#key { background: $chip; border: 1px solid $cardline; border-radius: 5px; padding: 1px 8px; font-weight: 600; }
#problems { background: $canvas; }
#problemtext { color: $soft; }
#secondary { border: 1px solid $cardline; color: $text; }
#problemtable { background: $panel; border: 1px solid $zoneline; border-radius: 10px; outline: none;
  selection-background-color: $chip; selection-color: $text; }
#problemtable:focus { border: 2px solid $accent; }
#problemtable QHeaderView { background: transparent; border: none; }
#problemtable QHeaderView::section { background: transparent; color: $faint; font-weight: 600; border: none;
  border-bottom: 1px solid $zoneline; padding: 8px 12px; }
#problembar { background: $chip; border-bottom: 1px solid $warning; }
#faultbar { background: $chip; border-bottom: 1px solid $fault; }
#faultcount { color: $soft; font-weight: 600; padding: 6px 4px; }
#fault { background: $canvas; border: 1px solid $fault; color: $text; font-weight: 600; }
#fault:focus { border: 2px solid $accent; }
#fault:hover { border: 1px solid $text; }
#tourcard { background: $chip; border-bottom: 1px solid $cardline; }
#tourplace { color: $soft; font-weight: 600; letter-spacing: 1px; }
#tourtitle { color: $text; font-weight: 600; }
#tourcaption { color: $text; }
#tournotes { color: $soft; }
#problemmark { background: $warning; color: $canvas; border-radius: 10px; font-weight: 600; }
/* The show */
#speaker { background: $panel; }
#showbox { background: $chip; border: 1px solid $accent; border-radius: 10px; }
#shownotes { background: $canvas; border-radius: 10px; padding: 8px 10px; }
#shownextword, #showmeaning, #showplanned, #shownextsteps { color: $soft; }
#showunseen { color: $warning; }
#unsaved { color: $warning; font-weight: 600; }
#showsaid { color: $accent; }
#showhint { background: $chip; color: $text; border: 1px solid $accent; border-radius: 10px; padding: 6px 18px; }
#showwaiting { background: $chip; border-bottom: 1px solid $warning; }
#showwaitingwords { font-weight: 600; }
#showgrid { background: $panel; }
""")


def palette(theme: Theme) -> QPalette:
    """Qt's palette for a theme, for what the style sheet does not reach."""
    made = QPalette()
    pairs = {
        QPalette.ColorRole.Window: Role.PANEL,
        QPalette.ColorRole.WindowText: Role.TEXT,
        QPalette.ColorRole.Base: Role.CANVAS,
        QPalette.ColorRole.AlternateBase: Role.CHIP,
        QPalette.ColorRole.Text: Role.TEXT,
        QPalette.ColorRole.Button: Role.CHIP,
        QPalette.ColorRole.ButtonText: Role.TEXT,
        QPalette.ColorRole.Highlight: Role.ACCENT,
        QPalette.ColorRole.HighlightedText: Role.ON_ACCENT,
        QPalette.ColorRole.PlaceholderText: Role.SOFT,
        QPalette.ColorRole.ToolTipBase: Role.CHIP,
        QPalette.ColorRole.ToolTipText: Role.TEXT,
        QPalette.ColorRole.Link: Role.ACCENT,
    }
    for target, role in pairs.items():
        made.setColor(target, QColor(theme.roles[role]))
    return made


def sheet(theme: Theme) -> str:
    """The style sheet for a theme; widgets take part by their object names."""
    return _SHEET.substitute({role.value.replace(" ", ""): colour for role, colour in theme.roles.items()})
