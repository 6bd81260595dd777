"""A film as it is read, and changed where it stands."""
