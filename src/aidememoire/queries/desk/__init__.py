"""What each page of the desk shows: a typed view, made from a shelf and what was asked for."""
