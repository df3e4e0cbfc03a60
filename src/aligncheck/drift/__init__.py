"""How texts differ from what was accepted: traces of sentences, changes between them, states of pairs. Pure."""

from aligncheck.drift.answered import answered
from aligncheck.drift.compare import compare
from aligncheck.drift.tokens import Sentence
from aligncheck.drift.traces import trace

__all__ = ["Sentence", "answered", "compare", "trace"]
