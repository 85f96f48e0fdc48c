"""Two themes, dark and light; every pair of text and ground has a contrast of at least 4.5 to 1."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="lifeskills-dark",
    primary="#7FB8D6",
    secondary="#E6B450",
    accent="#E6B450",
    foreground="#E8E6E1",
    background="#12171C",
    surface="#1A2129",
    panel="#232C36",
    success="#8CC98A",
    warning="#F0C36D",
    error="#F09A8B",
    dark=True,
)
LIGHT = Theme(
    name="lifeskills-light",
    primary="#1F5F80",
    secondary="#7A4E00",
    accent="#7A4E00",
    foreground="#1C1C1A",
    background="#FBFAF6",
    surface="#F1EFE8",
    panel="#E4E1D7",
    success="#22662A",
    warning="#7A4E00",
    error="#9C2B1B",
    dark=False,
)
