"""The Films screen: the library as a list, a film in detail, and the check of a page that was read."""
