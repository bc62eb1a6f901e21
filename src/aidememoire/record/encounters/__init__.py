"""One encounter as many articles tell it."""
