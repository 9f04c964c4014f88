"""Values and their encodings."""
