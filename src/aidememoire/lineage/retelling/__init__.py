"""One dispatch told in other words, and pages with a piece of another put in."""
