"""The labs at the side of the map, a folder for each."""
