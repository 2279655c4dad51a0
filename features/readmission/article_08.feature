Feature: Protocol, Article 8: transfer
  The requesting authority announces a transfer ahead of time, says at once when it cannot take
  place, and carries it out within three months of the consent.

  > The texts quoted here are our own words; the English text of the protocol prevails.

  @protocol-ro/art-8/1
  Rule: (1) A transfer is announced at least three working days before its date

    @in-time
    Scenario: A transfer announced five working days ahead
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on 2026-06-05
      When the transfer of Monday 2026-06-15 is notified on Monday 2026-06-08
      Then protocol-ro/art-8/1 is fulfilled
      And protocol-ro/art-8/1 is not contested
      And the status of the case is "Transfer scheduled"

    @last-day @contested
    Scenario: A transfer announced on the last day
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on 2026-06-05
      When the transfer of Monday 2026-06-15 is notified on Wednesday 2026-06-10 at 23:59 in Bucharest
      Then protocol-ro/art-8/1 is fulfilled
      And the last day of protocol-ro/art-8/1 is Wednesday 2026-06-10
      And the readings of protocol-ro/art-8/1 end between Tuesday 2026-06-09 and Wednesday 2026-06-10
      And protocol-ro/art-8/1 is contested

    @first-day-late
    Scenario: A transfer announced on the first day that is too late
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on 2026-06-05
      And on 2026-06-08 "Travel document issued"
      When the transfer of Monday 2026-06-15 is notified on Thursday 2026-06-11 at 00:00 in Bucharest
      Then protocol-ro/art-8/1 is fulfilled late
      And the case shows one deviation

    @contested
    Scenario: A day off in one of the two States lies within the three working days
      # 23 November 2026 is St George's Day in Georgia and a working day in Romania.
      Given a Romanian application for a Georgian national, received on Monday 2026-10-26
      And the reply accepts on 2026-11-02
      When the transfer of Thursday 2026-11-26 is notified on Monday 2026-11-23
      Then the last day of protocol-ro/art-8/1 is Friday 2026-11-20
      And the count of protocol-ro/art-8/1 skips 2026-11-23 for "Saint George's Day (Giorgoba)"
      And protocol-ro/art-8/1 is fulfilled
      And protocol-ro/art-8/1 is contested

    @excused
    Scenario: A late announcement is excused and stays visible beneath
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on 2026-06-05
      And on 2026-06-08 "Travel document issued"
      And the transfer of 2026-06-15 is notified on 2026-06-12
      When on 2026-06-16 an excuse for protocol-ro/art-8/1 is accepted: "Flight schedule changed"
      Then protocol-ro/art-8/1 is excused
      And protocol-ro/art-8/1 would otherwise be fulfilled late
      And the case shows no deviations

    Scenario: The requested side waives the announcement before the time is up
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on 2026-06-05
      And on 2026-06-09 "Art. 8(1)" is waived because "The person asks to travel sooner"
      When the transfer of 2026-06-15 is notified on 2026-06-12
      Then protocol-ro/art-8/1 is waived

    Scenario: A transfer announced by telephone
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on 2026-06-05
      When the transfer of 2026-06-15 is notified on 2026-06-08:
        | channel | telephone |
      Then protocol-ro/art-8/1 is breached

    @not-applicable
    Scenario: No transfer is planned
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply refuses on 2026-06-05:
        | grounds | Nationality not established |
      Then protocol-ro/art-8/1 does not apply

    @not-yet-in-force
    Scenario: A transfer announced before the protocol was in force
      Given a Romanian application for a Georgian national, received on 2019-05-02
      When the transfer of 2019-06-05 is notified on 2019-06-04
      Then protocol-ro/art-8/1 does not apply

  Rule: (2) What cannot be kept is said at once; the transfer takes place within three months

    @protocol-ro/art-8/2.1 @in-time
    Scenario: The three months cannot be kept, and the other side is told the same day
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on 2026-06-05
      And on Friday 2026-08-14 at 10:00 "Transfer became impossible":
        | limit | three_months |
      When on Friday 2026-08-14 at 15:00 "Impossibility of transfer notified":
        | limit | three_months |
      Then protocol-ro/art-8/2.1 is fulfilled
      And protocol-ro/art-8/2.2 does not apply
      And the status of the case is "Transfer postponed"

    @protocol-ro/art-8/2.1 @last-day
    Scenario: The three months cannot be kept, and the other side is told on the next working day
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on 2026-06-05
      And on Friday 2026-06-12 "Transfer became impossible":
        | limit | three_months |
      When on Monday 2026-06-15 "Impossibility of transfer notified":
        | limit | three_months |
      Then protocol-ro/art-8/2.1 is fulfilled

    @protocol-ro/art-8/2.1 @first-day-late
    Scenario: The three months cannot be kept, and nobody has said so after a working day
      # "Immediately" has no number: a person has to look, and no breach is asserted.
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on 2026-06-05
      And on 2026-06-08 "Travel document issued"
      And on Friday 2026-06-12 "Transfer became impossible":
        | limit | three_months |
      When the case is judged on Tuesday 2026-06-16
      Then protocol-ro/art-8/2.1 is up for review
      And protocol-ro/art-8/2.1 would otherwise be breached
      And protocol-ro/art-8/2.1 awaits "Impossibility of transfer notified"
      And the case shows no deviations

    @protocol-ro/art-8/2.1 @excused
    Scenario: A late word about the three months is excused
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on 2026-06-05
      And on Friday 2026-06-12 "Transfer became impossible":
        | limit | three_months |
      And on Wednesday 2026-06-17 "Impossibility of transfer notified":
        | limit | three_months |
      When on 2026-06-18 an excuse for protocol-ro/art-8/2.1 is accepted
      Then protocol-ro/art-8/2.1 is excused

    @protocol-ro/art-8/2.1 @protocol-ro/art-8/2.2 @not-applicable
    Scenario: The transfer takes place as announced
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on 2026-06-05
      And the transfer of 2026-06-15 is notified on 2026-06-08
      When the person is transferred on 2026-06-15
      Then protocol-ro/art-8/2.1 does not apply
      And protocol-ro/art-8/2.2 does not apply

    @protocol-ro/art-8/2.1 @protocol-ro/art-8/2.2 @not-yet-in-force
    Scenario: A transfer became impossible before the protocol was in force
      Given a Romanian application for a Georgian national, received on 2019-05-02
      And on 2019-05-06 "Transfer became impossible":
        | limit | three_months |
      When on 2019-05-13 "Transfer became impossible":
        | limit | notified_date |
      Then protocol-ro/art-8/2.1 does not apply
      And protocol-ro/art-8/2.2 does not apply

    @protocol-ro/art-8/2.2 @in-time
    Scenario: The announced date fails, and the other side is told at once
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on 2026-06-05
      And the transfer of 2026-06-15 is notified on 2026-06-08
      And on Friday 2026-06-12 at 09:00 "Transfer became impossible":
        | limit | notified_date |
      When on Friday 2026-06-12 at 09:30 "Impossibility of transfer notified":
        | limit | notified_date |
      Then protocol-ro/art-8/2.2 is fulfilled
      And protocol-ro/art-8/2.1 does not apply

    @protocol-ro/art-8/2.2 @last-day
    Scenario: The announced date fails, and the other side is told on the next working day
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on 2026-06-05
      And the transfer of 2026-06-16 is notified on 2026-06-08
      And on Friday 2026-06-12 "Transfer became impossible":
        | limit | notified_date |
      When on Monday 2026-06-15 "Impossibility of transfer notified":
        | limit | notified_date |
      Then protocol-ro/art-8/2.2 is fulfilled

    @protocol-ro/art-8/2.2 @first-day-late
    Scenario: The announced date fails, and the other side is told two working days later
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on 2026-06-05
      And the transfer of 2026-06-15 is notified on 2026-06-08
      And on Friday 2026-06-12 "Transfer became impossible":
        | limit | notified_date |
      When on Tuesday 2026-06-16 "Impossibility of transfer notified":
        | limit | notified_date |
      Then protocol-ro/art-8/2.2 is up for review
      And protocol-ro/art-8/2.2 would otherwise be fulfilled late

    @protocol-ro/art-8/2.2 @excused
    Scenario: A late word about the announced date is excused
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on 2026-06-05
      And the transfer of 2026-06-15 is notified on 2026-06-08
      And on Friday 2026-06-12 "Transfer became impossible":
        | limit | notified_date |
      And on Wednesday 2026-06-17 "Impossibility of transfer notified":
        | limit | notified_date |
      When on 2026-06-18 an excuse for protocol-ro/art-8/2.2 is accepted
      Then protocol-ro/art-8/2.2 is excused

    @protocol-ro/art-8/2.3 @in-time
    Scenario: The person is transferred ten days after the consent
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on 2026-06-05
      And the transfer of 2026-06-15 is notified on 2026-06-08
      When the person is transferred on 2026-06-15
      Then protocol-ro/art-8/2.3 is fulfilled
      And the status of the case is "Transferred"

    @protocol-ro/art-8/2.3 @last-day
    Scenario: The person is transferred on the last day of the three months
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on Monday 2026-06-08
      When the person is transferred on Tuesday 2026-09-08
      Then the last day of protocol-ro/art-8/2.3 is Tuesday 2026-09-08
      And protocol-ro/art-8/2.3 is fulfilled

    @protocol-ro/art-8/2.3 @first-day-late
    Scenario: The person is transferred on the day after the three months
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on Monday 2026-06-08
      When the person is transferred on Wednesday 2026-09-09
      Then protocol-ro/art-8/2.3 is fulfilled late

    @protocol-ro/art-8/2.3
    Scenario: The three months end and nobody was transferred
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on Monday 2026-06-08
      When the case is judged on Wednesday 2026-09-09
      Then protocol-ro/art-8/2.3 is breached
      And protocol-ro/art-8/2.3 awaits "Transfer completed"
      And the status of the case is "Transfer term expired"

    @protocol-ro/art-8/2.3
    Scenario: The three months are still running
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on Monday 2026-06-08
      When the case is judged on Tuesday 2026-09-08
      Then protocol-ro/art-8/2.3 is pending
      And the status of the case is "Accepted"

    @protocol-ro/art-8/2.3 @contested
    Scenario: The three months end on a Saturday
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on Friday 2026-06-12
      When the person is transferred on Sunday 2026-09-13
      Then the readings of protocol-ro/art-8/2.3 end between Saturday 2026-09-12 and Monday 2026-09-14
      And protocol-ro/art-8/2.3 is fulfilled
      And protocol-ro/art-8/2.3 is contested

    @protocol-ro/art-8/2.3
    Scenario: The three months are extended by the time of an obstacle
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on Monday 2026-06-08
      And on 2026-08-20 "Transfer term extended":
        | obstacle       | Criminal proceedings |
        | extended until | 2026-10-08           |
      When the person is transferred on Thursday 2026-10-08
      Then protocol-ro/art-8/2.3 is fulfilled

    @protocol-ro/art-8/2.3 @not-applicable
    Scenario: The application was refused
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply refuses on 2026-06-05:
        | grounds | Nationality not established |
      Then protocol-ro/art-8/2.3 does not apply

    @protocol-ro/art-8/2.3 @not-yet-in-force
    Scenario: A consent given before the protocol was in force
      Given a Romanian application for a Georgian national, received on 2019-05-02
      And on 2019-05-20 "Reply sent"
      When the case is judged on 2019-12-02
      Then protocol-ro/art-8/2.3 does not apply
