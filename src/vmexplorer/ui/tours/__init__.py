"""Tours in the window: walking them, editing them, and pictures of their stops."""
