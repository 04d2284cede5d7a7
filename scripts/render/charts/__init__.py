"""Frames to Altair charts, and Altair charts to pictures that stand in a page."""
