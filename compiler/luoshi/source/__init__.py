"""Files as text, places in them, and the World they come from."""

from luoshi.source.text import SourceFile, Span
from luoshi.source.world import DiskWorld, MemoryWorld, World

__all__ = ["DiskWorld", "MemoryWorld", "SourceFile", "Span", "World"]
