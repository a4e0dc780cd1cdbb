"""The parts of the page of staff, each a tab."""
