"""Mithaq reads the news of summits and coalitions and keeps the cited record of what was promised."""

__version__ = "0.1.0"
