"""Articles about one happening, and the thread from one to the next."""
