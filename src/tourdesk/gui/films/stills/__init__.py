"""Stills on the screen and in the form."""
