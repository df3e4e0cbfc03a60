"""Which files are documents, and which belong together. Opens files only to tell their language."""
