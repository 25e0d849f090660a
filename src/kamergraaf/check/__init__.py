"""Does the graph keep its promises? SHACL shapes and named checks, with one report."""
