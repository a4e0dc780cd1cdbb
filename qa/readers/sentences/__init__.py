"""Sentences and parts of them as answers: what, how, why, and lists."""
