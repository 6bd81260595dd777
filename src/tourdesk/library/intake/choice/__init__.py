"""The page's titles chosen all together: which of its words are titles, weighed by what the whole page looks like."""
