"""Promises and agreements as many articles tell of them."""
