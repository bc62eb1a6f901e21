"""Tracks, rounds, agendas, delegations and seats."""
