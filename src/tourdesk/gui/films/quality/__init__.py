"""What is wanting in the catalogue."""
