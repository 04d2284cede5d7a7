"""Figures of the build: not part of it, and run by hand or for a job's summary."""
