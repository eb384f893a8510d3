"""The font book: which face sets which character of a font class in a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from luoshi.diagnostics import Language
from luoshi.document.style import FontClass
from luoshi.fonts.embed import embeddable
from luoshi.fonts.face import Face
from luoshi.fonts.families import CLASS_WORDS, WANTED, Family, other_families, own_families
from luoshi.fonts.index import scan
from luoshi.fonts.places import cache_folder, data_folder, package_folders, system_folders
from luoshi.fonts.sfnt import BadFontError, Facts

_Found = tuple[tuple[Path, Facts], ...]
_Key = tuple[FontClass, Language, bool, bool]


@dataclass(frozen=True, slots=True)
class Substitution:
    """A class whose product is not on this machine. ``face`` is None when nothing serves it."""

    font_class: FontClass
    wanted: str
    face: Face | None


class FontBook:
    """The faces of this machine by class. Answers are kept, so asking for every character is cheap.

    What may be asked of a machine without fonts is answered too: chains are empty, and
    ``face_for`` gives None.
    """

    def __init__(self, configured: _Found, found: _Found, cache: Path | None = None) -> None:
        self._configured = configured
        self._found = found
        self._cache = cache
        self._at_name = _by_name((*configured, *found))
        self._faces: dict[tuple[Path, int], Face] = {}
        self._chains: dict[_Key, tuple[Face, ...]] = {}
        self._answers: dict[_Key, dict[str, Face | None]] = {}

    @classmethod
    def find(cls, folders: tuple[Path, ...] = (), cache: Path | None = None) -> FontBook:
        """The book of this machine; ``folders`` are the office's own and win over all others.

        ``cache`` is the folder for the index and for converted outlines, the user's by default.
        """
        everywhere = (data_folder(), *system_folders(), *package_folders())
        return cls.of(folders, everywhere, cache or cache_folder())

    @classmethod
    def of(
        cls, configured: tuple[Path, ...], others: tuple[Path, ...], cache: Path | None
    ) -> FontBook:
        """The book of given folders and no others."""
        found = scan((*configured, *others), cache)
        own = tuple(item for item in found if any(f in item[0].parents for f in configured))
        return cls(own, tuple(item for item in found if item not in own), cache)

    def chain(
        self, font_class: FontClass, language: Language, bold: bool = False, italic: bool = False
    ) -> tuple[Face, ...]:
        """Faces in order of preference: the class's own, then the ones for single characters."""
        key = (font_class, language, bold, italic)
        if key not in self._chains:
            faces = self._candidates(*key)
            self._chains[key] = tuple(dict.fromkeys(faces))
        return self._chains[key]

    def face_for(
        self,
        char: str,
        font_class: FontClass,
        language: Language,
        bold: bool = False,
        italic: bool = False,
    ) -> Face | None:
        """The first face of the chain with a glyph for ``char``; None when nobody has it.

        The face may lack the weight or slant asked for: see its ``bold`` and ``italic``.
        """
        key = (font_class, language, bold, italic)
        answers = self._answers.get(key)
        if answers is None:
            answers = self._answers[key] = {}
        if char not in answers:
            answers[char] = next((f for f in self.chain(*key) if _has(f, char)), None)
        return answers[char]

    def embeddable(self, face: Face, chars: frozenset[str]) -> bytes:
        """A small TrueType file with exactly these characters; same input, same bytes."""
        return embeddable(face, chars, self._cache)

    def substitutions(self, language: Language) -> tuple[Substitution, ...]:
        """The classes of a language whose product is missing here, with what stands in."""
        found = []
        for font_class, wanted in WANTED[language].items():
            own = next(f for f in own_families(font_class, language) if wanted in f.names)
            if not any(name.casefold() in self._at_name for name in own.names):
                face = next(iter(self.chain(font_class, language)), None)
                found.append(Substitution(font_class, wanted, face))
        return tuple(found)

    def manifest(self) -> tuple[tuple[str, str, str], ...]:
        """Family, file name and SHA-256 of every face that set a character so far, sorted."""
        used = {face for answers in self._answers.values() for face in answers.values() if face}
        return tuple(sorted({(face.family, face.path.name, face.digest) for face in used}))

    def _candidates(
        self, font_class: FontClass, language: Language, bold: bool, italic: bool
    ) -> Iterator[Face]:
        own = (
            *_configured_families(self._configured, font_class),
            *own_families(font_class, language),
        )
        faces = [face for family in own for face in self._styled(family, bold, italic)]
        if bold and font_class != "xiaobiaosong":  # which is heavy, though its name says regular
            faces.sort(key=lambda face: not face.bold)
        yield from faces
        for family in other_families(font_class, language):
            yield from self._styled(family, bold, italic)

    def _styled(self, family: Family, bold: bool, italic: bool) -> Iterator[Face]:
        """The face of a family that is nearest to the style; none if the class needs its bold."""
        for name in family.names:
            faces = self._at_name.get(name.casefold(), ())
            if family.bold:
                faces = tuple(item for item in faces if item[1].bold)
            if faces:
                yield self._face(*_nearest(faces, bold or family.bold, italic), name)
                return

    def _face(self, path: Path, facts: Facts, name: str) -> Face:
        """One face a file, called by its own first name whoever asked for it first."""
        key = (path, facts.index)
        if key not in self._faces:
            self._faces[key] = Face(path, facts, next(iter(facts.families), name))
        return self._faces[key]


def _by_name(found: _Found) -> dict[str, tuple[tuple[Path, Facts], ...]]:
    """Every name to the faces that carry it, the earlier folders first."""
    at_name: dict[str, list[tuple[Path, Facts]]] = {}
    for path, facts in found:
        for name in facts.families:
            at_name.setdefault(name.casefold(), []).append((path, facts))
    return {name: tuple(items) for name, items in at_name.items()}


def _nearest(faces: _Found, bold: bool, italic: bool) -> tuple[Path, Facts]:
    """The face with most of the style; among equals the one of the earlier folder."""

    def distance(item: tuple[Path, Facts]) -> tuple[int, bool, bool, int]:
        facts = item[1]
        weight = abs(facts.weight - (700 if bold else 400))
        return (abs(facts.width - 5), facts.italic != italic, facts.bold != bold, weight)

    return min(faces, key=distance)


def _configured_families(configured: _Found, font_class: FontClass) -> Iterable[Family]:
    """The office's own families whose names tell that they belong to a class."""
    for _, facts in configured:
        if any(_class_of(name) == font_class for name in facts.families):
            yield Family(facts.families[:1])


def _class_of(name: str) -> FontClass | None:
    folded = name.casefold()
    for font_class, words in CLASS_WORDS:
        if any(word in folded for word in words):
            return font_class
    return None


def _has(face: Face, char: str) -> bool:
    try:
        return face.has(char)
    except BadFontError:
        return False
