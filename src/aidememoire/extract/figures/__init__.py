"""Numbers that may be disputed, with their subject and scope."""
