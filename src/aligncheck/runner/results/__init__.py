"""What earlier runs found, kept by everything it depends on."""
