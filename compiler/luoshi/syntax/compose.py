"""From text to the tree of nodes; everything that is not as it should be becomes a finding."""

from __future__ import annotations

from yaml import YAMLError

from luoshi.diagnostics import Diagnostics
from luoshi.source import SourceFile
from luoshi.syntax.build import build
from luoshi.syntax.node import BadNode, Node


def compose(source: SourceFile, bag: Diagnostics) -> Node:
    """The tree of a file; a ``BadNode`` where nothing could be read. Never raises."""
    try:
        return build(source, source.text).root or BadNode(source, 0, 0)
    except YAMLError:
        return BadNode(source, 0, len(source.text))
