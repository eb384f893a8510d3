"""YAML text to a tree of nodes with places; knows no field names."""

from luoshi.syntax.compose import compose
from luoshi.syntax.node import BadNode, ListNode, MapNode, Node, ScalarNode

__all__ = ["BadNode", "ListNode", "MapNode", "Node", "ScalarNode", "compose"]
