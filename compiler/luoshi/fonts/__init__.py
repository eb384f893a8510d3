"""Fonts: which face sets a character, how wide it is, and the small file that is embedded."""

from luoshi.fonts.book import FontBook, Substitution
from luoshi.fonts.face import Face
from luoshi.fonts.sfnt import BadFontError

__all__ = ["BadFontError", "Face", "FontBook", "Substitution"]
