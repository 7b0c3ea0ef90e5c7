"""The desk: a web application over one record. Not for reading or reasoning: every stage is below it."""

from mithaq.web.application import create_app
from mithaq.web.settings import Settings

__all__ = ["Settings", "create_app"]
