"""TourDesk, the desk of a touring film festival."""

__version__ = "0.1.0"
