"""What the window and the command line share: requests, commands as data, search, where packs are found."""
