"""Data package to pages: reads the package on disk, never the reading stage."""
