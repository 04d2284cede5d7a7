"""The package in every form that people take away: as served, as one file, and as data of single pages."""
