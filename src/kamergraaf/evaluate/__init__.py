"""How right the tool reads: its rows beside annotations made by hand."""
