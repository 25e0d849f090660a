"""A SHACL engine: a shapes graph compiled once into closures over an indexed graph.

It knows nothing of this project's vocabulary. Terms are N-Triples strings, as in ``graph.quads``.
"""
