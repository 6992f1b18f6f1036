"""Rows of the list of programs as HTML, each rendered once for a version of the data."""

from programs.rows.kept import kept_rows

__all__ = ["kept_rows"]
