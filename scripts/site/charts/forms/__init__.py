"""The forms a chart can have: the only modules that need Altair, pandas and vl-convert.

A form takes a pandas frame with a row for each mark and works out in it where the marks stand: order, edges of
columns, the larger of two figures. Tables of the pages hold figures as printed, which are text, and need no frame.
"""
