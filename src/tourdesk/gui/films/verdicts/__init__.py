"""The committee: verdicts by key and in the panel, members, ballots."""
