"""Programmes and films as JSON: what a publication freezes, and what the audit trail keeps of a master."""

from dataclasses import fields
from datetime import time
from typing import Any

from tourdesk.library.films import Film, Version
from tourdesk.programming.programme import Item, ItemKind, Programme

_FILM = (
    "id title original_title year directors producers countries languages section tags advisories ratings "
    "identifiers logline synopsis trailer source"
).split()
"""What papers say of a film; where its copies are and what the desk notes of it is not published."""
_ITEM = tuple(field.name for field in fields(Item) if field.name != "licences")
"""What of an item is published: the terms of showing its film are the desk's own."""
_VERSION = ("id", "name", "seconds", "approximate")


def programme_content(programme: Programme) -> dict[str, Any]:
    """A programme with all its items, and what its films were called and lasted."""
    return {
        "id": programme.id,
        "revision": programme.revision,
        "name": programme.name,
        "gap_seconds": programme.gap_seconds,
        "items": [_item_content(item) for item in programme.items],
    }


def programme_from(content: dict[str, Any]) -> Programme:
    """The programme that `programme_content` made this of."""
    return Programme(
        id=content["id"],
        revision=content["revision"],
        name=content["name"],
        gap_seconds=content["gap_seconds"],
        items=tuple(_item_from(item) for item in content["items"]),
    )


def film_content(film: Film) -> dict[str, Any]:
    """What papers say of a film."""
    values = {name: _plain(getattr(film, name)) for name in _FILM}
    versions = [{name: getattr(version, name) for name in _VERSION} for version in film.versions]
    return values | {"versions": versions}


def film_from(content: dict[str, Any]) -> Film:
    """The film that `film_content` made this of."""
    values = {name: _whole(content.get(name)) for name in _FILM}
    return Film(**values, versions=tuple(Version(**version) for version in content["versions"]))


def _item_content(item: Item) -> dict[str, Any]:
    values = {name: _plain(getattr(item, name)) for name in _ITEM}
    pinned = item.pinned.isoformat() if item.pinned is not None else None
    return values | {"kind": item.kind.value, "pinned": pinned}


def _item_from(content: dict[str, Any]) -> Item:
    # Of a publication older than a field of items, that field has what it has in a new item.
    values = {name: _whole(content[name]) for name in _ITEM if name in content}
    pinned = time.fromisoformat(content["pinned"]) if content["pinned"] is not None else None
    return Item(**values | {"kind": ItemKind(content["kind"]), "pinned": pinned})


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _whole(value: object) -> Any:
    return tuple(value) if isinstance(value, list) else value
