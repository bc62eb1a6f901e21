"""What the parties want, across articles: issues, where each party stands, what waits for what, and deadlocks."""
