"""Tours, stops, venues, halls and screenings."""
