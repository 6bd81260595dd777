"""The committee: its members, what each of them says of the films, and how far they agree."""
