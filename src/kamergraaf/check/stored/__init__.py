"""A store of many letters, checked one letter at a time; and again, only what has changed."""
