"""The what-if lab: its faults above the map, its page beside it."""
