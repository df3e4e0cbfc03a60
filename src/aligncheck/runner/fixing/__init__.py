"""Puts the fixes of findings into files: exactly where they belong, and nothing else."""
