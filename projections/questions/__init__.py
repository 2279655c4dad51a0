"""One module per question. Each reads the rows, in pages, and says how fresh they are."""
