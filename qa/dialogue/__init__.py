"""A conversation: what a short question leaves out, taken from the turns before it."""
