"""Widgets that receive plain values and post messages."""
