"""The quiz at the side of the map."""
