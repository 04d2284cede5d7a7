"""Every sentence and label that the program makes: one look-up, one escape, one way to write a number."""
