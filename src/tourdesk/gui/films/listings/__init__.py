"""Listings whose columns nobody knows yet."""
