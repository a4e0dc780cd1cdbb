"""What a text names, whoever asks: figures, periods, people, offices, bodies, territories."""
