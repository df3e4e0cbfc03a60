"""Decisions that people made on findings, brought back: into comments, settings, the glossary and the baseline."""
