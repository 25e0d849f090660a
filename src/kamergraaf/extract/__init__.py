"""Document to Facts with Evidence; knows no RDF."""
