"""JSON as it is read here: plain values, no endless numbers, no endless depth."""

import json
from typing import cast

from tourdesk.foundation.errors import ProblemForUser
from tourdesk.foundation.language import _
from tourdesk.library.intake.listings.limits import check_json_values

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


def parsed_json(text: str, name: str) -> Json:
    """The value of a JSON text. Raises ProblemForUser when it is not whole, or has too many values."""
    # Before it is parsed: "{}," takes twenty times the memory that it takes in the file.
    check_json_values(sum(map(text.count, "{[,")), name)
    try:
        # NaN and Infinity are no JSON, and no number of anything here.
        return cast("Json", json.loads(text, parse_constant=lambda _name: None))
    except RecursionError as error:
        raise ProblemForUser(
            _(
                "“{file}” is nested too deeply for a listing of films; please export it again from where it comes from.",
                file=name,
            )
        ) from error
    except json.JSONDecodeError as error:
        raise ProblemForUser(
            _(
                "“{file}” is JSON that breaks off or is damaged in line {line}; please export or download it again.",
                file=name,
                line=error.lineno,
            ),
            detail=str(error),
        ) from error
    except ValueError as error:
        raise ProblemForUser(
            _(
                "“{file}” holds a number that is too long to be read; please export it again from where it comes from.",
                file=name,
            )
        ) from error


def words_of(value: Json) -> str | None:
    """A plain value as words; None for lists and objects."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, int):
        return str(value)
    return "" if value is None else None
