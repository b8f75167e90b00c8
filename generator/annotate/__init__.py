"""What one article says of itself: pure functions of one article and its settings."""
