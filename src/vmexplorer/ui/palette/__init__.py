"""The search box that lies over the window."""
