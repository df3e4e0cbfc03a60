"""Everything that knows a language: words, sentence ends, number words. Nothing here knows a document."""
