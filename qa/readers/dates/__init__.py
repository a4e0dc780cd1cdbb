"""Dates and days as answers."""
