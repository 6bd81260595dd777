"""Countries and languages by what they are called, in the languages of festival pages.

Names come from Babel (CLDR); what people write besides is in the tables here. Built at first use.
"""

from collections.abc import Mapping
from functools import cache

from babel import Locale

from tourdesk.library.intake.vocabulary.folding import fold

_LOCALES = (
    "en de fr es it pt nl pl cs sk sl hr sr_Latn hu sv nb da fi et lv lt el tr ru uk bg mk ja zh zh_Hant ko ar fa he ro is ca eu ga "
    "sq ka hy vi th id ms hi"
).split()
_COUNTRY_ALIASES: dict[str, str] = {
    "US": "usa, u.s.a., u.s., the usa, the us, united states of america, the united states, america, vs, verenigde staten van amerika, "
    "vereinigte staten von amerika, estados unidos de américa, ee.uu., ee. uu., eeuu, eua, e.u.a., états-unis d'amérique, etats unis, "
    "états unis, é.-u., stati uniti d'america, stany zjednoczone ameryki, spojené státy americké, zda, sad, spojené štáty americké, "
    "сша, η.π.α., ηπα, abd, amerika, amerika birleşik devletleri, アメリカ, 米国, 美国, 美國, 미국, amerikai egyesült államok, "
    "сащ, jav, asv, stany zjednoczone, sua, bda",
    "GB": "uk, u.k., the uk, the united kingdom, great britain, britain, g.b., england, scotland, wales, northern ireland, n. ireland, n ireland, ni., vk, "
    "großbritannien, grossbritannien, vereinigtes königreich großbritannien, royaume uni, grande-bretagne, grande bretagne, angleterre, "
    "écosse, ecosse, pays de galles, irlande du nord, reino unido, gran bretaña, inglaterra, escocia, gales, gran bretagna, inghilterra, "
    "scozia, galles, regno unito, grã-bretanha, escócia, verenigd koninkrijk, groot-brittannië, groot-britannië, schotland, "
    "schottland, wielka brytania, anglia, szkocja, walia, velká británie, anglie, skotsko, veľká británia, anglicko, velika britanija, "
    "združeno kraljestvo, anglija, škotska, engleska, ujedinjeno kraljevstvo, nagy-britannia, nagy britannia, egyesült királyság, "
    "skócia, storbritannien, storbritannia, skottland, england, wales, iso-britannia, skotlanti, englanti, suurbritannia, inglismaa, "
    "šotimaa, lielbritānija, didžioji britanija, jungtinė karalystė, μεγάλη βρετανία, αγγλία, σκωτία, ην. βασίλειο, η.β., ingiltere, "
    "birleşik krallık, i̇ngiltere, iskoçya, великобритания, англия, шотландия, велика британія, англія, обединено кралство, イギリス, 英国, "
    "スコットランド, 英國, 영국, channel islands?, vb, v. británie, v. británia",
    "ZA": "rsa, r.s.a., s.a.?, republic of south africa, afrique du sud, afrika dolna?, sudafrika, rpa, rpa., jar, jihoafrická republika, "
    "republika južna afrika",
    "SK": "slovak republic, the slovak republic, slowakische republik, rep. slovacca",
    "CZ": "rep. ceca, czech republic, the czech republic, czechia, tschechien, tschechische republik, république tchèque, republica checa, república checa, "
    "repubblica ceca, república tcheca, czechy, republika czeska, česko, česká republika, češka, češka republika, cseh köztársaság, "
    "tjeckien, tsjekkia, tjekkiet, tšekki, tšekin tasavalta, чехия, чешская республика, чехія, cr?, čr, č.r.",
    "KR": "south korea, korea, republic of korea, republik korea, südkorea, corée du sud, corea del sur, corea del sud, coreia do sul, coreia, korea południowa, "
    "jižní korea, južná kórea, južna koreja, dél-korea, sydkorea, sør-korea, etelä-korea, lõuna-korea, νότια κορέα, güney kore, "
    "южная корея, корея, південна корея, 韓国, 韩国, 韓國, 한국, 대한민국, kórea",
    "KP": "north korea, nordkorea, corée du nord, corea del norte, корея северная",
    "NL": "the netherlands, netherlands, holland, niederlande, nl?, pays bas, les pays-bas, pays-bas, países bajos, holanda, olanda, paesi bassi, "
    "holandia, holandsko, nizozemí, nizozemsko, nizozemska, hollandia, holland, nederländerna, nederland, hollanti, alankomaat, "
    "голландия, нидерланды, холандия, オランダ, 荷兰, ολλανδία, hollanda",
    "RU": "russia, russian federation, rusko, rosja, rusija, russie, rusia, venäjä, ryssland, russland, россия, рф, oroszország, ussr?",
    "CH": "switzerland, schweiz, suisse, svizzera, suiza, suíça, ch?, die schweiz, confoederatio helvetica?",
    "AE": "uae, u.a.e., united arab emirates, emirates, vae, eau",
    "CD": "dr congo, drc, d.r. congo, democratic republic of congo, democratic republic of the congo, dr kongo, rd congo, rdc, "
    "république démocratique du congo, congo, the democratic republic of the congo",
    "BA": "bosnia, bosnia & herzegovina, bosnia-herzegovina, bosnia and herzegovina, bih, bosna i hercegovina, bosna in hercegovina, bosnien",
    "MK": "macedonia, north macedonia, fyrom, mazedonien, macédoine, macedonia del norte, makedonija, македония",
    "XK": "kosovo, kosova, косово",
    "PS": "palestine, palestinian territories, palestina, palästina, palestyna, palestinian territory, palestínia, filistin, فلسطين, occupied palestinian territory",
    "TW": "taiwan, taiwan r.o.c., roc?, 台灣, 台湾, chinese taipei, tajwan, tchaj-wan, тайвань",
    "HK": "hong kong, hongkong, hong kong sar, 香港, hong-kong",
    "CN": "china, volksrepublik china, vr china, pr china, p.r. china, people's republic of china, prc, mainland china, kina, chine, kitaj, čína, chiny, cina, 中国, 中國, 中国大陆, 中國大陸, китай, kitajska, 중국",
    "IR": "iran, islamic republic of iran, irán, 伊朗, иран",
    "SY": "syria, syrien, syrie, siria",
    "VN": "vietnam, viet nam, viêt nam",
    "LA": "laos, lao pdr",
    "BO": "bolivia, bolivien, bolivie",
    "VE": "venezuela",
    "TZ": "tanzania, tansania, tanzanie",
    "MD": "moldova, moldavia, moldawien, moldavie, moldavija, republic of moldova",
    "TR": "turkey, türkiye, turkiye, türkei, turquie, turquía, turchia, turquia, turcja, turecko, turčija, turska, törökország, turkiet, tyrkia, "
    "tyrkiet, turkki, türgi, turcija, turkija, τουρκία, турция, туреччина, トルコ, 土耳其",
    "CI": "ivory coast, côte d'ivoire, cote d'ivoire, elfenbeinküste",
    "CV": "cape verde, cabo verde",
    "BY": "belarus, weißrussland, weissrussland, biélorussie, bielorrusia, bielorussia",
    "MM": "burma, myanmar, birmanie",
    "SZ": "swaziland, eswatini",
    "TL": "east timor, timor-leste",
    "IE": "ireland, republic of ireland, eire, éire, irland, irlande, irlanda, irsko, irlandia, irska, irlanti, írország, iirimaa, ιρλανδία, ирландия",
    "FO": "faroe islands, faeroe islands, the faroe islands, färöer, føroyar",
    "GE": "georgia, georgien, géorgie, sakartvelo, gruzie, gruzja, gruzija, gruzínsko, грузия, грузія",
    "IN": "india, indien, inde, bharat",
    "PG": "papua new guinea, png",
    "NZ": "new zealand, aotearoa, aotearoa new zealand, aotearoa/new zealand, n.z., neuseeland, nouvelle zélande, nouvelle-zélande, nueva zelanda, nueva zelandia",
    "GL": "greenland, kalaallit nunaat, grönland, groenland, groenlandia",
    "TF": "french southern territories",
    "AQ": "antarctica, antarktis",
    "DE": "germany, brd, west germany, east germany, gdr, ddr, frg, westdeutschland, bundesrepublik deutschland, rfa, rda, allemagne, alemania, německo, niemcy, nemčija, njemačka, 德国, 德國",
    "CA": "canada, kanada, le canada, 加拿大",
    "AU": "australia, australien, aus, aust., 澳大利亚, 澳洲",
    "BE": "belgium, belgien, belgique, bélgica, belgio, belgija, belgia",
}
# Three-letter codes that festivals use (ISO 3166 alpha-3 and the Olympic ones).
_CODES3 = {
    "USA": "US", "GBR": "GB", "CAN": "CA", "AUS": "AU", "NZL": "NZ", "DEU": "DE", "GER": "DE", "FRA": "FR", "ITA": "IT",
    "ESP": "ES", "POR": "PT", "PRT": "PT", "NLD": "NL", "NED": "NL", "BEL": "BE", "CHE": "CH", "SUI": "CH", "AUT": "AT",
    "POL": "PL", "CZE": "CZ", "SVK": "SK", "SVN": "SI", "SLO": "SI", "HRV": "HR", "CRO": "HR", "HUN": "HU", "SWE": "SE",
    "NOR": "NO", "DNK": "DK", "DEN": "DK", "FIN": "FI", "EST": "EE", "LVA": "LV", "LAT": "LV", "LTU": "LT", "GRC": "GR",
    "GRE": "GR", "TUR": "TR", "RUS": "RU", "UKR": "UA", "BGR": "BG", "BUL": "BG", "ROU": "RO", "SRB": "RS", "IRL": "IE",
    "ISL": "IS", "JPN": "JP", "CHN": "CN", "KOR": "KR", "TWN": "TW", "HKG": "HK", "IND": "IN", "NPL": "NP", "PAK": "PK",
    "ARG": "AR", "BRA": "BR", "CHL": "CL", "CHI": "CL", "PER": "PE", "COL": "CO", "MEX": "MX", "ZAF": "ZA", "RSA": "ZA",
    "KEN": "KE", "ETH": "ET", "MAR": "MA", "EGY": "EG", "ISR": "IL", "IRN": "IR", "LUX": "LU", "BIH": "BA", "MNE": "ME",
    "QAT": "QA", "SAU": "SA", "LBN": "LB", "JOR": "JO", "SYR": "SY", "PSE": "PS", "TUN": "TN", "DZA": "DZ", "LBY": "LY",
    "SDN": "SD", "SEN": "SN", "NGA": "NG", "GHA": "GH", "CMR": "CM", "RWA": "RW", "UGA": "UG", "TZA": "TZ", "ZMB": "ZM",
    "ZWE": "ZW", "MOZ": "MZ", "AGO": "AO", "NAM": "NA", "BWA": "BW", "MLI": "ML", "BFA": "BF", "NER": "NE", "TCD": "TD",
    "GIN": "GN", "MRT": "MR", "BGD": "BD", "LKA": "LK", "MMR": "MM", "KHM": "KH", "VNM": "VN", "THA": "TH", "MYS": "MY",
    "SGP": "SG", "IDN": "ID", "PHL": "PH", "MNG": "MN", "KAZ": "KZ", "UZB": "UZ", "KGZ": "KG", "TJK": "TJ", "AFG": "AF",
    "GEO": "GE", "ARM": "AM", "AZE": "AZ", "BLR": "BY", "MDA": "MD", "ALB": "AL", "MKD": "MK", "CYP": "CY", "MLT": "MT",
    "CUB": "CU", "DOM": "DO", "HTI": "HT", "JAM": "JM", "PRI": "PR", "GTM": "GT", "HND": "HN", "SLV": "SV", "CRI": "CR",
    "ECU": "EC", "BOL": "BO", "PRY": "PY", "URY": "UY", "VEN": "VE", "BTN": "BT", "KWT": "KW", "ARE": "AE", "BHR": "BH",
    "OMN": "OM", "YEM": "YE", "IRQ": "IQ", "FRO": "FO", "GRL": "GL", "XKX": "XK", "MDG": "MG", "CPV": "CV",
}  # fmt: skip
# Two-letter codes that are also US states or Canadian provinces (or plain words): never alone.
AMBIGUOUS_CODES = frozenset(
    "CA CO GA IN IL DE AL AR MN MO MS MT NC NE PA SC SD VA LA MA MD ME PE NL ID BC AB ON OR TN KY".split()
)
US_STATES = frozenset(
    fold(name)
    for name in (
        "Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois, Indiana, Iowa, "
        "Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, "
        "New Hampshire, New Jersey, New Mexico, New York, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, "
        "South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, Washington, West Virginia, Wisconsin, Wyoming, "
        "British Columbia, Alberta, Ontario, Quebec, Québec, Saskatchewan, Manitoba, Nova Scotia, New Brunswick, Newfoundland, Yukon"
    ).split(", ")
)
# Countries that are no more: places, without a code of today.
FORMER = frozenset(
    fold(name)
    for name in (
        "USSR",
        "U.S.S.R.",
        "Soviet Union",
        "Sowjetunion",
        "UdSSR",
        "URSS",
        "СССР",
        "Czechoslovakia",
        "Tschechoslowakei",
        "Tchécoslovaquie",
        "Československo",
        "Czechosłowacja",
        "Yugoslavia",
        "Jugoslawien",
        "Yougoslavie",
        "Jugoslavija",
        "Serbia and Montenegro",
    )
)
STATE_CODES = frozenset(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT "
    "VT VA WA WV WI WY DC BC AB SK MB ON QC NB NS PE NL YT NT NU NSW VIC QLD TAS".split()
)
_LANGUAGE_ALIASES: dict[str, str] = {
    "zh": "mandarin, mandarin chinese, putonghua, 普通话, 国语, 國語, 中文, 汉语, chinesisch, chino, chinois, cinese",
    "yue": "cantonese, 粤语, 粵語",
    "el": "modern greek, modern greek (1453-), greek, griechisch, grec, griego, ellinika",
    "es": "španělsky, španielsky, castilian, castellano, español, espanol, spanish; castilian",
    "nl": "flemish, vlaams, flämisch, flamand, flamenco?, dutch; flemish",
    "ga": "gaeilge, irish gaelic, irish",
    "gd": "scottish gaelic, scots gaelic, gaelic",
    "nb": "norwegian bokmål", "no": "norwegian, norsk, norwegisch, norvégien, noruego, norvegese",
    "fa": "farsi, persian", "prs": "dari", "kl": "greenlandic, grönländisch, grønlandsk", "lbj": "ladakhi", "ro": "moldovan?, romanian", "gsw": "schwyzerdütsch, schweizerdeutsch, swiss german",
    "pa": "punjabi, panjabi", "fil": "filipino, tagalog?", "he": "hebrew, ivrit", "ms": "malay", "mi": "te reo māori, maori, māori, te reo",
    "ja": "nihongo, 日本語", "ko": "한국어", "en": "anglicky, inglés, engl., engl, eng, anglais, englisch, 英語, 英语",
    "de": "německy, nemecky, deutsch, german, dt., allemand, alemán, tedesco, ger", "fr": "francouzsky, francúzsky, français, französisch, franz., fra, fre", "it": "italiano, ita",
    "pt": "português, portugues, brazilian portuguese, portugais", "ru": "русский, rusky", "sl": "slovenian, slovene, slovenščina, slovensko",
    "nan": "taiwanese, taiwanese hokkien, hokkien, 台語, 臺語, 閩南語, 闽南语", "hak": "hakka, 客語, 客家話",
    "id": "indonesian, bahasa indonesia, 印尼語, 印尼语", "vi": "越南語", "th": "泰語", "se": "sámi, sami, saami, northern sámi, samisk, sámegiella, saamisch",
    "iu": "inuktitut, inuit", "qu": "quechua", "sw": "swahili, kiswahili, suaheli", "bo": "tibetan", "ne": "nepali", "ku": "kurdish",
    "ast": "asturian", "eu": "basque, euskara, euskera", "ca": "catalan, català, valencian", "am": "amharic", "hr": "hrvatski",
    "sr": "srpski", "cs": "česky, čeština", "sk": "slovensky, slovenčina", "pl": "polski, po polsku, polsky, poľsky", "hu": "magyar", "lb": "letzeburgesch",
    "sv": "svenska", "da": "dansk", "fi": "suomi", "tr": "türkçe", "ar": "arabic, عربي, العربية", "bg": "български", "uk": "українська",
    "hi": "hindi", "ur": "urdu", "xh": "isixhosa, xhosa", "zu": "isizulu, zulu", "st": "sesotho", "tn": "setswana", "af": "afrikaans",
}  # fmt: skip


# Short forms that German programmes use where subtitles are named beside: "Russ. mit dt. UT".
SHORT_LANGUAGES = {
    "russ": "ru", "span": "es", "engl": "en", "dt": "de", "franz": "fr", "frz": "fr", "ital": "it", "poln": "pl",
    "port": "pt", "arab": "ar", "turk": "tr", "tschech": "cs", "ungar": "hu", "schwed": "sv", "norweg": "no",
    "dan": "da", "finn": "fi", "isl": "is", "jap": "ja", "chin": "zh", "kor": "ko", "hebr": "he", "griech": "el",
    "rum": "ro", "ukr": "uk", "slow": "sl", "serb": "sr", "kroat": "hr", "niederl": "nl", "georg": "ka",
}  # fmt: skip


def _names(locale: str, kind: str) -> Mapping[str, str]:
    """The names of countries or languages in a locale.

    Not `localedata.load(…, merge_inherited=False)`, though it takes a third of the time: Babel keeps what that gives for
    whoever asks for the locale next, without what it inherits, and German lists could no longer be written.
    """
    names: Mapping[str, str] = getattr(Locale.parse(locale), kind)
    return names


@cache
def country_table() -> dict[str, str]:
    """Folded country name → ISO 3166 alpha-2. Codes of two and three letters are not in it: see `country_code`."""
    table: dict[str, str] = {}
    for name in reversed(_LOCALES):
        for code, words in _names(name, "territories").items():
            if len(code) == 2 and code not in {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}:
                table[fold(words)] = code
    table |= {fold(words): code for code, words in _names("en", "territories").items() if len(code) == 2}
    table |= _aliases(_COUNTRY_ALIASES)
    for unwanted in ("", "eu", "un", "ez", "eurozone", "european union", "united nations", "mali?", "world"):
        table.pop(unwanted, None)
    return {
        name: code for name, code in table.items() if code not in {"EU", "EZ", "UN", "ZZ", "QO", "XA", "XB"}
    }


@cache
def country_codes() -> frozenset[str]:
    """All ISO 3166 alpha-2 codes."""
    return frozenset(country_table().values())


def country_code(word: str) -> str | None:
    """The alpha-2 code that a code of two or three capitals stands for; UK is understood."""
    if word in _CODES3:
        return _CODES3[word]
    return word if len(word) == 2 and word.isupper() and word in country_codes() else None


@cache
def language_table() -> dict[str, str]:
    """Folded language name → BCP 47 tag."""
    table: dict[str, str] = {}
    for name in reversed(_LOCALES):
        for tag, words in _names(name, "languages").items():
            if len(tag) in {2, 3} and tag not in {"mul", "und", "zxx", "root", "art"}:
                table[fold(words)] = tag
    table |= {fold(words): tag for tag, words in _names("en", "languages").items() if 2 <= len(tag) <= 3}
    table |= _aliases(_LANGUAGE_ALIASES)
    for name, tag in list(table.items()):
        if tag == "cmn":
            table[name] = "zh"
    return {name: tag for name, tag in table.items() if name and tag not in {"mul", "und", "zxx", "art"}}


@cache
def language_tags() -> frozenset[str]:
    return frozenset(language_table().values())


def _aliases(words: dict[str, str]) -> dict[str, str]:
    return {
        fold(word.strip()): code
        for code, names in words.items()
        for word in names.split(",")
        if not word.strip().endswith("?")
    }
