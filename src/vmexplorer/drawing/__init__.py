"""Where things are drawn: geometry, placement on grids, routes between cards, theme roles."""
