"""What people said of single facts, brought to the facts that the machine reads now."""
