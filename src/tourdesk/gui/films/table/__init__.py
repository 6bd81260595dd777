"""The library as a list: a table or a grid of stills."""
