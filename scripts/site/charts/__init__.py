"""Figures to requests, requests to drawings, drawings to pictures that stand in a page."""
