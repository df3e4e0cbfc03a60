"""The shapes that pass between layers: text with places, pairs, and the report. No behaviour beyond places."""
