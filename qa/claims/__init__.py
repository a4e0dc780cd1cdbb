"""Yes and no: what is claimed, and whether a report affirms or denies it."""
