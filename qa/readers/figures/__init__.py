"""Figures as answers, and what speaks for or against each."""
