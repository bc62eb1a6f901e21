"""Coded events: who did what kind of thing to whom, in the classes of PLOVER."""
