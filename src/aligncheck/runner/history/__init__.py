"""What a revision of the repository had: files, and findings that are therefore no news."""
