"""The web pages: server-rendered, in English and Georgian, without a script."""

from api.web.desk import Desk, LedgerDesk
from api.web.routes import web_pages

__all__ = ["Desk", "LedgerDesk", "web_pages"]
