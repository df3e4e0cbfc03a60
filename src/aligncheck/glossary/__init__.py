"""Glossaries in files: terms read from tables, TBX, workbooks and TOML. Knows bytes and terms, no text."""
