"""Word lists of the lineage stage, general ones: none is of any one conflict."""
