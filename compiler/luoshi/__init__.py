"""Luoshi compiles one work plan into everything an office has to issue from it."""

__version__ = "0.1.0"
