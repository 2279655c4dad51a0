Feature: Protocol, Article 6: other documents
  Documents outside the annexes may go with an application; the requested authority weighs them.

  Rule: (1) Other documents may be added

    @protocol-ro/art-6/1
    Scenario: A school certificate goes with the application
      When a Romanian application for a Georgian national, received on Monday 2026-06-01:
        | attachments.1.kind          | other                            |
        | attachments.1.justification | Names the place of birth         |
      Then protocol-ro/art-6/1 is fulfilled

    @protocol-ro/art-6/1
    Scenario: Only listed documents go with the application
      When a Romanian application for a Georgian national, received on Monday 2026-06-01:
        | attachments.1.kind | annex_1 |
      Then protocol-ro/art-6/1 does not apply

  Rule: (2) The requested authority decides whether they count

    @protocol-ro/art-6/2
    Scenario: The requested authority decides
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on Wednesday 2026-06-03 "Other documents decided":
        | taken into account | no |
      Then protocol-ro/art-6/2 is fulfilled

    @protocol-ro/art-6/2
    Scenario: The requesting authority decides on its own documents
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on Wednesday 2026-06-03 "Other documents decided":
        | by | ro-immigration-inspectorate |
      Then protocol-ro/art-6/2 is breached
