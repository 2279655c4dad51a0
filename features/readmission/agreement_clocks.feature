Feature: Agreement: the clocks C1 to C15
  The agreement between Georgia and the European Union sets clocks for every Member State. Where the protocol with
  Romania carries one, its provision is judged instead. A clock whose text was not seen raises at most a review.

  @agreement/C1
  Rule: C1: six months for the application, for third-country nationals and stateless persons

    @in-time
    Scenario: A third-country national is asked to be readmitted after a month
      Given a German case about a third-country national
      And on 2026-01-15 "Irregular stay established"
      When on 2026-02-16 "Application submitted"
      Then agreement/C1 is fulfilled

    @last-day
    Scenario: The application on the last day of the six months
      # In Berlin it is still 23:59 on 15 July.
      Given a German case about a stateless person
      And on 2026-01-15 "Irregular stay established"
      When on Thursday 2026-07-16 at 01:59 "Application submitted"
      Then agreement/C1 is fulfilled
      And the last day of agreement/C1 is Wednesday 2026-07-15

    @first-day-late
    Scenario: The application on the first day after the six months is only reviewed
      Given a German case about a third-country national
      And on 2026-01-15 "Irregular stay established"
      When on Thursday 2026-07-16 at 02:00 "Application submitted"
      Then agreement/C1 is up for review
      And agreement/C1 would otherwise be fulfilled late
      And the case shows no deviations

    @contested
    Scenario: The six months end on a Sunday
      Given a German case about a third-country national
      And on Monday 2026-01-19 "Irregular stay established"
      When on Monday 2026-07-20 "Application submitted"
      Then agreement/C1 is fulfilled
      And agreement/C1 is contested

    @excused
    Scenario: A late application is excused by the other side
      Given a German case about a third-country national
      And on 2026-01-15 "Irregular stay established"
      And on 2026-09-01 "Application submitted"
      When on 2026-09-02 an excuse for agreement/C1 is accepted: "The person was in hospital"
      Then agreement/C1 is excused

    @not-applicable
    Scenario: Own nationals are not bound by the six months
      Given a German case about a Georgian national
      And on 2024-01-15 "Irregular stay established"
      When on 2026-02-16 "Application submitted"
      Then agreement/C1 does not apply

    @not-yet-in-force
    Scenario: A stay established before the agreement was in force
      Given a German case about a third-country national
      And on 2011-02-15 "Irregular stay established"
      When on 2011-09-01 "Application submitted"
      Then agreement/C1 does not apply

    Scenario: Before the application nobody knows whose national the person is
      Given a German case about a third-country national
      When on 2026-01-15 "Irregular stay established"
      Then agreement/C1 is undetermined

  @agreement/C2
  Rule: C2: two days for an accelerated application

    @in-time
    Scenario: An accelerated application on the next day
      Given an accelerated German case about a Georgian national
      And on Monday 2026-06-01 "Person apprehended"
      When on Tuesday 2026-06-02 "Application submitted"
      Then agreement/C2 is fulfilled

    @last-day
    Scenario: An accelerated application on the second day
      Given an accelerated German case about a Georgian national
      And on Monday 2026-06-01 "Person apprehended"
      When on Wednesday 2026-06-03 "Application submitted"
      Then agreement/C2 is fulfilled
      And the last day of agreement/C2 is Wednesday 2026-06-03

    @first-day-late
    Scenario: An accelerated application on the third day
      Given an accelerated German case about a Georgian national
      And on Monday 2026-06-01 "Person apprehended"
      When on Thursday 2026-06-04 "Application submitted"
      Then agreement/C2 is fulfilled late

    @contested
    Scenario: The second day is a Sunday
      Given an accelerated German case about a Georgian national
      And on Friday 2026-06-05 "Person apprehended"
      When on Monday 2026-06-08 "Application submitted"
      Then agreement/C2 is fulfilled
      And agreement/C2 is contested

    @not-applicable
    Scenario: An accelerated Romanian application is judged under the protocol
      Given an accelerated Romanian case about a Georgian national
      And on Monday 2026-06-01 "Person apprehended"
      When on Thursday 2026-06-11 "Application submitted"
      Then agreement/C2 does not apply

    @not-yet-in-force
    Scenario: A person apprehended before the agreement was in force
      Given an accelerated German case about a Georgian national
      And on 2011-02-21 "Person apprehended"
      When on 2011-02-28 "Application submitted"
      Then agreement/C2 does not apply

  @agreement/C3
  Rule: C3: two working days for the answer to an accelerated application

    @in-time
    Scenario: An accelerated application answered on the next day
      Given an accelerated German application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on Tuesday 2026-06-02
      Then agreement/C3 is fulfilled

    @last-day
    Scenario: An accelerated application answered on the second working day
      Given an accelerated German application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on Wednesday 2026-06-03 at 23:59
      Then agreement/C3 is fulfilled
      And the last day of agreement/C3 is Wednesday 2026-06-03

    @first-day-late
    Scenario: An accelerated application answered on the third working day
      Given an accelerated German application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on Thursday 2026-06-04 at 00:00
      Then agreement/C3 is fulfilled late

    @excused
    Scenario: A late accelerated answer is excused
      Given an accelerated German application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on Friday 2026-06-05
      When on 2026-06-08 an excuse for agreement/C3 is accepted
      Then agreement/C3 is excused

    @not-applicable
    Scenario: An accelerated Romanian application is answered under the protocol
      Given an accelerated Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on Friday 2026-06-05
      Then agreement/C3 does not apply

    @not-yet-in-force
    Scenario: An accelerated application from before the agreement was in force
      Given an accelerated German application for a Georgian national, received on 2011-02-21
      When the reply accepts on 2011-02-28
      Then agreement/C3 does not apply

    Scenario: Nobody answers, and what follows from that silence is only reviewed
      Given an accelerated German application for a Georgian national, received on Monday 2026-06-01
      When the case is judged on 2026-10-01
      Then agreement/C3 is breached
      And silence counts as consent after Wednesday 2026-06-03
      And agreement/C8 is up for review
      And agreement/C7 is up for review

    Scenario: The working days of Germany are not held
      Given an accelerated Georgian case about a third-country national
      And on Monday 2026-06-01 "Application submitted":
        | requested state     | DE                |
        | requested authority | de-federal-police |
      When on Monday 2026-06-01 "Application received":
        | requested state | DE                |
        | authority       | de-federal-police |
      Then agreement/C3 is undetermined

  @agreement/C4
  Rule: C4: twelve calendar days for the answer to an ordinary application

    @in-time
    Scenario: An ordinary application answered after four days
      Given a German application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on Friday 2026-06-05
      Then agreement/C4 is fulfilled
      And agreement/C4 is not contested

    @last-day
    Scenario: An ordinary application answered on the twelfth day
      Given a German application for a Georgian national, received on Wednesday 2026-06-03
      When the reply accepts on Monday 2026-06-15 at 23:59
      Then agreement/C4 is fulfilled
      And the last day of agreement/C4 is Monday 2026-06-15

    @first-day-late
    Scenario: An ordinary application answered on the thirteenth day
      Given a German application for a Georgian national, received on Wednesday 2026-06-03
      When the reply accepts on Tuesday 2026-06-16 at 00:00
      Then agreement/C4 is fulfilled late

    @contested
    Scenario: The twelfth day is a Saturday
      Given a German application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on Monday 2026-06-15
      Then agreement/C4 is fulfilled
      And agreement/C4 is contested

    @excused
    Scenario: A late ordinary answer is excused
      Given a German application for a Georgian national, received on Wednesday 2026-06-03
      And the reply accepts on Thursday 2026-06-18
      When on 2026-06-19 an excuse for agreement/C4 is accepted
      Then agreement/C4 is excused

    @not-applicable
    Scenario: An ordinary Romanian application is answered under the protocol
      Given a Romanian application for a Georgian national, received on Wednesday 2026-06-03
      When the reply accepts on Thursday 2026-06-18
      Then agreement/C4 does not apply

    Scenario: A Romanian application from before the protocol stands under the agreement alone
      Given a Romanian application for a Georgian national, received on Monday 2018-06-04
      When the reply accepts on Wednesday 2018-06-20
      Then agreement/C4 is fulfilled late

    @not-yet-in-force
    Scenario: An ordinary application from before the agreement was in force
      Given a German application for a Georgian national, received on 2011-02-07
      When the case is judged on 2011-06-01
      Then agreement/C4 does not apply
      And silence has produced no consent

    Scenario: Nobody answers, and silence is consent even if nobody looked on that day
      Given a German application for a Georgian national, received on Wednesday 2026-06-03
      When the case is judged on 2027-03-01
      Then agreement/C4 is breached
      And silence counts as consent after Monday 2026-06-15

    Scenario: The application is taken back in time
      Given a German application for a Georgian national, received on Wednesday 2026-06-03
      And on 2026-06-10 "Application withdrawn"
      When the case is judged on 2026-07-01
      Then agreement/C4 is discharged
      And silence has produced no consent

  Rule: C5 and C6: interviews lie in the protocols

    @agreement/C5
    Scenario: A reader looks up the four days for an interview
      Given a German application for a Georgian national, received on Monday 2026-06-01
      Then the law browser shows agreement/C5 in English and Georgian
      And agreement/C5 is a definition that nothing is judged by
      And the text of agreement/C5 says "4 days"

    @agreement/C6
    Scenario: A reader looks up the decision after a late interview
      Given a German application for a Georgian national, received on Monday 2026-06-01
      Then the law browser shows agreement/C6 in English and Georgian
      And agreement/C6 is a definition that nothing is judged by
      And the text of agreement/C6 says "12 calendar days"

  @agreement/C7
  Rule: C7: three working days for the travel document of an own national

    @in-time
    Scenario: The travel document on the day of the reply
      Given a German application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on Friday 2026-06-05 at 10:00
      When on Friday 2026-06-05 at 16:00 "Travel document issued"
      Then agreement/C7 is fulfilled

    @last-day
    Scenario: The travel document on the third working day
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on Friday 2026-06-05
      When on Wednesday 2026-06-10 at 23:59 "Travel document issued"
      Then agreement/C7 is fulfilled
      And the last day of agreement/C7 is Wednesday 2026-06-10

    @first-day-late
    Scenario: The travel document on the fourth working day
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on Friday 2026-06-05
      When on Thursday 2026-06-11 at 00:00 "Travel document issued"
      Then agreement/C7 is fulfilled late

    @excused
    Scenario: A late travel document is excused
      Given a German application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on Friday 2026-06-05
      And on Monday 2026-06-15 "Travel document issued"
      When on 2026-06-16 an excuse for agreement/C7 is accepted
      Then agreement/C7 is excused

    @not-applicable
    Scenario: Who makes the document of a third-country national is open
      Given a German application for a third-country national, received on Monday 2026-06-01
      And the reply accepts on Friday 2026-06-05
      When the case is judged on 2026-07-01
      Then agreement/C7 does not apply

    @not-yet-in-force
    Scenario: A consent from before the agreement was in force
      Given a German application for a Georgian national, received on 2011-02-07
      And the reply accepts on 2011-02-14
      When the case is judged on 2011-06-01
      Then agreement/C7 does not apply

    Scenario: The requesting State makes a document itself
      Given a German application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on Friday 2026-06-05
      And on Monday 2026-06-08 "Travel document issued":
        | kind | eu_standard_document |
        | by   | de-federal-police    |
      When the case is judged on Thursday 2026-06-11
      Then agreement/C7 is breached

    Scenario: Silence was consent, and no document followed
      Given a German application for a Georgian national, received on Wednesday 2026-06-03
      When the case is judged on 2026-07-01
      Then agreement/C7 is breached

    Scenario: The silence is disputed
      Given a German application for a Georgian national, received on Wednesday 2026-06-03
      And on 2026-06-20 "Deemed consent challenged"
      When the case is judged on 2026-07-01
      Then agreement/C7 is up for review

    Scenario: The person was transferred before the document was due
      Given a German application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on Friday 2026-06-05
      When the person is transferred on Monday 2026-06-08
      Then agreement/C7 is discharged

  @agreement/C8
  Rule: C8: three months for the transfer

    @in-time
    Scenario: The person is transferred after a month
      Given a German application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on Monday 2026-06-08
      When the person is transferred on Wednesday 2026-07-08
      Then agreement/C8 is fulfilled

    @last-day
    Scenario: The person is transferred on the last day
      Given a German application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on Monday 2026-06-08
      When the person is transferred on Tuesday 2026-09-08
      Then agreement/C8 is fulfilled
      And the last day of agreement/C8 is Tuesday 2026-09-08

    @first-day-late
    Scenario: The person is transferred on the first day after the three months
      Given a German application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on Monday 2026-06-08
      When the person is transferred on Wednesday 2026-09-09
      Then agreement/C8 is fulfilled late

    @contested
    Scenario: The last of the three months ends on a Saturday
      Given a German application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on Friday 2026-06-05
      When the person is transferred on Monday 2026-09-07
      Then agreement/C8 is fulfilled
      And agreement/C8 is contested

    Scenario: The three months are extended by an obstacle
      Given a German application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on Monday 2026-06-08
      And on 2026-08-20 "Transfer term extended":
        | extended until | 2026-10-08 |
      When the person is transferred on Thursday 2026-10-08
      Then agreement/C8 is fulfilled

    @not-applicable
    Scenario: A Romanian transfer is judged under the protocol
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on Monday 2026-06-08
      When the case is judged on 2026-12-01
      Then agreement/C8 does not apply

    @not-yet-in-force
    Scenario: A transfer agreed before the agreement was in force
      Given a German application for a Georgian national, received on 2011-02-07
      And the reply accepts on 2011-02-14
      When the case is judged on 2011-12-01
      Then agreement/C8 does not apply

    Scenario: Nobody is transferred
      Given a German application for a Georgian national, received on Monday 2026-06-01
      And the reply accepts on Monday 2026-06-08
      When the case is judged on 2026-09-09
      Then agreement/C8 is breached
      And the status of the case is "Transfer term expired"

  Rule: C9 and C10: how long ahead is said in the protocols

    @agreement/C9
    Scenario: A reader looks up how long ahead a transfer is announced
      Given a German application for a Georgian national, received on Monday 2026-06-01
      Then the law browser shows agreement/C9 in English and Georgian
      And agreement/C9 is a definition that nothing is judged by

    @agreement/C10
    Scenario: A reader looks up how long ahead a transit is applied for
      Given a German application for a Georgian national, received on Monday 2026-06-01
      Then the law browser shows agreement/C10 in English and Georgian
      And agreement/C10 is a definition that nothing is judged by

  @agreement/C11
  Rule: C11: five days for the answer to a transit application

    @in-time
    Scenario: A German transit answered on the second day
      Given a German transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-01
      And the transit request is received on Monday 2026-06-01
      When the reply accepts on Wednesday 2026-06-03
      Then agreement/C11 is fulfilled

    @last-day
    Scenario: A German transit answered on the fifth day
      Given a German transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-01
      And the transit request is received on Monday 2026-06-01
      When the reply accepts on Saturday 2026-06-06
      Then agreement/C11 is fulfilled
      And the last day of agreement/C11 is Saturday 2026-06-06

    @contested
    Scenario: The fifth working day is later than the fifth day
      Given a German transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-01
      And the transit request is received on Monday 2026-06-01
      When the reply accepts on Monday 2026-06-08
      Then agreement/C11 is fulfilled
      And agreement/C11 is contested

    @first-day-late
    Scenario: A German transit answered too late under every reading is only reviewed
      Given a German transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-01
      And the transit request is received on Monday 2026-06-01
      When the reply accepts on Tuesday 2026-06-09 at 00:00
      Then agreement/C11 is up for review
      And agreement/C11 would otherwise be fulfilled late

    @not-applicable
    Scenario: A Romanian transit is answered under the protocol
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-01
      And the transit request is received on Monday 2026-06-01
      When the reply accepts on Tuesday 2026-06-16
      Then agreement/C11 does not apply

    @not-yet-in-force
    Scenario: A transit application from before the agreement was in force
      Given a German transit request by air for a third-country national, planned for 2011-03-15, submitted on 2011-02-07
      And the transit request is received on 2011-02-07
      When the case is judged on 2011-04-01
      Then agreement/C11 does not apply

  Rule: C12 and C13: escorts and costs lie in the protocol

    @agreement/C12
    Scenario: A reader looks up when a change of escorts is told
      Given a German application for a Georgian national, received on Monday 2026-06-01
      Then the law browser shows agreement/C12 in English and Georgian
      And agreement/C12 is a definition that nothing is judged by

    @agreement/C13
    Scenario: A reader looks up when an invoice is paid
      Given a German application for a Georgian national, received on Monday 2026-06-01
      Then the law browser shows agreement/C13 in English and Georgian
      And agreement/C13 is a definition that nothing is judged by

  @agreement/C14
  Rule: C14: six months to show that a readmission was an error

    @in-time
    Scenario: The error is shown after two months, and the person is taken back
      Given a German application for a Georgian national, submitted on 2025-12-20
      And the person is transferred on 2026-01-15
      And on 2026-03-16 "Readmission in error claimed"
      When on 2026-03-30 "Person taken back"
      Then agreement/C14 is fulfilled
      And agreement/C14 is not contested

    @last-day
    Scenario: The error is shown on the last day of the six months
      Given a German application for a Georgian national, submitted on 2025-12-20
      And the person is transferred on Thursday 2026-01-15
      When on Wednesday 2026-07-15 at 23:59 "Readmission in error claimed"
      Then agreement/C14 is pending
      And agreement/C14 awaits "Person taken back"

    @first-day-late @not-applicable
    Scenario: The error is shown on the first day after the six months
      Given a German application for a Georgian national, submitted on 2025-12-20
      And the person is transferred on Thursday 2026-01-15
      When on Thursday 2026-07-16 at 00:00 "Readmission in error claimed"
      Then agreement/C14 does not apply

    @contested
    Scenario: The six months for the error end on a Saturday
      Given a German application for a Georgian national, submitted on 2025-12-20
      And the person is transferred on Sunday 2026-01-18
      When on Monday 2026-07-20 "Readmission in error claimed"
      Then agreement/C14 is pending
      And agreement/C14 is contested

    Scenario: An officer vouches that the person was not taken back, and that is only reviewed
      Given a German application for a Georgian national, submitted on 2025-12-20
      And the person is transferred on 2026-01-15
      And on 2026-03-16 "Readmission in error claimed"
      When on 2026-09-01 an officer attests that agreement/C14 was not kept
      Then agreement/C14 is up for review

    @not-yet-in-force
    Scenario: An error shown before the agreement was in force
      Given a German application for a Georgian national, submitted on 2010-12-20
      And the person is transferred on 2011-01-10
      When on 2011-02-14 "Readmission in error claimed"
      Then agreement/C14 does not apply

  Rule: C15: how changes are told is said in the protocol

    @agreement/C15
    Scenario: A reader looks up how changes are told
      Given a German application for a Georgian national, received on Monday 2026-06-01
      Then the law browser shows agreement/C15 in English and Georgian
      And agreement/C15 is a definition that nothing is judged by
