"""The stretches of a line that may be titles, and what the page's words and other candidates say of each."""

import numpy as np
import pytest

from tourdesk.library.intake.choice.looks import Looks
from tourdesk.library.intake.choice.others import beside_others
from tourdesk.library.intake.choice.places import places_of
from tourdesk.library.intake.choice.words import MOST
from tourdesk.library.intake.page import looked_at


def _looks(text: str) -> Looks:
    looks = looked_at(text)
    assert looks is not None
    return looks


@pytest.mark.parametrize(
    ("line", "titles"),
    [
        (
            "De nombreux films sur l'escalade (Salt Road, de Zac Hoffman) et la neige (Fast Horse, de Nikki Frumkin).",
            ["Salt Road", "Fast Horse"],
        ),
        (
            "Kısa filmler: Salt Road/ Yakup Tekin, Balık Havuzu/ Ezgi Kaplan, Fast Horse/ Eytan Peker.",
            ["Balık Havuzu", "Fast Horse"],
        ),
        (
            "The people came for four climbing films—Salt Road, The Hardest Move, Fast Horse, Swiss Machine, in the hall.",
            ["Salt Road", "The Hardest Move", "Fast Horse", "Swiss Machine"],
        ),
        ("Salt Road\tFast Horse\tThe Sharp End\tNaïs", ["Salt Road", "Fast Horse", "The Sharp End", "Naïs"]),
        ("For My Daughter’s Sake is a story about those who stay at home.", ["For My Daughter’s Sake"]),
        ("THE VISIT A tired man in a shopping mall hangs up his boots.", ["THE VISIT"]),
        ("3.THE GUARDS Dir. K. Szot / 2013 / 15’", ["THE GUARDS"]),
        (
            "Tonight we show Building the Buffalo; Double Everest; Finding balance; Fuego; and Other ways to win.",
            ["Double Everest", "Finding balance", "Fuego"],
        ),
        (
            "Other films on Thursday are Body of a Line (Henna Taylor, US) and Far Enough, directed by Leo Hoorn.",
            ["Body of a Line", "Far Enough"],
        ),
        ("21h00: « L’escalade libérée » film de 26’ de Benoît Regord", ["L’escalade libérée"]),
        ("World Premiere! The Human Bean 25 min Beau Miles", ["The Human Bean"]),
        (
            "Sunday @ 11.00am: LUNANA: A YAK IN THE CLASSROOM (PG) (Bhutan)",
            ["LUNANA: A YAK IN THE CLASSROOM"],
        ),
        ("VICE – L’UOMO NELL’OMBRA – Adam McKay – USA", ["VICE – L’UOMO NELL’OMBRA"]),
    ],
)
def test_every_title_of_a_line_is_a_candidate(line: str, titles: list[str]) -> None:
    words = {candidate.words for candidate in _looks(f"Our programme\n\n{line}\n").candidates}
    assert words >= set(titles)


def test_words_count_without_case_accents_and_figures() -> None:
    one, other = _looks("Tickets 12\nNaïs\n"), _looks("TICKETS 37\nNAIS\n")
    assert one.words == other.words
    assert all(0 <= number < MOST for mine in one.words for number in mine)


def test_a_candidate_is_told_how_likely_those_are_that_stand_alike() -> None:
    looks = _looks("Salt Road\n12 min\n\nFast Horse\n15 min\n\nNaïs\n9 min\n")
    whole = [index for index, one in enumerate(looks.candidates) if one.words in {"Salt Road", "Fast Horse"}]
    lone = np.where(np.arange(len(looks.candidates)) == whole[0], 0.9, 0.1).astype(np.float32)
    both = np.where(np.isin(np.arange(len(looks.candidates)), whole), 0.9, 0.1).astype(np.float32)
    places = places_of(looks)
    told, alone = (beside_others(looks, places, chance)[whole[0]] for chance in (both, lone))
    assert np.isfinite(told).all()
    assert told[0] == alone[0]
    assert (told > alone).sum() > (told < alone).sum()
