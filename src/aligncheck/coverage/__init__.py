"""Which words of one language answer which of the other, and what of a text stays uncovered. Knows no documents."""
