"""Frozen records that cost little at import: ``@frozen`` in place of ``@dataclass(frozen=True)``.

A dataclass compiles six methods for each class at import, about half a millisecond; the plan
language has sixty of them, which is most of what ``luoshi check`` would spend. Here a class is
made with slots and shared methods, and its ``__init__`` is compiled when the first record of it is
made. ``dataclasses.fields``, ``replace`` and ``asdict`` work on these classes as on dataclasses.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, dataclass_transform, overload

C = TypeVar("C", bound=type)
R = TypeVar("R")
_NOTHING: Any = object()


class _Spec:
    """One field: its default and whether it takes part in comparison and representation."""

    __slots__ = ("compare", "default", "factory", "kw_only", "repr")

    def __init__(self, default: Any, factory: Any, compare: bool, repr_: bool) -> None:
        self.default = default
        self.factory = factory
        self.compare = compare
        self.repr = repr_
        self.kw_only = False


def field(
    *,
    default: Any = _NOTHING,
    default_factory: Callable[[], Any] = _NOTHING,
    compare: bool = True,
    repr: bool = True,
) -> Any:
    """A field with more to say than its default, as ``dataclasses.field``."""
    return _Spec(default, default_factory, compare, repr)


@overload
def frozen(cls: C, /) -> C: ...
@overload
def frozen(*, kw_only: bool = False, order: bool = False) -> Callable[[C], C]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: Any = None, /, *, kw_only: bool = False, order: bool = False) -> Any:
    """A class of immutable records with slots, equal by their fields and usable as keys."""

    def decorate(given: type) -> type:
        return _make(given, kw_only, order)

    return decorate if cls is None else decorate(cls)


def _make(given: type, kw_only: bool, order: bool) -> type:
    own = {
        name: _spec(given.__dict__.get(name, _NOTHING))
        for name, kind in given.__dict__.get("__annotations__", {}).items()  # noqa: RUF063 - inspect is slow to load
        if not str(kind).startswith("ClassVar")
    }
    inherited: dict[str, _Spec] = {}
    for base in reversed(given.__mro__[1:]):
        inherited.update(base.__dict__.get("__specs__", {}))
    for spec in own.values():
        spec.kw_only = kw_only
    specs = {**inherited, **own}
    body = {k: v for k, v in given.__dict__.items() if k not in (*own, "__dict__", "__weakref__")}
    body["__slots__"] = tuple(name for name in own if name not in inherited)
    body["__specs__"] = specs
    body["__match_args__"] = tuple(name for name, spec in specs.items() if not spec.kw_only)
    body["__dataclass_fields__"] = _Fields()
    for name, method in _METHODS.items():
        body.setdefault(name, method)
    if order:
        body.update(_ORDER)
    made = type(given)(given.__name__, given.__bases__, body)
    made.__qualname__ = given.__qualname__
    return made


def _spec(written: Any) -> _Spec:
    return written if isinstance(written, _Spec) else _Spec(written, _NOTHING, True, True)


def replace(record: R, **changes: Any) -> R:
    """The same record with some fields changed."""
    cls: Any = type(record)
    values = {name: getattr(record, name) for name in cls.__specs__}
    made: R = cls(**{**values, **changes})
    return made


# --- the methods all records share --------------------------------------------------------------


def _first_init(self: Any, *args: Any, **values: Any) -> None:
    """Compile the ``__init__`` of this class, then run it."""
    cls = type(self)
    cls.__init__ = _compiled_init(cls)
    cls.__init__(self, *args, **values)


def _compiled_init(cls: Any) -> Any:
    names: dict[str, Any] = {}
    placed: list[str] = []
    named: list[str] = []
    lines = []
    for name, spec in cls.__specs__.items():
        arguments = named if spec.kw_only else placed
        names[f"set_{name}"] = getattr(cls, name).__set__
        value = name
        if spec.factory is not _NOTHING:
            names[f"make_{name}"], names["NOTHING"] = spec.factory, _NOTHING
            arguments.append(f"{name}=NOTHING")
            value = f"make_{name}() if {name} is NOTHING else {name}"
        elif spec.default is not _NOTHING:
            names[f"default_{name}"] = spec.default
            arguments.append(f"{name}=default_{name}")
        else:
            arguments.append(name)
        lines.append(f"    set_{name}(self, {value})")
    star = ["*"] if named else []
    if hasattr(cls, "__post_init__"):
        lines.append("    self.__post_init__()")
    head = f"def __init__({', '.join(['self', *placed, *star, *named])}):"
    exec("\n".join([head, *(lines or ["    pass"])]), names)  # noqa: S102 - names of our own fields
    made = names["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _values(self: Any) -> tuple[Any, ...]:
    return tuple(getattr(self, n) for n, spec in type(self).__specs__.items() if spec.compare)


def _eq(self: Any, other: Any) -> Any:
    if self is other:
        return True
    return _values(self) == _values(other) if type(self) is type(other) else NotImplemented


def _hash(self: Any) -> int:
    return hash((type(self), _values(self)))


def _repr(self: Any) -> str:
    shown = (n for n, spec in type(self).__specs__.items() if spec.repr)
    return f"{type(self).__qualname__}({', '.join(f'{n}={getattr(self, n)!r}' for n in shown)})"


def _refuse_set(self: Any, name: str, value: Any) -> None:
    raise AttributeError(f"{type(self).__name__}.{name} can't be changed: records are frozen")


def _refuse_del(self: Any, name: str) -> None:
    raise AttributeError(f"{type(self).__name__}.{name} can't be deleted: records are frozen")


def _reduce(self: Any) -> Any:
    cls = type(self)
    return _rebuild, (cls, tuple(getattr(self, name) for name in cls.__specs__))


def _rebuild(cls: Any, values: tuple[Any, ...]) -> Any:
    made = object.__new__(cls)
    for name, value in zip(cls.__specs__, values, strict=True):
        getattr(cls, name).__set__(made, value)
    return made


def _lt(self: Any, other: Any) -> Any:
    return _values(self) < _values(other) if type(self) is type(other) else NotImplemented


def _le(self: Any, other: Any) -> Any:
    return _values(self) <= _values(other) if type(self) is type(other) else NotImplemented


def _gt(self: Any, other: Any) -> Any:
    return _values(self) > _values(other) if type(self) is type(other) else NotImplemented


def _ge(self: Any, other: Any) -> Any:
    return _values(self) >= _values(other) if type(self) is type(other) else NotImplemented


_METHODS = {
    "__init__": _first_init,
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _refuse_set,
    "__delattr__": _refuse_del,
    "__reduce__": _reduce,
}
_ORDER = {"__lt__": _lt, "__le__": _le, "__gt__": _gt, "__ge__": _ge}


class _Fields:
    """Makes ``__dataclass_fields__`` when somebody asks, from a dataclass of the same fields."""

    __slots__ = ()

    def __get__(self, record: Any, cls: Any) -> Any:
        import dataclasses  # noqa: PLC0415 - only those who ask pay for it

        def twin(spec: _Spec) -> Any:
            given: Any = {"compare": spec.compare, "repr": spec.repr, "kw_only": True}
            if spec.factory is not _NOTHING:
                return dataclasses.field(default_factory=spec.factory, **given)
            if spec.default is not _NOTHING:
                default = spec.default
                return dataclasses.field(default_factory=lambda: default, **given)
            return dataclasses.field(**given)

        shape = [(name, Any, twin(spec)) for name, spec in cls.__specs__.items()]
        shadow: Any = dataclasses.make_dataclass("Twin", shape)
        fields = shadow.__dataclass_fields__
        cls.__dataclass_fields__ = fields
        return fields
