"""Questions to a graph: stores, remote endpoints, canned queries."""
