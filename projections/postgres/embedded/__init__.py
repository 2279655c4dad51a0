"""The database that comes with Matiane: a real PostgreSQL, started in the user's own folder.

    with EmbeddedPostgres(default_data_folder(os.environ)) as server:
        psycopg.connect(server.dsn())

The programs come from a wheel; nothing is installed, no system user is made, no folder's mode is changed.
It listens on a unix socket in a folder that only its owner can enter, never on the network.
"""

from projections.postgres.embedded.errors import EmbeddedPostgresError
from projections.postgres.embedded.folders import default_data_folder
from projections.postgres.embedded.identity import RootMode
from projections.postgres.embedded.keeping import kept
from projections.postgres.embedded.server import EmbeddedPostgres, Status

__all__ = [
    "EmbeddedPostgres",
    "EmbeddedPostgresError",
    "RootMode",
    "Status",
    "default_data_folder",
    "kept",
]
