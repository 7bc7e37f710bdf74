"""The direct console as a page beside the map."""
