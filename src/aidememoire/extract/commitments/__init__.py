"""What was promised and agreed, kept and, as somebody alleges, broken."""
