"""Countries written by the signs of their cars, before a year: "DK/S/N 2023", "SRB 18, 86 Min."."""

import re

from tourdesk.library.intake.vocabulary.places import country_code

# The signs of cars that are no codes of ISO 3166: German-speaking programmes write countries so ("D/F/SRB 2021").
_PLATES = dict(
    pair.split(":")
    for pair in (
        "R:RU UK:GB A:AT B:BE D:DE E:ES F:FR H:HU I:IT J:JP L:LU M:MT N:NO P:PT S:SE AFG:AF AND:AD ARM:AM AUS:AU BDS:BB BHT:BT BIH:BA "
        "BOL:BO BRN:BH CAM:CM CDN:CA CGO:CD DOM:DO EAK:KE EAT:TZ EAU:UG EST:EE ETH:ET FIN:FI FL:LI GCA:GT IND:IN IRL:IE "
        "IRQ:IQ JOR:JO KSA:SA KWT:KW LAO:LA LAR:LY MAL:MY MEX:MX MGL:MN MNE:ME MOC:MZ MYA:MM NAM:NA NEP:NP NIC:NI PAL:PS PAK:PK "
        "RA:AR RC:TW RCH:CL RI:ID RKS:XK RL:LB RMM:ML ROK:KR RP:PH RSM:SM RUS:RU RWA:RW SGP:SG SLO:SI SRB:RS SUD:SD "
        "SYR:SY TJ:TJ UAE:AE VRC:CN WAN:NG YV:VE ZA:ZA"
    ).split()
)

# Those that stand for nothing else before a year, without another one beside them.
_SINGLE = frozenset(code for code in _PLATES if len(code) != 2 and code != "R") | {"NL"}
_PLATED = re.compile(
    r"(?<![^\s,|(–—:;•·])(?P<codes>[A-Z]{1,3}(?:\s?[/,]\s?[A-Z]{1,3}){0,9})\s(?:(?P<year>(?:19|20)\d\d)(?![\w-])|(?P<short>[012]\d)(?=,\s\d{1,3}\s?(?:[Mm]in|['’′])))"
)
_BEFORE_PLATES = frozenset(("", *",|(–—:;•·.-"))


def _countries(codes: str) -> tuple[str, ...]:
    """The countries of codes joined by strokes ("DK/S/N"), signs of cars among them; empty if one is none."""
    found = [_PLATES.get(code) or country_code(code) for code in re.split(r"\s?[/,]\s?", codes)]
    return tuple(dict.fromkeys(code for code in found if code)) if all(found) else ()


def plated(text: str, start: int, end: int) -> list[tuple[int, int, object]]:
    """The countries and years of "DK/S/N 2023", "SRB 18, 86 Min."."""
    out: list[tuple[int, int, object]] = []
    for match in _PLATED.finditer(text, start, end):
        codes = _countries(match["codes"])
        alone = match["codes"].isalpha() and match["codes"] not in _SINGLE
        parted = text[start : match.start()].rstrip()[-1:] in _BEFORE_PLATES
        if codes and parted and not alone:
            year = int(match["year"] or 0) or 2000 + int(match["short"])
            at = match.start("year") if match["year"] else match.start("short")
            out += [(*match.span("codes"), codes), (at, match.end(), year)]
    return out
