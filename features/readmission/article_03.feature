Feature: Protocol, Article 3: handing in an application
  An application takes one of three ways; questions about it go to the other authority.

  Rule: (1) Electronic system, official e-mail or fax

    @protocol-ro/art-3/1
    Scenario Outline: An application by a permitted way
      When a Romanian application for a Georgian national, received on Monday 2026-06-01:
        | channel | <way> |
      Then protocol-ro/art-3/1 is fulfilled

      Examples:
        | way                          |
        | authorised_electronic_system |
        | official_email               |
        | fax                          |

    @protocol-ro/art-3/1
    Scenario Outline: An application by any other way
      When a Romanian application for a Georgian national, received on Monday 2026-06-01:
        | channel | <way> |
      Then protocol-ro/art-3/1 is breached

      Examples:
        | way           |
        | diplomatic    |
        | post          |
        | private_email |
        | messenger     |
        | telephone     |
        | in_person     |

    @protocol-ro/art-3/1
    Scenario: For an accelerated application Article 5 says so
      When an accelerated Romanian application for a Georgian national, submitted on Monday 2026-06-01:
        | channel | post |
      Then protocol-ro/art-3/1 does not apply
      And protocol-ro/art-5/a.3 is breached

    @protocol-ro/art-3/1
    Scenario: An application made before the protocol was in force
      When a Romanian application for a Georgian national, received on Friday 2019-06-28:
        | channel | post |
      Then protocol-ro/art-3/1 does not apply

  Rule: (2) Questions go to the other competent authority

    @protocol-ro/art-3/2
    Scenario: The requesting authority asks the requested one, as the text says
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on Wednesday 2026-06-03 "Additional information requested":
        | by side | requesting |
      Then protocol-ro/art-3/2 is fulfilled

    @protocol-ro/art-3/2
    Scenario: The requested authority asks the requesting one, as one would expect
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on Wednesday 2026-06-03 "Additional information requested":
        | by side | requested                   |
        | by      | ge-migration-department     |
        | to      | ro-immigration-inspectorate |
      Then protocol-ro/art-3/2 is fulfilled

    @protocol-ro/art-3/2
    Scenario: The requesting authority asks the embassy
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on Wednesday 2026-06-03 "Additional information requested":
        | by side | requesting           |
        | to      | ge-embassy-bucharest |
      Then protocol-ro/art-3/2 is breached
