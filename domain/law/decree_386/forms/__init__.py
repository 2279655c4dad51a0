"""The forms that the decree's norms take, and what they ask of a case: items of the programme, facts wanted, order."""
