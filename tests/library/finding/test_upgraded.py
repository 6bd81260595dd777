"""Films of an older library are found as those of a new one."""

from sqlalchemy import text

from tourdesk.desks import Desks
from tourdesk.library.films import Film
from tourdesk.storage.database import Database
from tourdesk.storage.upgrade import VERSION_TABLE, upgrade


def test_countries_of_older_films_are_found_by_their_german_names_and_as_people_call_them(
    any_database: Database,
) -> None:
    desks = Desks.over(any_database)
    desks.library.save([Film("Ultra", countries=("NO", "US")), Film("Mira", countries=("NP",))])
    with any_database.engine.begin() as connection:
        connection.execute(text("UPDATE film SET folded_words = title"))
        connection.execute(text("DROP TABLE published_still"))  # of a later version
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '0007'"))  # noqa: S608 - our table
    upgrade(any_database.engine)
    found = {word: [row.title for row in desks.library.rows(word)] for word in ("norwegen", "usa", "nepal")}
    assert found == {"norwegen": ["Ultra"], "usa": ["Ultra"], "nepal": ["Mira"]}


def test_older_films_stand_under_the_first_letters_of_their_titles(any_database: Database) -> None:
    desks = Desks.over(any_database)
    desks.library.save([Film("“Ebb”"), Film("Alpha"), Film("¡Viva!"), Film("!?")])
    with any_database.engine.begin() as connection:
        connection.execute(text("UPDATE film SET folded_title = lower(title)"))
        connection.execute(text("DROP TABLE published_still"))  # of a later version
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '0008'"))  # noqa: S608 - our table
    upgrade(any_database.engine)
    assert [row.title for row in desks.library.rows()] == ["!?", "Alpha", "“Ebb”", "¡Viva!"]
