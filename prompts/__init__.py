"""What is said: a key and its values to a Japanese sentence and its reading. The sentences are data."""
