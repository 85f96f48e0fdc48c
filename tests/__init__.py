"""Tests, a folder a room; each through the room's public door."""
