Feature: Protocol, Article 5: the accelerated procedure
  A person caught in the border region can be asked for within two days and is answered for within two
  working days.

  Rule: (a) The application: its form, its time, its way

    @protocol-ro/art-5/a.1
    Scenario: An accelerated application on the form of Annex 5
      When an accelerated Romanian application for a Georgian national, submitted on Monday 2026-06-01
      Then protocol-ro/art-5/a.1 is fulfilled

    @protocol-ro/art-5/a.1
    Scenario: An accelerated application by letter
      When an accelerated Romanian application for a Georgian national, submitted on Monday 2026-06-01:
        | form | letter |
      Then protocol-ro/art-5/a.1 is breached

    @protocol-ro/art-5/a.1
    Scenario: An ordinary application is no matter of this article
      When a Romanian application for a Georgian national, received on Monday 2026-06-01:
        | form | letter |
      Then protocol-ro/art-5/a.1 does not apply

    @protocol-ro/art-5/a.2 @in-time
    Scenario: An application the day after the person was caught
      Given on Monday 2026-06-01 "Person apprehended"
      When an accelerated Romanian application for a Georgian national, received on Tuesday 2026-06-02
      Then protocol-ro/art-5/a.2 is fulfilled
      And protocol-ro/art-5/a.2 is not contested

    @protocol-ro/art-5/a.2 @last-day
    Scenario: An application on the second day
      Given on Monday 2026-06-01 "Person apprehended"
      When an accelerated Romanian application for a Georgian national, received on Wednesday 2026-06-03 at 23:59 in Bucharest
      Then the last day of protocol-ro/art-5/a.2 is Wednesday 2026-06-03
      And protocol-ro/art-5/a.2 is fulfilled

    @protocol-ro/art-5/a.2 @first-day-late
    Scenario: An application on the third day
      Given on Monday 2026-06-01 "Person apprehended"
      When an accelerated Romanian application for a Georgian national, received on Thursday 2026-06-04 at 00:00 in Bucharest
      Then protocol-ro/art-5/a.2 is fulfilled late

    @protocol-ro/art-5/a.2 @contested
    Scenario: The two days are a weekend
      Given on Friday 2026-06-05 "Person apprehended"
      When an accelerated Romanian application for a Georgian national, received on Monday 2026-06-08
      Then the last day of protocol-ro/art-5/a.2 is Sunday 2026-06-07
      And the readings of protocol-ro/art-5/a.2 end between Sunday 2026-06-07 and Tuesday 2026-06-09
      And protocol-ro/art-5/a.2 is fulfilled
      And protocol-ro/art-5/a.2 is contested

    @protocol-ro/art-5/a.2 @excused
    Scenario: A late accelerated application is excused
      Given on Monday 2026-06-01 "Person apprehended"
      And an accelerated Romanian application for a Georgian national, received on Friday 2026-06-05
      When on 2026-06-08 an excuse for protocol-ro/art-5/a.2 is accepted
      Then protocol-ro/art-5/a.2 is excused

    @protocol-ro/art-5/a.2
    Scenario: Nobody has applied yet
      Given on Monday 2026-06-01 "Person apprehended"
      When the case is judged on Tuesday 2026-06-02
      Then protocol-ro/art-5/a.2 is pending
      And protocol-ro/art-5/a.2 awaits "Application submitted"

    @protocol-ro/art-5/a.2
    Scenario: The two days pass, and the ordinary procedure remains
      Given on Monday 2026-06-01 "Person apprehended"
      When the case is judged on Friday 2026-06-05
      Then protocol-ro/art-5/a.2 is discharged
      And the case shows no deviations

    @protocol-ro/art-5/a.2 @not-applicable
    Scenario: The requesting State chooses the ordinary procedure
      Given on Monday 2026-06-01 "Person apprehended"
      When a Romanian application for a Georgian national, received on Monday 2026-06-15
      Then protocol-ro/art-5/a.2 does not apply

    @protocol-ro/art-5/a.2
    Scenario: When the person was caught is not recorded
      When an accelerated Romanian application for a Georgian national, received on Monday 2026-06-01
      Then protocol-ro/art-5/a.2 is undetermined
      And protocol-ro/art-5/a.2 awaits "Person apprehended"

    @protocol-ro/art-5/a.2
    Scenario: The person was caught inland
      Given on Monday 2026-06-01 "Person apprehended":
        | in border region | no |
      When an accelerated Romanian application for a Georgian national, received on Tuesday 2026-06-02
      Then protocol-ro/art-5/a.2 is undetermined

    @protocol-ro/art-5/a.2 @not-yet-in-force
    Scenario: The person was caught before the protocol was in force
      Given on Monday 2019-06-03 "Person apprehended"
      When an accelerated Romanian application for a Georgian national, received on Monday 2019-06-10
      Then protocol-ro/art-5/a.2 does not apply

    @protocol-ro/art-5/a.3
    Scenario: An accelerated application by e-mail
      When an accelerated Romanian application for a Georgian national, submitted on Monday 2026-06-01
      Then protocol-ro/art-5/a.3 is fulfilled

    @protocol-ro/art-5/a.3
    Scenario: An accelerated application by messenger
      When an accelerated Romanian application for a Georgian national, submitted on Monday 2026-06-01:
        | channel | messenger |
      Then protocol-ro/art-5/a.3 is breached

  Rule: (b) The reply: its time, its way

    @protocol-ro/art-5/b.1 @in-time
    Scenario: A reply on the next day
      Given an accelerated Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on Tuesday 2026-06-02
      Then protocol-ro/art-5/b.1 is fulfilled
      And protocol-ro/art-5/b.1 is not contested

    @protocol-ro/art-5/b.1 @last-day
    Scenario: A reply on the second working day
      Given an accelerated Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on Wednesday 2026-06-03 at 23:59
      Then the last day of protocol-ro/art-5/b.1 is Wednesday 2026-06-03
      And protocol-ro/art-5/b.1 is fulfilled

    @protocol-ro/art-5/b.1 @first-day-late
    Scenario: A reply after the second working day
      Given an accelerated Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on Thursday 2026-06-04 at 00:00
      Then protocol-ro/art-5/b.1 is fulfilled late

    @protocol-ro/art-5/b.1 @contested
    Scenario: Saint George's Day is off in Georgia and not in Romania
      Given an accelerated Romanian application for a Georgian national, received on Friday 2026-11-20
      When the reply accepts on Wednesday 2026-11-25
      Then the last day of protocol-ro/art-5/b.1 is Wednesday 2026-11-25
      And the readings of protocol-ro/art-5/b.1 end between Tuesday 2026-11-24 and Wednesday 2026-11-25
      And the count of protocol-ro/art-5/b.1 skips 2026-11-23 for "Saint George's Day (Giorgoba)"
      And protocol-ro/art-5/b.1 is fulfilled
      And protocol-ro/art-5/b.1 is contested

    @protocol-ro/art-5/b.1
    Scenario: Silence after the second working day is consent, yet not verified
      Given an accelerated Romanian application for a Georgian national, received on Monday 2026-06-01
      When the case is judged on Thursday 2026-06-04
      Then protocol-ro/art-5/b.1 is breached
      And silence counts as consent after Wednesday 2026-06-03
      And the status of the case is "Reply overdue"

    @protocol-ro/art-5/b.1
    Scenario: A request for an interview does not move the reply
      Given an accelerated Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Tuesday 2026-06-02 "Interview requested"
      When the case is judged on Thursday 2026-06-04
      Then protocol-ro/art-5/b.1 is breached
      And protocol-ro/art-7/1.1 is undetermined
      And protocol-ro/art-7/1.2 does not apply

    @protocol-ro/art-5/b.1 @excused
    Scenario: A late accelerated reply is excused
      Given an accelerated Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on Friday 2026-06-05
      When on 2026-06-08 an excuse for protocol-ro/art-5/b.1 is accepted
      Then protocol-ro/art-5/b.1 is excused

    @protocol-ro/art-5/b.1
    Scenario: The requesting side waives the two days
      Given an accelerated Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Tuesday 2026-06-02 protocol-ro/art-5/b.1 is waived because "The person is in hospital"
      When the reply accepts on Friday 2026-06-05
      Then protocol-ro/art-5/b.1 is waived

    @protocol-ro/art-5/b.1 @not-applicable
    Scenario: The ordinary procedure has its own time
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      Then protocol-ro/art-5/b.1 does not apply

    @protocol-ro/art-5/b.1 @not-yet-in-force
    Scenario: An accelerated application received before the protocol was in force
      Given an accelerated Romanian application for a Georgian national, received on Monday 2019-06-03
      When the case is judged on 2019-07-10
      Then protocol-ro/art-5/b.1 does not apply

    @protocol-ro/art-5/b.2
    Scenario: An accelerated reply through the electronic system
      Given an accelerated Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on Tuesday 2026-06-02:
        | channel | authorised_electronic_system |
      Then protocol-ro/art-5/b.2 is fulfilled

    @protocol-ro/art-5/b.2
    Scenario: An accelerated reply by telephone
      Given an accelerated Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on Tuesday 2026-06-02:
        | channel | telephone |
      Then protocol-ro/art-5/b.2 is breached

  Rule: (c) A consent may fix time and place of the transfer

    @protocol-ro/art-5/c
    Scenario: The consent fixes the transfer
      Given an accelerated Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on Tuesday 2026-06-02:
        | transfer at    | 2026-06-10 at 09:00 |
        | transfer place | ge-tbilisi-airport  |
      Then protocol-ro/art-5/c is fulfilled

    @protocol-ro/art-5/c
    Scenario: The consent leaves the transfer open
      Given an accelerated Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on Tuesday 2026-06-02
      Then protocol-ro/art-5/c does not apply

    @protocol-ro/art-5/c
    Scenario: A refusal has nothing to fix
      Given an accelerated Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply refuses on Tuesday 2026-06-02:
        | grounds | Nationality not established |
      Then protocol-ro/art-5/c does not apply
