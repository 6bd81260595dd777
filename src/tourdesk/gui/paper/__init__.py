"""The Paper screen: the night's documents, shown, saved and printed."""
