Feature: Protocol, Article 10: duties of escorts
  The application says who the escorts are; changes are told at once. Escorts are unarmed and in plain clothes,
  carry their papers, answer for the person and the file, and use force only within narrow limits.

  Rule: The article as a whole

    @protocol-ro/art-10
    Scenario: A reader looks up when the conditions hold
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      Then the law browser shows protocol-ro/art-10 in English and Georgian
      And protocol-ro/art-10 is a definition that nothing is judged by

  Rule: (a) The application names the escorts and their travel documents

    @protocol-ro/art-10/a.1 @protocol-ro/art-10/a.2
    Scenario: Two escorts with every particular
      Given a Romanian application for a Georgian national, submitted on 2026-06-01:
        | escorted | yes |
        | escorts  | 2   |
      Then protocol-ro/art-10/a.1 is fulfilled
      And protocol-ro/art-10/a.2 is fulfilled

    @protocol-ro/art-10/a.1 @protocol-ro/art-10/a.2
    Scenario: The rank of the second escort is missing
      Given a Romanian application for a Georgian national, submitted on 2026-06-01:
        | escorts        | 2 |
        | escorts.2.rank |   |
      Then protocol-ro/art-10/a.1 is breached
      And protocol-ro/art-10/a.2 is fulfilled

    @protocol-ro/art-10/a.1 @protocol-ro/art-10/a.2
    Scenario: The date of issue of a travel document is missing
      Given a Romanian application for a Georgian national, submitted on 2026-06-01:
        | escorts                      | 1 |
        | escorts.1.document_issued_on |   |
      Then protocol-ro/art-10/a.1 is fulfilled
      And protocol-ro/art-10/a.2 is breached

    @protocol-ro/art-10/a.1 @protocol-ro/art-10/a.2
    Scenario: An escorted transit whose application names nobody
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-01:
        | escorted | yes |
      Then protocol-ro/art-10/a.1 is breached
      And protocol-ro/art-10/a.2 is breached

    @protocol-ro/art-10/a.1 @protocol-ro/art-10/a.2
    Scenario: A return without escorts
      Given a Romanian application for a Georgian national, submitted on 2026-06-01
      Then protocol-ro/art-10/a.1 does not apply
      And protocol-ro/art-10/a.2 does not apply

  @protocol-ro/art-10/b
  Rule: (b) Changes of escorts are told at once

    @in-time
    Scenario: A change told an hour later
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Friday 2026-06-12 at 10:00 "Escort changed"
      When on Friday 2026-06-12 at 11:00 "Escort change notified"
      Then protocol-ro/art-10/b is fulfilled

    @last-day
    Scenario: A change told on the next working day
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Friday 2026-06-12 "Escort changed"
      When on Monday 2026-06-15 "Escort change notified"
      Then protocol-ro/art-10/b is fulfilled

    @first-day-late
    Scenario: A change told two working days later
      # "Immediately" has no number: a person has to look, and no breach is asserted.
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Friday 2026-06-12 "Escort changed"
      When on Tuesday 2026-06-16 "Escort change notified"
      Then protocol-ro/art-10/b is up for review
      And protocol-ro/art-10/b would otherwise be fulfilled late

    Scenario: A change that nobody told
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Friday 2026-06-12 "Escort changed"
      When the case is judged on Tuesday 2026-06-16
      Then protocol-ro/art-10/b is up for review
      And protocol-ro/art-10/b awaits "Escort change notified"

    @excused
    Scenario: A change told late is excused
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Friday 2026-06-12 "Escort changed"
      And on Wednesday 2026-06-17 "Escort change notified"
      When on 2026-06-18 an excuse for protocol-ro/art-10/b is accepted
      Then protocol-ro/art-10/b is excused

    @not-applicable
    Scenario: The escorts stay the same
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on 2026-06-15 "Escort started"
      Then protocol-ro/art-10/b does not apply

    @not-yet-in-force
    Scenario: A change before the protocol was in force
      Given a Romanian application for a Georgian national, received on 2019-06-03
      And on 2019-06-10 "Escort changed"
      When the case is judged on 2019-07-10
      Then protocol-ro/art-10/b does not apply

  Rule: (c) Escorts are unarmed, in plain clothes, and have their papers with them

    @protocol-ro/art-10/c.1
    Scenario: Escorts without weapons: an officer vouches that it was so
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on 2026-06-15 "Escort started"
      When on 2026-06-16 an officer attests that protocol-ro/art-10/c.1 was kept
      Then protocol-ro/art-10/c.1 is fulfilled

    @protocol-ro/art-10/c.1
    Scenario: Escorts without weapons: an officer vouches that it was not so
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on 2026-06-15 "Escort started"
      When on 2026-06-16 an officer attests that protocol-ro/art-10/c.1 was not kept
      Then protocol-ro/art-10/c.1 is breached

    @protocol-ro/art-10/c.1
    Scenario: Escorts without weapons: nobody has vouched for it yet
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on 2026-06-15 "Escort started"
      Then protocol-ro/art-10/c.1 is pending
      And protocol-ro/art-10/c.1 awaits "Provision attested"

    @protocol-ro/art-10/c.2
    Scenario: Escorts in plain clothes: an officer vouches that it was so
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on 2026-06-15 "Escort started"
      When on 2026-06-16 an officer attests that protocol-ro/art-10/c.2 was kept
      Then protocol-ro/art-10/c.2 is fulfilled

    @protocol-ro/art-10/c.2
    Scenario: Escorts in plain clothes: an officer vouches that it was not so
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on 2026-06-15 "Escort started"
      When on 2026-06-16 an officer attests that protocol-ro/art-10/c.2 was not kept
      Then protocol-ro/art-10/c.2 is breached

    @protocol-ro/art-10/c.2
    Scenario: Escorts in plain clothes: nobody has vouched for it yet
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on 2026-06-15 "Escort started"
      Then protocol-ro/art-10/c.2 is pending
      And protocol-ro/art-10/c.2 awaits "Provision attested"

    @protocol-ro/art-10/c.3
    Scenario: Escorts with travel documents: an officer vouches that it was so
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on 2026-06-15 "Escort started"
      When on 2026-06-16 an officer attests that protocol-ro/art-10/c.3 was kept
      Then protocol-ro/art-10/c.3 is fulfilled

    @protocol-ro/art-10/c.3
    Scenario: Escorts with travel documents: an officer vouches that it was not so
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on 2026-06-15 "Escort started"
      When on 2026-06-16 an officer attests that protocol-ro/art-10/c.3 was not kept
      Then protocol-ro/art-10/c.3 is breached

    @protocol-ro/art-10/c.3
    Scenario: Escorts with travel documents: nobody has vouched for it yet
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on 2026-06-15 "Escort started"
      Then protocol-ro/art-10/c.3 is pending
      And protocol-ro/art-10/c.3 awaits "Provision attested"

    @protocol-ro/art-10/c.4
    Scenario: Escorts with proof of consent: an officer vouches that it was so
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on 2026-06-15 "Escort started"
      When on 2026-06-16 an officer attests that protocol-ro/art-10/c.4 was kept
      Then protocol-ro/art-10/c.4 is fulfilled

    @protocol-ro/art-10/c.4
    Scenario: Escorts with proof of consent: an officer vouches that it was not so
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on 2026-06-15 "Escort started"
      When on 2026-06-16 an officer attests that protocol-ro/art-10/c.4 was not kept
      Then protocol-ro/art-10/c.4 is breached

    @protocol-ro/art-10/c.4
    Scenario: Escorts with proof of consent: nobody has vouched for it yet
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on 2026-06-15 "Escort started"
      Then protocol-ro/art-10/c.4 is pending
      And protocol-ro/art-10/c.4 awaits "Provision attested"

    @protocol-ro/art-10/c.1
    Scenario: A return without escorts has no checklist
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on 2026-06-05
      When the person is transferred on 2026-06-15
      Then protocol-ro/art-10/c.1 does not apply

    @protocol-ro/art-10/c.1
    Scenario: An escorted transfer opens the checklist even if nobody recorded that the escort started
      Given a Romanian application for a Georgian national, submitted on 2026-06-01:
        | escorts | 1 |
      When the person is transferred on 2026-06-15
      Then protocol-ro/art-10/c.1 is pending

  @protocol-ro/art-10/d
  Rule: (d) Escorts answer for the person until the handover

    Scenario: The person is handed over to the State of destination
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on 2026-06-15 at 08:00 "Escort started"
      When on 2026-06-15 at 16:00 "Person handed over"
      Then protocol-ro/art-10/d is fulfilled

    Scenario: The person is handed over to another State
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on 2026-06-15 at 08:00 "Escort started"
      When on 2026-06-15 at 16:00 "Person handed over":
        | to | tr-border-police |
      Then protocol-ro/art-10/d is breached

    Scenario: The escort is under way
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on 2026-06-15 "Escort started"
      Then protocol-ro/art-10/d is pending
      And protocol-ro/art-10/d awaits "Person handed over"

    Scenario: A person in transit ends with the authorities of the transit State
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-01:
        | escorts | 1 |
      And on 2026-06-22 at 08:00 "Escort started"
      When on 2026-06-22 at 16:00 "Person handed over":
        | to | ge-migration-department |
      Then protocol-ro/art-10/d is breached

  Rule: (e) The papers are kept safe and handed over with the person

    @protocol-ro/art-10/e.1
    Scenario: Papers kept safe: an officer vouches that it was so
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on 2026-06-15 "Escort started"
      When on 2026-06-16 an officer attests that protocol-ro/art-10/e.1 was kept
      Then protocol-ro/art-10/e.1 is fulfilled

    @protocol-ro/art-10/e.1
    Scenario: Papers kept safe: an officer vouches that it was not so
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on 2026-06-15 "Escort started"
      When on 2026-06-16 an officer attests that protocol-ro/art-10/e.1 was not kept
      Then protocol-ro/art-10/e.1 is breached

    @protocol-ro/art-10/e.1
    Scenario: Papers kept safe: nobody has vouched for it yet
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on 2026-06-15 "Escort started"
      Then protocol-ro/art-10/e.1 is pending
      And protocol-ro/art-10/e.1 awaits "Provision attested"

    @protocol-ro/art-10/e.2 @in-time
    Scenario: The papers are handed over with the person
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Monday 2026-06-15 "Person handed over"
      When on Monday 2026-06-15 "Documents handed over"
      Then protocol-ro/art-10/e.2 is fulfilled

    @protocol-ro/art-10/e.2 @last-day
    Scenario: The papers follow on the next working day
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Monday 2026-06-15 "Person handed over"
      When on Tuesday 2026-06-16 at 23:59 "Documents handed over"
      Then protocol-ro/art-10/e.2 is fulfilled

    @protocol-ro/art-10/e.2 @first-day-late
    Scenario: The papers follow two days later
      # The text sets no time: a person has to look, and no breach is asserted.
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Monday 2026-06-15 "Person handed over"
      When on Wednesday 2026-06-17 at 00:00 "Documents handed over"
      Then protocol-ro/art-10/e.2 is up for review

    @protocol-ro/art-10/e.2
    Scenario: The papers go to the authorities of another State
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Monday 2026-06-15 "Person handed over"
      When on Monday 2026-06-15 "Documents handed over":
        | to | ro-border-police |
      Then protocol-ro/art-10/e.2 is breached

    @protocol-ro/art-10/e.2 @excused
    Scenario: Papers that follow late are excused
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Monday 2026-06-15 "Person handed over"
      And on Friday 2026-06-19 "Documents handed over"
      When on 2026-06-20 an excuse for protocol-ro/art-10/e.2 is accepted
      Then protocol-ro/art-10/e.2 is excused

    @protocol-ro/art-10/e.2 @not-applicable
    Scenario: A person who was not escorted brings no papers of escorts
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When the person is transferred on 2026-06-15
      Then protocol-ro/art-10/e.2 does not apply

    @protocol-ro/art-10/e.2 @not-yet-in-force
    Scenario: A handover before the protocol was in force
      Given a Romanian application for a Georgian national, received on 2019-06-03
      When on 2019-06-17 "Person handed over"
      Then protocol-ro/art-10/e.2 does not apply

  Rule: (f) Escorts respect the law of the requested Party and use force only in self-defence

    @protocol-ro/art-10/f.1
    Scenario: The law of the requested Party respected: an officer vouches that it was so
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on 2026-06-15 "Escort started"
      When on 2026-06-16 an officer attests that protocol-ro/art-10/f.1 was kept
      Then protocol-ro/art-10/f.1 is fulfilled

    @protocol-ro/art-10/f.1
    Scenario: The law of the requested Party respected: an officer vouches that it was not so
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on 2026-06-15 "Escort started"
      When on 2026-06-16 an officer attests that protocol-ro/art-10/f.1 was not kept
      Then protocol-ro/art-10/f.1 is breached

    @protocol-ro/art-10/f.1
    Scenario: The law of the requested Party respected: nobody has vouched for it yet
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on 2026-06-15 "Escort started"
      Then protocol-ro/art-10/f.1 is pending
      And protocol-ro/art-10/f.1 awaits "Provision attested"

    @protocol-ro/art-10/f.2
    Scenario: Self-defence: an officer vouches that it was necessary
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on 2026-06-15 "Force used":
        | ground | self_defence |
      When on 2026-06-16 an officer attests that protocol-ro/art-10/f.2 was kept
      Then protocol-ro/art-10/f.2 is fulfilled
      And protocol-ro/art-10/h does not apply

    @protocol-ro/art-10/f.2
    Scenario: Self-defence: an officer vouches that it was not necessary
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on 2026-06-15 "Force used":
        | ground | self_defence |
      When on 2026-06-16 an officer attests that protocol-ro/art-10/f.2 was not kept
      Then protocol-ro/art-10/f.2 is breached

    @protocol-ro/art-10/f.2
    Scenario: Self-defence: nobody has vouched for it yet
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on 2026-06-15 "Force used":
        | ground | self_defence |
      Then protocol-ro/art-10/f.2 is pending

    @protocol-ro/art-10/f.2
    Scenario: Each use of force has its own attestation
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on 2026-06-15 at 09:00 "Force used"
      And on 2026-06-15 at 10:00 an officer attests that protocol-ro/art-10/f.2 was kept
      When on 2026-06-15 at 11:00 "Force used"
      Then protocol-ro/art-10/f.2 is fulfilled for the first trigger
      And protocol-ro/art-10/f.2 is pending for the second trigger

    @protocol-ro/art-10/f.2
    Scenario: Coercion although people entitled to help were there
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on 2026-06-15 "Force used":
        | ground                        | direct_coercion |
        | threat                        | escape          |
        | no authorised persons present | no              |
      Then protocol-ro/art-10/f.2 is breached
      And protocol-ro/art-10/h does not apply

    @protocol-ro/art-10/f.2
    Scenario: Coercion whose circumstances nobody states
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on 2026-06-15 "Force used":
        | ground | direct_coercion |
      Then protocol-ro/art-10/f.2 is undetermined

  Rule: (g) The requested Party protects and supports escorts as its own people

    @protocol-ro/art-10/g
    Scenario: Equal protection and support: an officer vouches that it was so
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on 2026-06-15 "Escort started"
      When on 2026-06-16 an officer attests that protocol-ro/art-10/g was kept
      Then protocol-ro/art-10/g is fulfilled

    @protocol-ro/art-10/g
    Scenario: Equal protection and support: an officer vouches that it was not so
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on 2026-06-15 "Escort started"
      When on 2026-06-16 an officer attests that protocol-ro/art-10/g was not kept
      Then protocol-ro/art-10/g is breached

    @protocol-ro/art-10/g
    Scenario: Equal protection and support: nobody has vouched for it yet
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on 2026-06-15 "Escort started"
      Then protocol-ro/art-10/g is pending
      And protocol-ro/art-10/g awaits "Provision attested"

  @protocol-ro/art-10/h
  Rule: (h) Coercion is the exception, with nobody entitled there and a direct danger

    Scenario: Coercion with its circumstances: an officer vouches for the measure
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on 2026-06-15 "Force used":
        | ground                        | direct_coercion |
        | threat                        | self_harm       |
        | no authorised persons present | yes             |
        | proportionality               | Held by the arm |
      When on 2026-06-16 an officer attests that protocol-ro/art-10/h was kept
      Then protocol-ro/art-10/h is fulfilled
      And protocol-ro/art-10/f.2 does not apply

    Scenario: Coercion with its circumstances: an officer vouches that it went too far
      Given a Romanian application for a Georgian national, submitted on Monday 2026-06-01
      And on 2026-06-15 "Force used":
        | ground                        | direct_coercion |
        | threat                        | escape          |
        | no authorised persons present | yes             |
        | proportionality               | Held by the arm |
      When on 2026-06-16 an officer attests that protocol-ro/art-10/h was not kept
      Then protocol-ro/art-10/h is breached
      And the case shows one deviation

    Scenario: Coercion with its circumstances: nobody has vouched for it yet
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on 2026-06-15 "Force used":
        | ground                        | direct_coercion    |
        | threat                        | damage_to_property |
        | no authorised persons present | yes                |
        | proportionality               | Held by the arm    |
      Then protocol-ro/art-10/h is pending

  @protocol-ro/art-10/i
  Rule: (i) Escorts hold the visas of third countries on the way

    Scenario: The visa that is needed is held
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on 2026-06-12 "Escort visas stated":
        | route.1.country       | TR         |
        | route.1.visa_required | yes        |
        | route.1.visa_held     | yes        |
        | route.1.valid_until   | 2026-12-31 |
      Then protocol-ro/art-10/i is fulfilled

    Scenario: The visa that is needed is missing
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on 2026-06-12 "Escort visas stated":
        | route.1.country       | TR  |
        | route.1.visa_required | yes |
        | route.1.visa_held     | no  |
      Then protocol-ro/art-10/i is breached

    Scenario: The visa runs out before the journey
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on 2026-06-12 "Escort visas stated":
        | route.1.country       | TR         |
        | route.1.visa_required | yes        |
        | route.1.visa_held     | yes        |
        | route.1.valid_until   | 2026-06-14 |
      When on 2026-06-15 "Escort started"
      Then protocol-ro/art-10/i is breached

    Scenario: Nobody says whether the visa is held
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on 2026-06-12 "Escort visas stated":
        | route.1.country       | TR  |
        | route.1.visa_required | yes |
      Then protocol-ro/art-10/i is undetermined

    Scenario: A visa of the Parties themselves is not asked for
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on 2026-06-12 "Escort visas stated":
        | route.1.country       | GE  |
        | route.1.visa_required | yes |
        | route.1.visa_held     | no  |
      Then protocol-ro/art-10/i does not apply
