"""Finding films: the search, facets, saved searches."""
