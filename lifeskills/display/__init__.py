"""The class screen in a second terminal or a browser: what crosses the wire, and both its ends."""
