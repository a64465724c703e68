"""Data that does not fit a type is blamed at its innermost part, in plain words."""

from typing import Literal

import msgspec
import pytest

from medlint.errors import PartError, nearest
from medlint.shapes import ShapeError, convert

Colour = Literal["", "red", "green"]


class Leaf(msgspec.Struct, frozen=True, rename="kebab", forbid_unknown_fields=True):
    leaf_colour: Colour | None = None
    veins: tuple[int, ...] = ()

    def __post_init__(self):
        if 13 in self.veins:
            raise PartError("thirteen veins", "veins", self.veins.index(13))
        if len(self.veins) > 3:
            raise ValueError("too many veins")


class Tree(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    leaves: tuple[Leaf, ...] = ()
    by_month: dict[str, Leaf] = msgspec.field(default_factory=dict)


def blame(**data):
    with pytest.raises(ShapeError) as caught:
        convert({"name": "oak", **data}, Tree)
    return str(caught.value), caught.value.at


def test_data_that_fits_is_a_value():
    tree = convert({"name": "oak", "leaves": [{"leaf-colour": "red"}]}, Tree)
    assert tree == Tree("oak", (Leaf("red"),))


@pytest.mark.parametrize(
    ("data", "message", "at"),
    [
        ({"leafs": []}, "unknown key `leafs`; did you mean `leaves`?", ("leafs",)),
        (
            {"leaves": [{}, {"leaf-color": "red"}]},
            "unknown key `leaf-color`; did you mean `leaf-colour`?",
            ("leaves", 1, "leaf-color"),
        ),
        (
            {"by_month": {"may": {"leaf-colour": "gren"}}},
            "`leaf-colour`: `gren` is not one of red, green; did you mean `green`?",
            ("by_month", "may", "leaf-colour"),
        ),
        ({"leaves": {}}, "`leaves`: Expected a list, got a mapping", ("leaves",)),
        (
            {"leaves": [{"veins": [1, "x"]}]},
            "`veins`: Expected `int`, got `str`",
            ("leaves", 0, "veins", 1),
        ),
        ({"leaves": [{"veins": [1, 1, 1, 1]}]}, "`leaves`: too many veins", ("leaves", 0)),
        ({"leaves": [{"veins": [1, 13]}]}, "`veins`: thirteen veins", ("leaves", 0, "veins", 1)),
    ],
)
def test_the_part_to_blame_is_named_with_the_way_to_it(data, message, at):
    assert blame(**data) == (message, at)


def test_what_is_missing_is_named():
    with pytest.raises(ShapeError, match="missing required field `name`"):
        convert({}, Tree)


def test_a_number_in_a_text_is_a_number_only_if_leniency_is_asked_for():
    assert convert({"veins": ["1"]}, Leaf, strict=False).veins == (1,)
    with pytest.raises(ShapeError):
        convert({"veins": ["1"]}, Leaf)


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("gren", "; did you mean `green`?"),
        ("GREEN", "; did you mean `green`?"),
        ("xyz", ""),
    ],
)
def test_the_nearest_word_is_offered_whatever_its_case(word, hint):
    assert nearest(word, ["red", "green"]) == hint
