"""Who said what, through whom and to whom."""
