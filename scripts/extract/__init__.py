"""Text to rows: reads the source and what is kept by hand strictly, and knows nothing of the site."""
