"""A slip of the finger is told from a word the dictionary lacks."""

import pytest

from medlint.typos import edits, meant

KNOWN = frozenset("jowl needle hormonal oxalate treatment receive maintenance".split())


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [
        ("recieve", "receive"),
        ("treatmant", "treatment"),
        ("maintainance", "maintenance"),
        ("dont", "don't"),
        ("theyre", "they're"),
        ("thats", "that's"),
    ],
)
def test_slips(word, suggestion):
    assert meant(word, [suggestion], KNOWN.__contains__) == (suggestion,)


@pytest.mark.parametrize(
    ("word", "suggestions"),
    [
        ("Profhilo", ["Profile"]),  # a name
        ("HIFU", ["HIPU"]),
        ("hifu", []),  # nothing is near
        ("gel", ["get"]),  # too short to tell
        ("colour", ["color"]),  # another country's spelling
        ("organise", ["organize"]),
        ("oesophagus", ["esophagus"]),
        ("centre", ["center"]),
        ("prejowl", ["prowl"]),  # prefix and known word
        ("microneedle", ["microneedles"]),
        ("hormonally", ["hormonal"]),  # known word and ending
        ("oxalates", ["oxalate"]),
        ("tolerability", ["operability"]),  # two edits, another beginning
        ("montana", ["Montana"]),  # a capital is no slip of this kind
        ("adhesions", ["adhesion's"]),
    ],
)
def test_words_left_alone(word, suggestions):
    assert meant(word, suggestions, KNOWN.__contains__) == ()


@pytest.mark.parametrize(
    ("one", "two", "distance"),
    [
        ("skin", "skin", 0),
        ("skin", "skins", 1),
        ("skin", "sikn", 1),
        ("skin", "spin", 1),
        ("skin", "kins", 2),
        ("skin", "filler", 3),
    ],
)
def test_edits(one, two, distance):
    assert edits(one, two, 2) == distance
    assert edits(two, one, 2) == distance


def test_only_near_words_are_meant():
    suggestions = ["tattoos", "tattoo", "Tatros", "tact's", "tartan"]
    assert meant("tattos", suggestions, KNOWN.__contains__) == ("tattoos", "tattoo")


def test_some_words_are_never_offered():
    assert meant("slits", ["sluts", "slots"], lambda word: False) == ("slots",)
    assert meant("slutz", ["sluts"], lambda word: False) == ()
