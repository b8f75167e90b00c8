"""The site: pages made by the parts of MkDocs, each only where it is new, kept in a folder and published from there."""
