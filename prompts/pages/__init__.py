"""What the pages for residents say: one folder a language, the same keys in all."""
