"""What the reports of one event have in common, sentence by sentence, and where they differ."""
