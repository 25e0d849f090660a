"""Dutch ministers' letters to parliament as linked data that can be trusted."""

__version__ = "0.1.0"
