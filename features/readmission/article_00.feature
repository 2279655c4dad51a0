Feature: Protocol: header and preamble
  What the register and the preamble say about the protocol as a whole. Nothing is judged by it.

  Rule: The preamble names the Parties and the agreement

    @protocol-ro/preamble
    Scenario: A reader looks up on what the protocol rests
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      Then the law browser shows protocol-ro/preamble in English and Georgian
      And protocol-ro/preamble is a definition that nothing is judged by
      And the text of protocol-ro/preamble says "Art. 19"

  Rule: The header records the dates

    @protocol-ro/meta.1
    Scenario: A reader looks up since when the protocol is in force
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      Then the law browser shows protocol-ro/meta.1 in English and Georgian
      And protocol-ro/meta.1 is a definition that nothing is judged by
      And the text of protocol-ro/meta.1 says "29 June 2019"
