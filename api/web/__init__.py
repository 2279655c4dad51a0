"""The web pages: server-rendered, in English and Georgian, without a script."""

from api.web.routes import web_pages
from api.web.rows import Desk

__all__ = ["Desk", "web_pages"]
