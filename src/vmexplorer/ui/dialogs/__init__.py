"""Sheets that lie over the window and leave with Esc."""
