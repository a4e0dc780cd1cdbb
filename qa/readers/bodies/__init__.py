"""Organisations, official documents and addresses as answers."""
