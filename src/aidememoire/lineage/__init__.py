"""Articles are held against each other: passages, relations, edits."""
