Feature: Protocol, Article 4: the reply to an application
  The reply takes one of three ways, keeps to Art. 10(2) of the agreement, and gives grounds when it refuses.

  Rule: (1) The reply comes by a permitted way, in writing and in time

    @protocol-ro/art-4/1.1
    Scenario: A reply by fax
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on Friday 2026-06-05:
        | channel | fax |
      Then protocol-ro/art-4/1.1 is fulfilled

    @protocol-ro/art-4/1.1
    Scenario: A reply by post
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on Friday 2026-06-05:
        | channel | post |
      Then protocol-ro/art-4/1.1 is breached
      And the case shows one deviation

    @protocol-ro/art-4/1.1
    Scenario: For an accelerated reply Article 5 says so
      Given an accelerated Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on Tuesday 2026-06-02
      Then protocol-ro/art-4/1.1 does not apply
      And protocol-ro/art-5/b.2 is fulfilled

    @protocol-ro/art-4/1.2 @in-time
    Scenario: A reply on the fourth day
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on Friday 2026-06-05
      Then protocol-ro/art-4/1.2 is fulfilled
      And protocol-ro/art-4/1.2 is not contested
      And the case shows no deviations

    @protocol-ro/art-4/1.2 @last-day
    Scenario: A reply on the twelfth day
      Given a Romanian application for a Georgian national, received on Wednesday 2026-06-03
      When the reply accepts on Monday 2026-06-15 at 23:59
      Then the last day of protocol-ro/art-4/1.2 is Monday 2026-06-15
      And every reading of protocol-ro/art-4/1.2 ends on Monday 2026-06-15
      And protocol-ro/art-4/1.2 is fulfilled

    @protocol-ro/art-4/1.2 @first-day-late
    Scenario: A reply on the thirteenth day
      Given a Romanian application for a Georgian national, received on Wednesday 2026-06-03
      When the reply accepts on Tuesday 2026-06-16 at 00:00
      Then protocol-ro/art-4/1.2 is fulfilled late
      And silence counts as consent after Monday 2026-06-15

    @protocol-ro/art-4/1.2 @contested
    Scenario: The twelve days end on a Saturday
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on Monday 2026-06-15
      Then the last day of protocol-ro/art-4/1.2 is Saturday 2026-06-13
      And the readings of protocol-ro/art-4/1.2 end between Saturday 2026-06-13 and Monday 2026-06-15
      And protocol-ro/art-4/1.2 is fulfilled
      And protocol-ro/art-4/1.2 is contested

    @protocol-ro/art-4/1.2
    Scenario: The midnight of the requested State ends the twelfth day
      Given a Georgian application for a third-country national, received on Wednesday 2026-06-03
      When the reply accepts on Monday 2026-06-15 at 23:59 in Bucharest
      Then protocol-ro/art-4/1.2 is fulfilled
      And protocol-ro/art-4/1.2 is due by the end of Monday 2026-06-15 in Bucharest

    @protocol-ro/art-4/1.2
    Scenario: Nobody replies
      Given a Romanian application for a Georgian national, received on Wednesday 2026-06-03
      When the case is judged on Tuesday 2026-06-16
      Then protocol-ro/art-4/1.2 is breached
      And protocol-ro/art-4/1.2 awaits "Reply sent"
      And silence counts as consent after Monday 2026-06-15
      And the status of the case is "Deemed accepted"

    @protocol-ro/art-4/1.2
    Scenario: The reply is still awaited
      Given a Romanian application for a Georgian national, received on Wednesday 2026-06-03
      When the case is judged on Monday 2026-06-15
      Then protocol-ro/art-4/1.2 is pending
      And silence has produced no consent

    @protocol-ro/art-4/1.2
    Scenario: A reply in words only
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on Friday 2026-06-05:
        | writing | oral |
      Then protocol-ro/art-4/1.2 is breached

    @protocol-ro/art-4/1.2 @excused
    Scenario: A late reply is excused
      Given a Romanian application for a Georgian national, received on Wednesday 2026-06-03
      And the reply accepts on Thursday 2026-06-18
      When on 2026-06-19 an excuse for protocol-ro/art-4/1.2 is accepted: "The electronic system was down"
      Then protocol-ro/art-4/1.2 is excused
      And protocol-ro/art-4/1.2 would otherwise be fulfilled late

    @protocol-ro/art-4/1.2
    Scenario: The application is withdrawn before the reply is due
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on Friday 2026-06-05 "Application withdrawn"
      Then protocol-ro/art-4/1.2 is discharged

    @protocol-ro/art-4/1.2
    Scenario: Two replies contradict each other
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on Thursday 2026-06-04
      When the reply refuses on Friday 2026-06-05:
        | grounds | Nationality not established |
      Then protocol-ro/art-4/1.2 is undetermined
      And the case shows the contradiction "Reply sent"

    @protocol-ro/art-4/1.2
    Scenario: A reply whose application was never recorded as received
      Given a Romanian application for a Georgian national, submitted on Monday 2026-06-01
      When the reply accepts on Friday 2026-06-05
      Then protocol-ro/art-4/1.2 is undetermined
      And protocol-ro/art-4/1.2 awaits "Application received"
      And the case misses "Application received"

    @protocol-ro/art-4/1.2
    Scenario: A receipt recorded late re-judges the case
      Given a Romanian application for a Georgian national, submitted on Monday 2026-06-01
      And the reply accepts on Friday 2026-06-05
      When on Monday 2026-06-01 "Application received", recorded on Tuesday 2026-06-09
      Then protocol-ro/art-4/1.2 is fulfilled

    @protocol-ro/art-4/1.2 @not-applicable
    Scenario: The accelerated procedure has its own time
      Given an accelerated Romanian application for a Georgian national, received on Monday 2026-06-01
      Then protocol-ro/art-4/1.2 does not apply
      And protocol-ro/art-5/b.1 is pending

    @protocol-ro/art-4/1.2
    Scenario: An interview moves the reply under Article 7
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on Tuesday 2026-06-02 "Interview requested"
      Then protocol-ro/art-4/1.2 does not apply
      And protocol-ro/art-7/1.2 is pending

    @protocol-ro/art-4/1.2 @not-yet-in-force
    Scenario: An application received before the protocol was in force
      Given a Romanian application for a Georgian national, received on Friday 2019-06-28
      When the case is judged on 2019-08-01
      Then protocol-ro/art-4/1.2 does not apply

  Rule: (2) A refusal states its grounds

    @protocol-ro/art-4/2
    Scenario: A refusal with grounds
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply refuses on Friday 2026-06-05:
        | grounds | Nationality not established |
      Then protocol-ro/art-4/2 is fulfilled
      And the status of the case is "Refused"

    @protocol-ro/art-4/2
    Scenario: A refusal without a word of why
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply refuses on Friday 2026-06-05
      Then protocol-ro/art-4/2 is breached

    @protocol-ro/art-4/2
    Scenario: A consent needs no grounds
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on Friday 2026-06-05
      Then protocol-ro/art-4/2 does not apply
