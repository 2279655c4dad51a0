Feature: Protocol, Article 2: border crossing points
  Persons enter through one named airport in each State, unless both authorities agree otherwise in the case.

  Rule: (1) Georgia is entered at Tbilisi, Romania at Otopeni

    @protocol-ro/art-2/1.1
    Scenario: A person is handed over at the airport of Tbilisi
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When the person is transferred on Monday 2026-06-15
      Then protocol-ro/art-2/1.1 is fulfilled
      And protocol-ro/art-2/1.2 does not apply
      And protocol-ro/art-2/3 does not apply

    @protocol-ro/art-2/1.2
    Scenario: A person is handed over at the airport of Otopeni
      Given a Georgian application for a Romanian national, received on Monday 2026-06-01
      When the person is transferred on Monday 2026-06-15
      Then protocol-ro/art-2/1.2 is fulfilled
      And protocol-ro/art-2/1.1 does not apply

    @protocol-ro/art-2/1.1
    Scenario: A transit enters Georgia at the airport of Tbilisi
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on Monday 2026-06-01
      When on Monday 2026-06-22 "Transit started"
      Then protocol-ro/art-2/1.1 is fulfilled

    @protocol-ro/art-2/1.1
    Scenario: Georgia takes a person over at the airport of Otopeni
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When the person is transferred on Monday 2026-06-15:
        | crossing point | ro-otopeni-airport |
      Then protocol-ro/art-2/1.1 is breached
      And protocol-ro/art-2/3 does not apply

    @protocol-ro/art-2/1.2
    Scenario: Romania takes a person over at the airport of Tbilisi
      Given a Georgian application for a Romanian national, received on Monday 2026-06-01
      When the person is transferred on Monday 2026-06-15:
        | crossing point | ge-tbilisi-airport |
      Then protocol-ro/art-2/1.2 is breached
      And protocol-ro/art-2/3 does not apply

  Rule: (2) A change of the list is told in writing, through diplomatic channels

    @protocol-ro/art-2/2
    Scenario: A new crossing point is told by note
      Given the register of authorities and crossing points
      And on Monday 2026-06-01 "Crossing points changed":
        | effective on | 2026-07-01 |
      When on Friday 2026-06-12 "Change notified":
        | subject | crossing_points |
        | channel | diplomatic      |
        | by      | ge-mfa          |
        | to      | ro-mfa          |
      Then protocol-ro/art-2/2 is fulfilled

    @protocol-ro/art-2/2
    Scenario: A new crossing point is told by fax
      Given the register of authorities and crossing points
      And on Monday 2026-06-01 "Crossing points changed":
        | effective on | 2026-07-01 |
      When on Friday 2026-06-12 "Change notified":
        | subject | crossing_points |
        | channel | fax             |
      Then protocol-ro/art-2/2 is breached

    @protocol-ro/art-2/2
    Scenario: A new crossing point is not told; no time is set
      Given the register of authorities and crossing points
      And on Monday 2026-06-01 "Crossing points changed":
        | effective on | 2026-07-01 |
      When the case is judged on 2026-12-01
      Then protocol-ro/art-2/2 is pending

  Rule: (3) Another point needs the agreement of both authorities, in the case

    @protocol-ro/art-2/3
    Scenario: Both authorities agreed on another airport beforehand
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Wednesday 2026-06-10 "Crossing point agreed":
        | crossing point | ge-kutaisi-airport |
      When the person is transferred on Monday 2026-06-15:
        | crossing point | ge-kutaisi-airport |
      Then protocol-ro/art-2/3 is fulfilled
      And protocol-ro/art-2/1.1 does not apply

    @protocol-ro/art-2/3 @protocol-ro/art-2/1.1
    Scenario: Another airport is used without any agreement
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on 2026-06-05
      And on 2026-06-08 "Travel document issued"
      And the transfer of Monday 2026-06-15 is notified on Monday 2026-06-08
      When the person is transferred on Monday 2026-06-15:
        | crossing point | ge-kutaisi-airport |
      Then protocol-ro/art-2/3 is breached
      And protocol-ro/art-2/1.1 does not apply
      And the case shows one deviation

    @protocol-ro/art-2/3
    Scenario: Only one authority agreed
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Wednesday 2026-06-10 "Crossing point agreed":
        | crossing point | ge-kutaisi-airport      |
        | agreed by      | ge-migration-department |
      When the person is transferred on Monday 2026-06-15:
        | crossing point | ge-kutaisi-airport |
      Then protocol-ro/art-2/3 is breached

    @protocol-ro/art-2/3
    Scenario: The agreement comes after the transfer
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the person is transferred on Monday 2026-06-15:
        | crossing point | ge-kutaisi-airport |
      When on Tuesday 2026-06-16 "Crossing point agreed":
        | crossing point | ge-kutaisi-airport |
      Then protocol-ro/art-2/3 is fulfilled late

    @protocol-ro/art-2/3
    Scenario: Another airport was used before the protocol was in force
      Given a Romanian application for a Georgian national, received on 2019-05-02
      When the person is transferred on 2019-06-03:
        | crossing point | ge-kutaisi-airport |
      Then protocol-ro/art-2/3 does not apply
