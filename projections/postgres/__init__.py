"""Matiane's rows in PostgreSQL: the embedded server, the log's tables, the projections' tables."""
