"""A question as it was typed: accents, capitals and slips mended by what reports write."""
