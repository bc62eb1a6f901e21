"""How good it is, measured: each module prints its figures."""
