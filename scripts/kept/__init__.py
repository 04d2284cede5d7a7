"""What people keep by hand, read strictly: visible characters, YAML of text alone, a JSON Schema for each file."""
