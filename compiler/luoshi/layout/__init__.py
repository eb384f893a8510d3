"""Blocks and calendars to pages of positioned runs."""

from luoshi.layout.compose import Composition, compose
from luoshi.layout.pages import PageSet

__all__ = ["Composition", "PageSet", "compose"]
