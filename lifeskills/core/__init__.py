"""Pure rules: standard library only; no file, clock, screen, database or third-party module."""
