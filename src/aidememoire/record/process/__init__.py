"""Tracks, rounds, baskets, delegations and seats of many articles."""
