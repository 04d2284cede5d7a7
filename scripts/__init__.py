"""Turns the plan's text into a data package, and the package into a site."""
