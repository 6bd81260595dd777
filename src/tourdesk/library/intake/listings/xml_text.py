"""XML as it is read here: no declared entities, nothing from elsewhere, no endless depth."""

import xml.etree.ElementTree as ET
from xml.parsers import expat

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _

_DEEPEST = 60
_MOST_ELEMENTS = 500_000


class _Refused(Exception):
    """The XML does what a listing of films never does."""


class _Tree:
    """Builds a tree from what expat reports, and refuses what could grow without end."""

    def __init__(self) -> None:
        self._builder = ET.TreeBuilder()
        self._depth = 0
        self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > _DEEPEST or self._count > _MOST_ELEMENTS:
            raise _Refused
        self._builder.start(_local(tag), {_local(name): value for name, value in attributes.items()})

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._builder.end(_local(tag))

    def data(self, words: str) -> None:
        self._builder.data(words)

    def close(self) -> ET.Element:
        return self._builder.close()


def parsed_xml(text: str, name: str) -> ET.Element:
    """The root of an XML text; names without prefixes, in small letters.

    Raises ProblemForUser when the text is not whole, declares entities, or is nested too deeply.
    """
    parser = expat.ParserCreate()
    tree = _Tree()
    parser.buffer_text = True
    parser.StartElementHandler = tree.start
    parser.EndElementHandler = tree.end
    parser.CharacterDataHandler = tree.data
    # An entity that stands for entities can unfold to any size ("billion laughs"), one from elsewhere fetches files.
    parser.EntityDeclHandler = _refuse
    parser.UnparsedEntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        # A text, not bytes: then expat asks nobody which encoding it is in.
        parser.Parse(text, True)
        return tree.close()
    except _Refused as error:
        raise ProblemForUser(
            _(
                "“{file}” declares entities or is nested as no listing of films is, so it was not read; please export it again from where it comes from.",
                file=name,
            )
        ) from error
    except expat.ExpatError as error:
        raise ProblemForUser(
            _(
                "“{file}” is XML that breaks off or is damaged in line {line}; please export or download it again.",
                file=name,
                line=error.lineno,
            ),
            detail=str(error),
        ) from error
    except AssertionError as error:  # the tree is not closed
        raise ProblemForUser(
            _("“{file}” is XML that breaks off; please export or download it again.", file=name)
        ) from error


def _refuse(*_told: object) -> int:
    raise _Refused


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()
