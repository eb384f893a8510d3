"""Responsibility letters: parties, their obligations, fingerprints."""

from luoshi.letters.fingerprint import content_hash, revision_of
from luoshi.letters.parties import Bound, Letter, Party, letters

__all__ = ["Bound", "Letter", "Party", "content_hash", "letters", "revision_of"]
