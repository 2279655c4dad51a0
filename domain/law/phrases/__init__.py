"""What readers are told, in English and Georgian: labels, terms, reasons and the sentences of an explanation."""
