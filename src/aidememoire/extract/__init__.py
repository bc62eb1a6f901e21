"""One article's annotations become its facts."""
