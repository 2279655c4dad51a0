"""What the JSON API answers: one model per answer, and how it is made from what the domain holds."""
