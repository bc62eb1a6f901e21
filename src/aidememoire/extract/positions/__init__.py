"""What the parties demand, refuse, offer, and make a condition."""
