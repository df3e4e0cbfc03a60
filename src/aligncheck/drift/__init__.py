"""How texts differ from what was accepted: traces of sentences, changes between them, states of pairs. Pure."""
