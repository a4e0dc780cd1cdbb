"""Reading tables: rows and columns instead of words beside each other."""
