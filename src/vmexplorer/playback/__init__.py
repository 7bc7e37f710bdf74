"""When: clock, timeline, player, and the frame that belongs to a moment."""
