"""What the rows of a table answer together: extremes, those that meet a condition, claims."""
