"""Durations in whole seconds, as people write them."""


def clock_text(seconds: int) -> str:
    """Seconds as `53:00` below an hour and `1:19:05` above; negative ones carry a minus sign."""
    sign = "−" if seconds < 0 else ""
    hours, rest = divmod(abs(seconds), 3600)
    minutes, secs = divmod(rest, 60)
    return f"{sign}{hours}:{minutes:02}:{secs:02}" if hours else f"{sign}{minutes}:{secs:02}"


def minutes_text(seconds: int) -> str:
    """Seconds rounded half up to whole minutes, as people read a run-time: `53 min`, `under 1 min`."""
    if 0 < seconds < 30:
        return "under 1 min"
    return f"{(seconds + 30) // 60} min"
