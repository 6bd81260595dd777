"""Finding films: search as you type, facets with counts, saved searches, related films; quick at 100,000 films."""
