"""Text to rows: reads the source and the curated tables strictly, and knows nothing of the site."""
