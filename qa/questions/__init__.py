"""What a question asks: its kind, place, period and words, alone or in a conversation."""
