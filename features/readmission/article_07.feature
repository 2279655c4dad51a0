Feature: Protocol, Article 7: interviews
  Where nothing else shows the nationality, the mission of the requested State interviews the person within
  four days; the reply still comes within twelve.

  Rule: (1) The interview within four days, the reply within twelve

    @protocol-ro/art-7/1.1 @in-time
    Scenario: An interview on the second day
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Tuesday 2026-06-02 at 09:00 "Interview requested"
      When on Wednesday 2026-06-03 "Interview held"
      Then protocol-ro/art-7/1.1 is fulfilled
      And protocol-ro/art-7/1.1 is not contested
      And the status of the case is "Interviewed"

    @protocol-ro/art-7/1.1 @last-day
    Scenario: An interview on the fourth day
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Tuesday 2026-06-02 "Interview requested"
      When on Friday 2026-06-05 at 23:59 "Interview held"
      Then the last day of protocol-ro/art-7/1.1 is Friday 2026-06-05
      And protocol-ro/art-7/1.1 is fulfilled

    @protocol-ro/art-7/1.1 @first-day-late
    Scenario: An interview on the fifth day
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Tuesday 2026-06-02 "Interview requested"
      When on Saturday 2026-06-06 at 00:00 "Interview held"
      Then protocol-ro/art-7/1.1 is fulfilled late

    @protocol-ro/art-7/1.1 @contested
    Scenario: The four days, which the text does not qualify, hold a weekend
      Given a Romanian application for a Georgian national, received on Wednesday 2026-06-03
      And on Thursday 2026-06-04 "Interview requested"
      When on Monday 2026-06-08 "Interview held"
      Then the last day of protocol-ro/art-7/1.1 is Sunday 2026-06-07
      And the readings of protocol-ro/art-7/1.1 end between Sunday 2026-06-07 and Tuesday 2026-06-09
      And protocol-ro/art-7/1.1 is fulfilled
      And protocol-ro/art-7/1.1 is contested

    @protocol-ro/art-7/1.1
    Scenario: No interview is held
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Tuesday 2026-06-02 "Interview requested"
      When the case is judged on Saturday 2026-06-06
      Then protocol-ro/art-7/1.1 is breached
      And protocol-ro/art-7/1.1 awaits "Interview held"

    @protocol-ro/art-7/1.1
    Scenario: An interview by the requesting side is no interview of the mission
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Tuesday 2026-06-02 "Interview requested"
      And on Wednesday 2026-06-03 "Interview held":
        | by | ro-immigration-inspectorate |
      When the case is judged on Saturday 2026-06-06
      Then protocol-ro/art-7/1.1 is breached

    @protocol-ro/art-7/1.1 @excused
    Scenario: A late interview is excused
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Tuesday 2026-06-02 "Interview requested"
      And on Monday 2026-06-08 "Interview held"
      When on 2026-06-09 an excuse for protocol-ro/art-7/1.1 is accepted: "The person was in hospital"
      Then protocol-ro/art-7/1.1 is excused

    @protocol-ro/art-7/1.1 @not-applicable
    Scenario: A document of the annexes is at hand
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on Tuesday 2026-06-02 "Interview requested":
        | annex documents available | yes |
      Then protocol-ro/art-7/1.1 does not apply
      And protocol-ro/art-4/1.2 is pending

    @protocol-ro/art-7/1.1
    Scenario: The interview is asked for after the fourth day
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on Monday 2026-06-08 "Interview requested"
      Then protocol-ro/art-7/1.1 does not apply
      And protocol-ro/art-7/1.2 is pending

    @protocol-ro/art-7/1.1
    Scenario: The requested side agrees before the interview
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Tuesday 2026-06-02 "Interview requested"
      When the reply accepts on Wednesday 2026-06-03
      Then protocol-ro/art-7/1.1 is discharged

    @protocol-ro/art-7/1.1
    Scenario: An interview in the accelerated procedure collides with its two working days
      Given an accelerated Romanian application for a Georgian national, received on Monday 2026-06-01
      When on Tuesday 2026-06-02 "Interview requested"
      Then protocol-ro/art-7/1.1 is undetermined
      And protocol-ro/art-5/b.1 is pending

    @protocol-ro/art-7/1.1 @not-yet-in-force
    Scenario: An interview asked for before the protocol was in force
      Given a Romanian application for a Georgian national, received on Monday 2019-06-03
      When on Tuesday 2019-06-04 "Interview requested"
      Then protocol-ro/art-7/1.1 does not apply

    @protocol-ro/art-7/1.2 @in-time
    Scenario: A reply five days after the interview
      Given a Romanian application for a Georgian national, received on Wednesday 2026-06-03
      And on Thursday 2026-06-04 "Interview requested"
      And on Friday 2026-06-05 "Interview held"
      When the reply accepts on Wednesday 2026-06-10
      Then protocol-ro/art-7/1.2 is fulfilled
      And protocol-ro/art-4/1.2 does not apply

    @protocol-ro/art-7/1.2 @last-day
    Scenario: A reply after an interview, on the twelfth day
      Given a Romanian application for a Georgian national, received on Wednesday 2026-06-03
      And on Thursday 2026-06-04 "Interview requested"
      When the reply accepts on Monday 2026-06-15 at 23:59
      Then the last day of protocol-ro/art-7/1.2 is Monday 2026-06-15
      And protocol-ro/art-7/1.2 is fulfilled

    @protocol-ro/art-7/1.2 @first-day-late
    Scenario: A reply after an interview, on the thirteenth day
      Given a Romanian application for a Georgian national, received on Wednesday 2026-06-03
      And on Thursday 2026-06-04 "Interview requested"
      And on Friday 2026-06-05 "Interviewee transported"
      And on Friday 2026-06-05 "Interview held"
      When the reply accepts on Tuesday 2026-06-16 at 00:00
      Then protocol-ro/art-7/1.2 is fulfilled late
      And the case shows one deviation

    @protocol-ro/art-7/1.2 @contested
    Scenario: The twelve days after an interview end on a Saturday
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Tuesday 2026-06-02 "Interview requested"
      When the reply accepts on Sunday 2026-06-14
      Then the readings of protocol-ro/art-7/1.2 end between Saturday 2026-06-13 and Monday 2026-06-15
      And protocol-ro/art-7/1.2 is contested

    @protocol-ro/art-7/1.2
    Scenario: A reply after an interview in words only
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Tuesday 2026-06-02 "Interview requested"
      When the reply accepts on Friday 2026-06-05:
        | writing | oral |
      Then protocol-ro/art-7/1.2 is breached

    @protocol-ro/art-7/1.2
    Scenario: Silence after an interview
      Given a Romanian application for a Georgian national, received on Wednesday 2026-06-03
      And on Thursday 2026-06-04 "Interview requested"
      When the case is judged on Tuesday 2026-06-16
      Then protocol-ro/art-7/1.2 is breached
      And silence counts as consent after Monday 2026-06-15

    @protocol-ro/art-7/1.2 @not-applicable
    Scenario: No interview was asked for
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on Friday 2026-06-05
      Then protocol-ro/art-7/1.2 does not apply

    @protocol-ro/art-7/1.2 @not-yet-in-force
    Scenario: A reply after an interview asked for before the protocol was in force
      Given a Romanian application for a Georgian national, received on Monday 2019-06-03
      And on Tuesday 2019-06-04 "Interview requested"
      When the case is judged on 2019-07-10
      Then protocol-ro/art-7/1.2 does not apply

  Rule: (2) The requesting side brings the person and pays; elsewhere only by agreement

    @protocol-ro/art-7/2.1 @protocol-ro/art-7/2.3
    Scenario: The requesting side brings the person and pays
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Tuesday 2026-06-02 "Interview requested"
      When on Wednesday 2026-06-03 "Interviewee transported"
      Then protocol-ro/art-7/2.1 is fulfilled
      And protocol-ro/art-7/2.3 is fulfilled

    @protocol-ro/art-7/2.1
    Scenario: The requested side has to fetch the person
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Tuesday 2026-06-02 "Interview requested"
      When on Wednesday 2026-06-03 "Interviewee transported":
        | by side | requested |
      Then protocol-ro/art-7/2.1 is breached

    @protocol-ro/art-7/2.1
    Scenario: The person is still to be brought
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When on Tuesday 2026-06-02 "Interview requested"
      Then protocol-ro/art-7/2.1 is pending
      And protocol-ro/art-7/2.1 awaits "Interviewee transported"

    @protocol-ro/art-7/2.1
    Scenario: How the person came to the interview is not recorded
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Tuesday 2026-06-02 "Interview requested"
      When on Wednesday 2026-06-03 "Interview held"
      Then protocol-ro/art-7/2.1 is undetermined

    @protocol-ro/art-7/2.1
    Scenario: The application is withdrawn before the person is brought
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Tuesday 2026-06-02 "Interview requested"
      When on Wednesday 2026-06-03 "Application withdrawn"
      Then protocol-ro/art-7/2.1 is discharged

    @protocol-ro/art-7/2.2
    Scenario: Both sides agreed on another place
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Tuesday 2026-06-02 "Interview requested"
      And on Tuesday 2026-06-02 "Interview place agreed"
      When on Wednesday 2026-06-03 "Interview held":
        | venue | elsewhere |
      Then protocol-ro/art-7/2.2 is fulfilled
      And protocol-ro/art-7/2.1 does not apply

    @protocol-ro/art-7/2.2
    Scenario: The interview is held elsewhere without agreement
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Tuesday 2026-06-02 "Interview requested"
      When on Wednesday 2026-06-03 "Interview held":
        | venue | elsewhere |
      Then protocol-ro/art-7/2.2 is breached

    @protocol-ro/art-7/2.2
    Scenario: The interview is held at the mission
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Tuesday 2026-06-02 "Interview requested"
      When on Wednesday 2026-06-03 "Interview held"
      Then protocol-ro/art-7/2.2 does not apply

    @protocol-ro/art-7/2.3
    Scenario: The requested side has to pay for bringing the person
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Tuesday 2026-06-02 "Interview requested"
      When on Wednesday 2026-06-03 "Interviewee transported":
        | cost borne by | requested |
      Then protocol-ro/art-7/2.3 is breached

    @protocol-ro/art-7/2.3
    Scenario: Who paid for bringing the person is not stated
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Tuesday 2026-06-02 "Interview requested"
      When on Wednesday 2026-06-03 "Interviewee transported":
        | cost borne by | |
      Then protocol-ro/art-7/2.3 is undetermined

  Rule: (3) After a late interview the decision comes within twelve days of the receipt

    @protocol-ro/art-7/3 @in-time
    Scenario: A decision two days after a late interview
      Given a Romanian application for a Georgian national, received on Wednesday 2026-06-03
      And on Thursday 2026-06-04 "Interview requested"
      And on Friday 2026-06-05 "Interview prevented"
      And on Monday 2026-06-08 "Decision after a late interview requested"
      And on Wednesday 2026-06-10 "Interview held"
      When the reply accepts on Friday 2026-06-12
      Then protocol-ro/art-7/3 is fulfilled
      And protocol-ro/art-7/1.1 does not apply
      And protocol-ro/art-7/1.2 does not apply

    @protocol-ro/art-7/3 @last-day
    Scenario: A decision after a late interview, on the twelfth day
      Given a Romanian application for a Georgian national, received on Wednesday 2026-06-03
      And on Thursday 2026-06-04 "Interview requested"
      And on Friday 2026-06-05 "Interview prevented"
      And on Monday 2026-06-08 "Decision after a late interview requested"
      And on Friday 2026-06-12 "Interview held"
      When the reply accepts on Monday 2026-06-15 at 23:59
      Then the last day of protocol-ro/art-7/3 is Monday 2026-06-15
      And protocol-ro/art-7/3 is fulfilled

    @protocol-ro/art-7/3 @first-day-late
    Scenario: A decision after a late interview, on the thirteenth day
      Given a Romanian application for a Georgian national, received on Wednesday 2026-06-03
      And on Thursday 2026-06-04 "Interview requested"
      And on Friday 2026-06-05 "Interview prevented"
      And on Monday 2026-06-08 "Decision after a late interview requested"
      And on Friday 2026-06-12 "Interview held"
      When the reply accepts on Tuesday 2026-06-16 at 00:00
      Then protocol-ro/art-7/3 is fulfilled late

    @protocol-ro/art-7/3 @contested
    Scenario: The twelve days of a late interview end on a Saturday
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And on Tuesday 2026-06-02 "Interview requested"
      And on Friday 2026-06-05 "Interview prevented"
      And on Monday 2026-06-08 "Decision after a late interview requested"
      And on Friday 2026-06-12 "Interview held"
      When the reply accepts on Monday 2026-06-15
      Then protocol-ro/art-7/3 is fulfilled
      And protocol-ro/art-7/3 is contested

    @protocol-ro/art-7/3
    Scenario: The interview comes after the twelfth day
      Given a Romanian application for a Georgian national, received on Wednesday 2026-06-03
      And on Thursday 2026-06-04 "Interview requested"
      And on Friday 2026-06-05 "Interview prevented"
      And on Monday 2026-06-08 "Decision after a late interview requested"
      When on Wednesday 2026-06-17 "Interview held"
      Then protocol-ro/art-7/3 is breached
      And protocol-ro/art-7/3 awaits "Reply sent"

    @protocol-ro/art-7/3
    Scenario: A refusal that does not wait for the late interview
      Given a Romanian application for a Georgian national, received on Wednesday 2026-06-03
      And on Thursday 2026-06-04 "Interview requested"
      And on Friday 2026-06-05 "Interview prevented"
      And on Monday 2026-06-08 "Decision after a late interview requested"
      When the reply refuses on Tuesday 2026-06-09:
        | grounds | Nationality not established |
      Then protocol-ro/art-7/3 is breached

    @protocol-ro/art-7/3 @excused
    Scenario: A late decision after a late interview is excused
      Given a Romanian application for a Georgian national, received on Wednesday 2026-06-03
      And on Thursday 2026-06-04 "Interview requested"
      And on Monday 2026-06-08 "Decision after a late interview requested"
      And the reply accepts on Thursday 2026-06-18
      When on 2026-06-19 an excuse for protocol-ro/art-7/3 is accepted
      Then protocol-ro/art-7/3 is excused

    @protocol-ro/art-7/3 @not-applicable
    Scenario: The decision is asked for in words only
      Given a Romanian application for a Georgian national, received on Wednesday 2026-06-03
      And on Thursday 2026-06-04 "Interview requested"
      And on Friday 2026-06-05 "Interview prevented"
      When on Monday 2026-06-08 "Decision after a late interview requested":
        | writing | oral |
      Then protocol-ro/art-7/3 does not apply
      And protocol-ro/art-7/1.2 is pending

    @protocol-ro/art-7/3 @not-yet-in-force
    Scenario: A decision asked for before the protocol was in force
      Given a Romanian application for a Georgian national, received on Monday 2019-06-03
      And on Tuesday 2019-06-04 "Interview requested"
      When on Monday 2019-06-10 "Decision after a late interview requested"
      Then protocol-ro/art-7/3 does not apply
