"""The Fit page: the rules in words, proposals as small slots, and why nothing fits."""
