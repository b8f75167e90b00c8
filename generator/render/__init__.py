"""Markdown pages, feeds and the sitemap, made of a digest."""
