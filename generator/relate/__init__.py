"""What articles have to do with each other: pure functions of all articles and their annotations."""
