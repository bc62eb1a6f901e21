"""Articles become annotations. No idea of a peace process."""
