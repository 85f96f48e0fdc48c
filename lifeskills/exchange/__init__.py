"""Take class lists in and give tables out."""
