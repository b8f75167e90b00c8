"""The annotated digest: a folder of articles becomes a published, searchable, cross-linked site."""

__version__ = "0.1.0"
