"""Statements that say the same thing, and who denies it."""
