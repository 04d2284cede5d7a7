"""The search: an index made from the package alone, one small script, and the page that lists everything."""
