Feature: Protocol, Article 13: language
  Whatever one Party writes to the other is in English.

  @protocol-ro/art-13
  Rule: Messages between the Parties are in English

    Scenario: Application and reply in English
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on 2026-06-05
      Then protocol-ro/art-13 is fulfilled

    Scenario: An application in Romanian
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01:
        | language | ro |
      Then protocol-ro/art-13 is breached

    Scenario: A reply in Georgian beside an application in English
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on 2026-06-05:
        | language | ka |
      Then protocol-ro/art-13 is fulfilled for the first trigger
      And protocol-ro/art-13 is breached for the second trigger

    Scenario: A notice of transfer in Russian
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on 2026-06-05
      When the transfer of 2026-06-15 is notified on 2026-06-08:
        | language | ru |
      Then protocol-ro/art-13 is breached for the third trigger

    Scenario: An invoice in Georgian
      Given a claim of Georgia on Romania
      When an invoice of 1200.00 EUR issued on 2026-06-10:
        | language | ka |
      Then protocol-ro/art-13 is breached

    Scenario: A transit application in English
      Given a Georgian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-08
      Then protocol-ro/art-13 is fulfilled

    Scenario: A request for experts in Romanian
      Given the register of authorities and crossing points
      When on 2026-06-01 "Expert meeting requested":
        | language | ro |
      Then protocol-ro/art-13 is breached

    Scenario: A reply in Georgian is excused
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on 2026-06-05:
        | language | ka |
      When on 2026-06-08 an excuse for protocol-ro/art-13 is accepted: "A translation followed the same day"
      Then protocol-ro/art-13 is excused for the second trigger

    @not-yet-in-force
    Scenario: A message from before the protocol was in force
      Given a Romanian application for a Georgian national, received on 2019-06-03:
        | language | ro |
      Then protocol-ro/art-13 does not apply

    @not-applicable
    Scenario: A German application is no matter of this protocol
      Given a German application for a Georgian national, received on 2026-06-01:
        | language | de |
      Then protocol-ro/art-13 does not apply
