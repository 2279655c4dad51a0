Feature: Protocol, Article 12: meetings of experts
  The Parties solve problems together; experts of the competent authorities meet when either Party asks.

  @protocol-ro/art-12.1
  Rule: Problems are solved together

    Scenario: An officer vouches that both sides worked on the problem
      Given the register of authorities and crossing points
      And on 2026-06-01 "Problem raised"
      When on 2026-07-01 an officer attests that protocol-ro/art-12.1 was kept
      Then protocol-ro/art-12.1 is fulfilled

    Scenario: An officer vouches that one side did not
      Given the register of authorities and crossing points
      And on 2026-06-01 "Problem raised"
      When on 2026-07-01 an officer attests that protocol-ro/art-12.1 was not kept
      Then protocol-ro/art-12.1 is breached

    Scenario: Nobody has vouched for the cooperation yet
      Given the register of authorities and crossing points
      When on 2026-06-01 "Problem raised"
      Then protocol-ro/art-12.1 is pending

    Scenario: The second problem needs a word of its own
      Given the register of authorities and crossing points
      And on 2026-06-01 "Problem raised"
      And on 2026-07-01 an officer attests that protocol-ro/art-12.1 was kept
      When on 2026-08-01 "Problem raised"
      Then protocol-ro/art-12.1 is fulfilled for the first trigger
      And protocol-ro/art-12.1 is pending for the second trigger

  @protocol-ro/art-12.2
  Rule: Experts meet when a Party asks

    Scenario: A meeting follows the request
      Given the register of authorities and crossing points
      And on 2026-06-01 "Expert meeting requested"
      When on 2026-10-01 "Expert meeting held"
      Then protocol-ro/art-12.2 is fulfilled

    Scenario: A meeting that is not held yet is open without a time limit
      Given the register of authorities and crossing points
      And on 2026-06-01 "Expert meeting requested"
      When the case is judged on 2027-06-01
      Then protocol-ro/art-12.2 is pending
      And protocol-ro/art-12.2 awaits "Expert meeting held"

    Scenario: An officer vouches that no meeting was convened
      Given the register of authorities and crossing points
      And on 2026-06-01 "Expert meeting requested"
      When on 2027-06-01 an officer attests that protocol-ro/art-12.2 was not kept
      Then protocol-ro/art-12.2 is breached

    Scenario: Nobody asks for a meeting
      Given the register of authorities and crossing points
      When on 2026-10-01 "Expert meeting held"
      Then protocol-ro/art-12.2 does not apply

  @protocol-ro/art-12.3
  Rule: Experts come from the competent authorities

    Scenario: Both sides send their competent authorities
      Given the register of authorities and crossing points
      When on 2026-10-01 "Expert meeting held":
        | participants | ge-migration-department; ro-immigration-inspectorate |
      Then protocol-ro/art-12.3 is fulfilled

    Scenario: A body that is not competent takes part
      Given the register of authorities and crossing points
      When on 2026-10-01 "Expert meeting held":
        | participants | ge-migration-department; ro-tourism-board |
      Then protocol-ro/art-12.3 is breached

    Scenario: An authority that was designated since takes part
      Given the register of authorities and crossing points
      And on 2026-09-01 "Competent authority registered":
        | party     | GE            |
        | authority | ge-new-agency |
      When on 2026-10-01 "Expert meeting held":
        | participants | ge-new-agency; ro-border-police |
      Then protocol-ro/art-12.3 is fulfilled
