"""textstat on our own sentences, without a network."""

import socket
import subprocess
import sys
from dataclasses import asdict

import pytest

from medlint.engines import textstat

EASY = ["The gel goes under the skin.", "It takes ten minutes.", "You can go home at once."]
HARD = [
    "Individual suitability is determined during a comprehensive consultation.",
    "Contraindications ordinarily necessitate postponement of the intervention.",
]


def test_counts():
    indices = textstat.indices(EASY)
    assert (indices.sentences, indices.words, indices.syllables) == (3, 16, 18)
    assert indices.polysyllabic_words == 0


def test_hard_prose_scores_harder_on_every_scale():
    easy, hard = asdict(textstat.indices(EASY)), asdict(textstat.indices(HARD))
    assert hard.pop("flesch_reading_ease") < easy.pop("flesch_reading_ease")
    for scale in list(easy)[list(easy).index("flesch_kincaid") :]:
        assert hard[scale] > easy[scale], scale


def test_flesch_kincaid_is_the_published_formula():
    indices = textstat.indices(EASY)
    expected = 0.39 * indices.words / indices.sentences
    expected += 11.8 * indices.syllables / indices.words - 15.59
    assert indices.flesch_kincaid == pytest.approx(expected)


@pytest.mark.parametrize(
    "sentence",
    [
        "We use 0.5 or 1.5 units in all.",
        "Some areas, e.g. the lips, are thin.",
        "Wait… then call us?!",
    ],
)
def test_stops_inside_a_sentence_do_not_split_it(sentence):
    assert textstat.indices([sentence]).sentences == 1


def test_sentences_of_one_or_two_words_do_not_count():
    assert textstat.indices([*EASY, "Good news!"]) == textstat.indices(EASY)
    with pytest.raises(ValueError, match="no sentence"):
        textstat.indices(["Good news!", ""])


PROGRAM = """
import socket
def refuse(*_args, **_keys):
    raise AssertionError("the network was asked")
socket.socket.connect = refuse
socket.create_connection = refuse
socket.getaddrinfo = refuse
from medlint.engines import textstat
print(textstat.indices(["The gel goes under the skin."]).syllables)
"""


def test_nothing_is_downloaded(tmp_path):
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        check=False,
        env={"HOME": str(tmp_path), "NLTK_DATA": str(tmp_path), "PYTHONPATH": ":".join(sys.path)},
    )
    assert (run.stdout, run.stderr) == ("7\n", "")
    assert list(tmp_path.iterdir()) == []
    assert socket.socket.connect  # this process is untouched


def test_the_licence_of_the_dictionary_is_beside_it():
    licence = (textstat.DATA / "LICENSE-cmudict").read_text()
    assert "Carnegie Mellon University" in licence
