"""What is shown now: a view, a moment of a flow and overlays, composed into one state."""
