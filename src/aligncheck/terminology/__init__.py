"""Terms that a user's own translations teach: which phrases of the two languages name one thing. Knows no rule."""
