"""People and offices as answers."""
