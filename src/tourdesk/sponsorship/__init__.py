"""Sponsors and what they are owed."""
