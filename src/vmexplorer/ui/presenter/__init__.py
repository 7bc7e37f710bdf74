"""The show on the screens: the audience's window, the speaker's page, and what holds them together."""
