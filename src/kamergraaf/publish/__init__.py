"""Graphs for others: dumps now; dataset descriptions and pages to come."""
