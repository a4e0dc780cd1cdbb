"""What words are: tables of them, their units, synonyms and spellings with accents."""
