"""Places as answers."""
