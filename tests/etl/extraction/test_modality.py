import pytest

from etl.extraction import modality
from etl.extraction.paper import Span


@pytest.mark.parametrize(
    ("sentence", "signs"),
    [
        ("Der Kreis hat drei Stellen besetzt.", set()),
        ("Sind drei Stellen besetzt?", {"asked"}),
        ("Ein Mitglied möchte wissen, ob drei Stellen besetzt seien.", {"asked", "reported"}),
        ("Drei Stellen seien besetzt.", {"reported"}),
        ("Die Verwaltung teilt mit, dass drei Stellen frei sind.", {"reported"}),
        ("Die drei Stellen sind nicht besetzt.", {"negated"}),
        ("Es sind nicht nur drei Stellen besetzt.", set()),
        ("Drei Stellen sollen besetzt werden.", {"planned"}),
        ("Falls das Land zahlt, kommen drei Stellen.", {"conditional"}),
        ("Irrtümlich waren drei Stellen genannt.", {"withdrawn"}),
        ("Die SPD-Fraktion nennt drei Stellen.", {"claimed"}),
        ("Die Verwaltung antwortet der SPD-Fraktion, es seien drei.", {"reported"}),
    ],
)
def test_a_sentence_says_it_in_its_way(sentence: str, signs: set[str]) -> None:
    read = modality.read(sentence)
    assert {each for each in modality.Modality.__slots__ if getattr(read, each)} == signs


def test_a_denial_holds_in_its_clause() -> None:
    text = "Der Kreis hat drei Stellen besetzt, die vierte wurde nicht bewilligt."
    assert not modality.read_at(text, Span(14, 26)).negated
    assert modality.read_at(text, Span(36, 42)).negated


def test_reported_speech_goes_on_with_the_speaker_before() -> None:
    assert modality.read("Drei Stellen seien besetzt.", is_claimed_before=True).basis == "claimed"
    assert modality.read("Drei Stellen sind besetzt.", is_claimed_before=True).basis == "stated"


def test_a_comma_in_a_number_ends_no_clause() -> None:
    text = "Von 1,9 Stellen ist nicht die Rede, von 3,5 Stellen schon."
    assert modality.clause(text, Span(4, 7)) == Span(0, 34)
