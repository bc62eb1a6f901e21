"""Meetings, talks, attacks, releases: who, where, when, and what became of it."""
