"""What hangs on the wall: one widget for every class screen, and the program of a second one.

Nothing here knows a folder, a store or a pack; the contracts in ``pyproject.toml`` hold it to that.
"""
