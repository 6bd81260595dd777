"""XML: Eventival's films and simpler lists."""

import pytest
from tests.library.intake.listings.making import messages, read, titles

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.library.intake.listings.reading import read_listing
from tourdesk.library.intake.listings.sniff import Kind

EVENTIVAL = """<?xml version="1.0" encoding="UTF-8"?>
<films>
  <film>
    <ids><system_id>123</system_id></ids>
    <titles><title_english>The Ridge</title_english><title_original>Ryggen</title_original><title_local>Seljandik</title_local></titles>
    <film_info>
      <completion_date><year>2019</year></completion_date>
      <runtime><seconds>3195</seconds></runtime>
      <countries><country><code>NO</code></country><country><code>SE</code></country></countries>
      <languages><language><code>no</code><name>Norwegian</name></language></languages>
      <directors><director><name>Ann</name><surname>Lee</surname></director><director><name>Bo</name><surname>Ek</surname></director></directors>
      <types><type>Documentary</type></types>
      <texts><logline>A hill.</logline></texts>
    </film_info>
    <publications><en><synopsis_long><![CDATA[<p>Up &amp; down.</p><p>Again.</p>]]></synopsis_long><producers>Peak Media, Nora Lind</producers></en></publications>
    <eventival_categorization>
      <sections><section><id>7</id><name>Wild and Tough</name></section></sections>
      <tags><tag>mountain</tag><tag>sport</tag></tags>
    </eventival_categorization>
  </film>
  <film><titles><title_english></title_english><title_original>Slakk</title_original></titles><film_info><length>7</length></film_info></film>
</films>
"""


def test_a_film_of_eventival_is_read_with_all_it_says() -> None:
    reading = read(EVENTIVAL, "films.txt")
    assert reading.kind is Kind.XML
    film = reading.films[0]
    assert (film.title, film.original_title, film.year) == ("The Ridge", "Ryggen", 2019)
    assert (film.runtime_seconds, film.runtime_approximate) == (3195, False)
    assert (film.countries, film.languages) == (("NO", "SE"), ("no",))
    assert (film.directors, film.producers) == (("Ann Lee", "Bo Ek"), ("Peak Media", "Nora Lind"))
    assert (film.section, film.tags) == ("Wild and Tough", ("mountain", "sport"))
    assert film.logline == "A hill."
    assert film.synopsis is not None
    assert "<" not in film.synopsis
    assert "Up & down." in film.synopsis


def test_a_film_without_an_english_title_has_its_original_one() -> None:
    film = read(EVENTIVAL).films[1]
    assert (film.title, film.original_title, film.runtime_seconds) == ("Slakk", None, 420)


def test_one_film_alone_is_a_listing_too() -> None:
    one = EVENTIVAL[EVENTIVAL.index("<film>") : EVENTIVAL.index("</film>") + 7]
    assert titles(read(one)) == ["The Ridge"]


@pytest.mark.parametrize(
    "content",
    [
        "<films><film><title>Slack</title><year>2020</year><runtime>7</runtime><director>Bo Ek</director><country>Sweden</country></film></films>",
        '<films><film title="Slack" year="2020" runtime="7" director="Bo Ek" country="Sweden"/></films>',
        "<catalogue><movie><name>Slack</name><year>2020</year><duration>7 min</duration><directors>Bo Ek</directors><countries><country>Sweden</country></countries></movie></catalogue>",
        '<f:films xmlns:f="urn:films"><f:film><f:title>Slack</f:title><f:year>2020</f:year><f:length>7</f:length><f:director>Bo Ek</f:director><f:country>SE</f:country></f:film></f:films>',
        "<films><film><title>Slack</title><jahr>2020</jahr><laufzeit>7</laufzeit><regie>Bo Ek</regie><land>Schweden</land></film></films>",
    ],
)
def test_simpler_lists_are_read(content: str) -> None:
    film = read(content).films[0]
    assert (film.title, film.year, film.runtime_seconds) == ("Slack", 2020, 420)
    assert (film.directors, film.countries) == (("Bo Ek",), ("SE",))


def test_the_films_of_sections_are_the_films_and_not_the_sections() -> None:
    films = "<film><title>Slack</title><year>2020</year></film><film><title>Ridge</title></film>"
    assert titles(
        read(f'<programme><section name="Shorts" title="Shorts">{films}</section></programme>')
    ) == [
        "Slack",
        "Ridge",
    ]


def test_lists_of_items_are_read() -> None:
    items = (
        "<item><title_english>Slack</title_english></item><item><title_english>Ridge</title_english></item>"
    )
    assert titles(read(f"<films>{items}</films>")) == ["Slack", "Ridge"]


@pytest.mark.parametrize("encoding", ["windows-1252", "iso-8859-2", "utf-16", "shift_jis"])
def test_the_declared_encoding_holds(encoding: str) -> None:
    title = {"shift_jis": "国境の山", "iso-8859-2": "Źdźbło"}.get(encoding, "Größe")
    text = f'<?xml version="1.0" encoding="{encoding}"?><films><film><title>{title}</title><year>2020</year></film></films>'
    assert titles(read(text.encode(encoding))) == [title]


BILLION_LAUGHS = """<?xml version="1.0"?><!DOCTYPE films [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><films><film><title>&c;</title></film></films>"""


@pytest.mark.parametrize(
    "content",
    [
        BILLION_LAUGHS,
        BILLION_LAUGHS.removeprefix('<?xml version="1.0"?>'),
        '<?xml version="1.0"?><!DOCTYPE films [<!ENTITY a SYSTEM "file:///etc/passwd">]><films><film><title>&a;</title></film></films>',
        '<?xml version="1.0"?><!DOCTYPE films [<!ENTITY % p SYSTEM "http://localhost/x"> %p;]><films/>',
        '<?xml version="1.0"?>' + "<a>" * 10_000,
        '<?xml version="1.0"?>' + "<a>" * 10_000 + "</a>" * 10_000,
        '<?xml version="1.0"?><films><film><title>Slack</title>',
        '<?xml version="1.0"?><rss><channel/></rss>',
        '<?xml version="1.0"?>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_that_is_hostile_broken_or_of_something_else_is_refused_in_a_sentence(
    content: str, encoding: str
) -> None:
    with pytest.raises(ProblemForUser, match=r"“x\.xml”"):
        read_listing(content.encode(encoding), "x.xml")


def test_a_film_without_a_title_is_told() -> None:
    reading = read(
        "<?xml version='1.0'?><films><film><title_english>Ridge</title_english></film>"
        "<film><title_english/><year>2001</year></film></films>",
        "films.xml",
    )
    assert titles(reading) == ["Ridge"]
    assert messages(reading) == ["Film 2: there is no title; it was left out."]
