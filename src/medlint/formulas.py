"""Arithmetic of rules: formulas and conditions over named numbers, parsed once, never executed.

Only numbers, the names that are allowed, arithmetic, comparison, ``and``/``or``/``not`` (also
``&&``, ``||``, ``!``), ``round`` and functions of ``math`` are read; all else is refused.
"""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

_LARGEST = 1e9
_OPERATORS: dict[type[ast.AST], Callable[..., Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Mod: operator.mod,
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Not: operator.not_,
}
_FUNCTIONS = frozenset(
    "abs acos asin atan ceil cos exp floor log log10 log2 max min pow sin sqrt tan trunc".split()
)
_BUILTIN: dict[str, Callable[..., Any]] = {"abs": abs, "max": max, "min": min}


def formula(text: str) -> ast.expr:
    """Parse a formula. Raises ValueError for anything that is not plain arithmetic."""
    plain = text.replace("&&", " and ").replace("||", " or ")
    plain = " ".join(re.sub(r"!(?!=)", " not ", plain).split())
    try:
        node = ast.parse(plain, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise ValueError(f"not an arithmetic expression: {text!r}") from None
    for inner in ast.walk(node):
        _refuse(inner)
    return node


def names(node: ast.expr) -> Iterator[str]:
    """Yield the names a formula reads; a dotted name (``heading.h2``) as one."""
    if isinstance(node, ast.Name | ast.Attribute):
        yield ast.unparse(node)
        return
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr) and child is not getattr(node, "func", None):
            yield from names(child)


def evaluate(node: ast.expr, values: Mapping[str, float]) -> float:
    """Return a formula's value; a name without a value counts 0. Raises ArithmeticError."""
    match node:
        case ast.Constant():
            return float(str(node.value))
        case ast.Name() | ast.Attribute():
            return values.get(ast.unparse(node), 0)
        case ast.BinOp() | ast.UnaryOp():
            operands = [node.operand] if isinstance(node, ast.UnaryOp) else [node.left, node.right]
            return _apply(_OPERATORS[type(node.op)], operands, values)
        case ast.BoolOp():
            truths = [bool(evaluate(operand, values)) for operand in node.values]
            return all(truths) if isinstance(node.op, ast.And) else any(truths)
        case ast.Compare():
            results = [evaluate(operand, values) for operand in (node.left, *node.comparators)]
            pairs = zip(node.ops, results, results[1:], strict=False)
            return all(_OPERATORS[type(op)](low, high) for op, low, high in pairs)
        case ast.Call():
            return _apply(_function(node), node.args, values)
    raise ValueError(f"`{ast.unparse(node)}` cannot be used")


def _apply(
    function: Callable[..., Any], operands: list[ast.expr], values: Mapping[str, float]
) -> float:
    arguments: list[Any] = [evaluate(operand, values) for operand in operands]
    if function is round:
        arguments[1:] = map(int, arguments[1:])
    return function(*arguments)  # type: ignore[no-any-return]


_NODES = (
    ast.Constant, ast.Name, ast.Attribute, ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare,
    ast.Call,
)  # fmt: skip


def _refuse(node: ast.AST) -> None:
    if isinstance(node, ast.expr) and not isinstance(node, _NODES):
        raise ValueError(f"`{ast.unparse(node)}` cannot be used in a formula")
    if isinstance(node, ast.operator | ast.unaryop | ast.cmpop) and type(node) not in _OPERATORS:
        raise ValueError(f"the operator {type(node).__name__} cannot be used in a formula")
    if isinstance(node, ast.Constant) and (
        type(node.value) not in (int, float) or not abs(node.value) <= _LARGEST  # type: ignore[arg-type]
    ):
        raise ValueError(f"{node.value!r} is not a number a formula can use")
    if isinstance(node, ast.Call):
        _function(node)


def _function(node: ast.Call) -> Callable[..., Any]:
    name = ast.unparse(node.func)
    if node.keywords or any(isinstance(argument, ast.Starred) for argument in node.args):
        raise ValueError(f"`{name}` takes plain arguments only")
    if name == "round" and node.args:
        return round
    function = name.removeprefix("math.")
    if name.startswith("math.") and function in _FUNCTIONS:
        chosen: Callable[..., Any] = _BUILTIN.get(function) or getattr(math, function)
        return chosen
    raise ValueError(f"unknown function `{name}`; use round() or math.…()")
