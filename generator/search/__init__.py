"""The search index of a site: pages by their text, topics by their names."""
