"""The check of a download as one file, verify.pyz, which needs nothing but Python: its reader of tables is its own."""
