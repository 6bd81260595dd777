"""Tables of words: what labels, countries, languages, kinds of film and site furniture are called."""
