"""What one of two versions changed: the words, the kind of change, and whose words they were."""
