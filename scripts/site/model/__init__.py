"""What the package says, joined: the things with pages, the figures of the cities, the province, the checks."""
