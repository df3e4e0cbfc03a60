"""Mining a project's terms: its documents' pairs in, a draft glossary out."""
