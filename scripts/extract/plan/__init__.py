"""The source → a tree of its own numbering → measures and annexes, each held against the outline that etc/ states."""
