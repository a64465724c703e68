"""Messages of rules: printf as Vale's rules use it."""

from __future__ import annotations

import re

_VERB = re.compile(r"%(?:\[(\d+)\])?([sdqv%])")
_NEWLINE = re.compile(r"\s*\n\s*")


def fill(message: str, arguments: tuple[str, ...]) -> str:
    """Put arguments in the place of ``%s``, ``%d``, ``%q`` and ``%[n]s``.

    The first argument that is missing prints as nothing, as in Vale; any other ``%`` stays.
    """
    following = iter(range(len(arguments) + 1))

    def put(found: re.Match[str]) -> str:
        position, verb = found.groups()
        if verb == "%":
            return "%"
        index = int(position) - 1 if position else next(following, len(arguments))
        value = arguments[index] if 0 <= index < len(arguments) else ""
        value = _NEWLINE.sub(" ", value)
        return f'"{value}"' if verb == "q" else value

    filled = (
        _VERB.sub(put, message).replace("''", "'")
        if _listed(arguments)
        else _VERB.sub(put, message)
    )
    return _NEWLINE.sub(" ", filled).strip()


def _listed(arguments: tuple[str, ...]) -> bool:
    """Tell whether an argument is a list of options that brings its own quotation marks."""
    return any(argument.startswith("'") and argument.endswith("'") for argument in arguments)
