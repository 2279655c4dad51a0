Feature: Protocol, Article 14: amendments and supplements
  The Parties change the protocol by mutual consent, in documents of their own, by the procedure of Article 15.

  @protocol-ro/art-14.1
  Rule: Changes need the consent of both Parties

    Scenario: Both Parties agree
      Given the register of authorities and crossing points
      When on 2026-06-01 "Amendment agreed":
        | agreed by | GE; RO |
      Then protocol-ro/art-14.1 is fulfilled

    Scenario: Only one Party agrees
      Given the register of authorities and crossing points
      When on 2026-06-01 "Amendment agreed":
        | agreed by | RO |
      Then protocol-ro/art-14.1 is breached

  @protocol-ro/art-14.2
  Rule: Changes stand in separate documents

    Scenario: The amendment is a document of its own
      Given the register of authorities and crossing points
      And on 2026-06-01 "Amendment agreed"
      When on 2026-07-01 "Amendment documented"
      Then protocol-ro/art-14.2 is fulfilled

    Scenario: The amendment is written into the old text
      Given the register of authorities and crossing points
      And on 2026-06-01 "Amendment agreed"
      When on 2026-07-01 "Amendment documented":
        | separate document | no |
      Then protocol-ro/art-14.2 is breached

    Scenario: The amendment is not drawn up yet
      Given the register of authorities and crossing points
      When on 2026-06-01 "Amendment agreed"
      Then protocol-ro/art-14.2 is pending
      And protocol-ro/art-14.2 awaits "Amendment documented"

  @protocol-ro/art-14.3
  Rule: Changes enter into force as the protocol did

    Background:
      Given the register of authorities and crossing points
      And on 2026-06-01 "Amendment agreed":
        | amendment | amendment-1 |

    Scenario: The recorded day is a month after the last notice
      Given on 2026-08-01 "Completion of internal procedures notified":
        | party      | GE          |
        | instrument | amendment-1 |
      And on 2026-09-10 "Completion of internal procedures notified":
        | party      | RO          |
        | instrument | amendment-1 |
      And on 2026-09-20 "Joint committee notified":
        | party      | RO          |
        | instrument | amendment-1 |
      When on 2026-10-12 "Entered into force":
        | instrument | amendment-1 |
        | on         | 2026-10-10  |
      Then protocol-ro/art-14.3 is fulfilled
      And protocol-ro/art-14.3 is contested

    Scenario: The recorded day fits no reading
      Given on 2026-08-01 "Completion of internal procedures notified":
        | party      | GE          |
        | instrument | amendment-1 |
      And on 2026-09-10 "Completion of internal procedures notified":
        | party      | RO          |
        | instrument | amendment-1 |
      And on 2026-09-20 "Joint committee notified":
        | party      | RO          |
        | instrument | amendment-1 |
      When on 2026-10-12 "Entered into force":
        | instrument | amendment-1 |
        | on         | 2026-10-01  |
      Then protocol-ro/art-14.3 is breached

    Scenario: The notices have not been sent
      When the case is judged on 2026-07-01
      Then protocol-ro/art-14.3 is pending
      And protocol-ro/art-14.3 awaits "Completion of internal procedures notified"
