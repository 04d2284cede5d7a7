"""The forms a chart can have: the only modules that need Altair, pandas and vl-convert."""
