"""The direct console: its screens as a pure function of what was typed and of the host."""
