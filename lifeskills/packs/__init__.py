"""Read packs, folders of Markdown, Twee and TOML, into the core, naming file and line."""
