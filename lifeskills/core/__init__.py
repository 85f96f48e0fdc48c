"""Pure rules: standard library only, no file, clock, screen or database."""
