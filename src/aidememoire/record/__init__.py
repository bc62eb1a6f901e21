"""Across articles: actors, claims, origins, groups, the process."""
