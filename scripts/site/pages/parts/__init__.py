"""What several kinds of pages share: templates of parts, and the columns of figures."""
