"""The film library: films, versions, reading pages, search, related films."""
