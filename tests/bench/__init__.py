"""Figures of the build and the site: run by hand, or for a workflow's summary; nothing is built by them."""
