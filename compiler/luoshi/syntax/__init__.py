"""YAML text to a tree of nodes with places; knows no field names."""

from luoshi.syntax.compose import compose
from luoshi.syntax.format import format_text
from luoshi.syntax.node import BadNode, ListNode, MapNode, Node, ScalarNode
from luoshi.syntax.read import read_source

__all__ = [
    "BadNode",
    "ListNode",
    "MapNode",
    "Node",
    "ScalarNode",
    "compose",
    "format_text",
    "read_source",
]
