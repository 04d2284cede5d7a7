"""What people keep by hand → entries, read strictly: YAML of text alone, every entry with its line."""
