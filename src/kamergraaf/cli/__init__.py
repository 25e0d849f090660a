"""Thin click verbs, one file per verb."""
