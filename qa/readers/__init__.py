"""One reader a kind of answer; each turns paragraphs into candidates with scores."""
