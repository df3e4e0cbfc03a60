"""Translation drift over a project: the lock file, pins and git, and what follows from them."""
