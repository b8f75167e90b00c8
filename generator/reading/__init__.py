"""Reading: files of many formats become articles or problems; nothing is dropped in silence."""
