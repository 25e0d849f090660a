"""Bytes to Document: one immutable text, blocks with offsets, and its flow; one file per format."""
