"""Findings for people who live in spreadsheets: one row each, with room for a decision; knows nothing of triage."""
