"""Whether two names are of one bearer."""
