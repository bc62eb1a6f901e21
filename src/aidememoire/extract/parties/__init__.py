"""The parties of an article: who is named, by which names, in which roles."""
