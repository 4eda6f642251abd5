"""The slots of a wish, one record a module: asked, on keys, taken, cleared, doubted, read back."""
