Feature: Protocol, Article 9: transit and its support
  Who wants to take a person through the other State applies ahead of time on the form, gets an answer
  within five days that says all it must, goes by air as a rule, and describes the help it needs.

  Rule: (1) Transit is applied for seven calendar days ahead, on the form, through a permitted channel

    @protocol-ro/art-9/1.1 @in-time
    Scenario: A transit applied for ten days ahead
      Given a Romanian transit request by air for a third-country national, planned for Monday 2026-06-15, submitted on Friday 2026-06-05
      Then protocol-ro/art-9/1.1 is fulfilled
      And protocol-ro/art-9/1.1 is not contested

    @protocol-ro/art-9/1.1 @last-day
    Scenario: A transit applied for on the last day
      Given a Romanian transit request by air for a third-country national, planned for Monday 2026-06-15, submitted on Monday 2026-06-08 at 23:59 in Bucharest
      Then protocol-ro/art-9/1.1 is fulfilled
      And the last day of protocol-ro/art-9/1.1 is Monday 2026-06-08

    @protocol-ro/art-9/1.1 @first-day-late
    Scenario: A transit applied for six days ahead
      Given a Romanian transit request by air for a third-country national, planned for Monday 2026-06-15, submitted on Tuesday 2026-06-09 at 00:00 in Bucharest
      Then protocol-ro/art-9/1.1 is fulfilled late
      And the case shows one deviation

    @protocol-ro/art-9/1.1
    Scenario: Seven days ahead is a Sunday, and the limit is not moved
      Given a Romanian transit request by air for a third-country national, planned for Sunday 2026-06-14, submitted on Monday 2026-06-08
      Then every reading of protocol-ro/art-9/1.1 ends on Sunday 2026-06-07
      And protocol-ro/art-9/1.1 is fulfilled late

    @protocol-ro/art-9/1.1 @excused
    Scenario: A late application is excused
      Given a Romanian transit request by air for a third-country national, planned for Monday 2026-06-15, submitted on Wednesday 2026-06-10
      When on 2026-06-11 an excuse for protocol-ro/art-9/1.1 is accepted: "The only flight of the month"
      Then protocol-ro/art-9/1.1 is excused
      And protocol-ro/art-9/1.1 would otherwise be fulfilled late

    @protocol-ro/art-9/1.1 @not-applicable
    Scenario: A German transit is no matter of this protocol
      Given a German transit request by air for a third-country national, planned for Monday 2026-06-15, submitted on Friday 2026-06-12
      Then protocol-ro/art-9/1.1 does not apply

    @protocol-ro/art-9/1.1 @not-yet-in-force
    Scenario: A transit applied for before the protocol was in force
      Given a Romanian transit request by air for a third-country national, planned for 2019-07-01, submitted on 2019-06-28
      Then protocol-ro/art-9/1.1 does not apply

    @protocol-ro/art-9/1.2
    Scenario: A transit applied for on the form of Annex 6
      Given a Romanian transit request by air for a stateless person, planned for 2026-06-15, submitted on 2026-06-01
      Then protocol-ro/art-9/1.2 is fulfilled

    @protocol-ro/art-9/1.2
    Scenario: A transit applied for by letter
      Given a Romanian transit request by air for a stateless person, planned for 2026-06-15, submitted on 2026-06-01:
        | form | letter |
      Then protocol-ro/art-9/1.2 is breached

    @protocol-ro/art-9/1.3
    Scenario: A transit applied for by fax
      Given a Georgian transit request by air for a third-country national, planned for 2026-06-15, submitted on 2026-06-01:
        | channel | fax |
      Then protocol-ro/art-9/1.3 is fulfilled

    @protocol-ro/art-9/1.3
    Scenario: A transit applied for by post
      Given a Georgian transit request by air for a third-country national, planned for 2026-06-15, submitted on 2026-06-01:
        | channel | post |
      Then protocol-ro/art-9/1.3 is breached

  Rule: (2) The answer comes within five calendar days and says time, entry point, type and escort, or why not

    @protocol-ro/art-9/2.1 @in-time
    Scenario: A transit answered on the third day
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-08
      And the transit request is received on Monday 2026-06-08
      When the reply accepts on Thursday 2026-06-11
      Then protocol-ro/art-9/2.1 is fulfilled
      And protocol-ro/art-9/2.1 is not contested
      And the status of the case is "Consented"

    @protocol-ro/art-9/2.1 @last-day
    Scenario: A transit answered on the fifth day
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-05
      And the transit request is received on Friday 2026-06-05
      When the reply accepts on Wednesday 2026-06-10 at 23:59
      Then protocol-ro/art-9/2.1 is fulfilled
      And the last day of protocol-ro/art-9/2.1 is Wednesday 2026-06-10

    @protocol-ro/art-9/2.1 @first-day-late
    Scenario: A transit answered on the sixth day
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-05
      And the transit request is received on Friday 2026-06-05
      When the reply accepts on Thursday 2026-06-11 at 00:00
      Then protocol-ro/art-9/2.1 is fulfilled late

    @protocol-ro/art-9/2.1 @contested
    Scenario: The fifth day is a Saturday
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-08
      And the transit request is received on Monday 2026-06-08
      When the case is judged on Sunday 2026-06-14
      Then the readings of protocol-ro/art-9/2.1 end between Saturday 2026-06-13 and Monday 2026-06-15
      And protocol-ro/art-9/2.1 is pending
      And protocol-ro/art-9/2.1 is contested
      And protocol-ro/art-9/2.1 awaits "Transit reply sent"

    @protocol-ro/art-9/2.1
    Scenario: Nobody answers, and silence is no consent to a transit
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-08
      And the transit request is received on Monday 2026-06-08
      When the case is judged on Tuesday 2026-06-16
      Then protocol-ro/art-9/2.1 is breached
      And silence has produced no consent

    @protocol-ro/art-9/2.1
    Scenario: The transit is given up before it was answered
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-08
      And the transit request is received on Monday 2026-06-08
      When on 2026-06-10 "Transit request withdrawn"
      Then protocol-ro/art-9/2.1 is discharged

    @protocol-ro/art-9/2.1
    Scenario: When the application arrived is not recorded
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-08
      When the reply accepts on 2026-06-11
      Then protocol-ro/art-9/2.1 is undetermined
      And the case misses "Transit request received"

    @protocol-ro/art-9/2.1 @excused
    Scenario: A late answer is excused
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-05
      And the transit request is received on Friday 2026-06-05
      And the reply accepts on Thursday 2026-06-11
      When on 2026-06-12 an excuse for protocol-ro/art-9/2.1 is accepted
      Then protocol-ro/art-9/2.1 is excused

    @protocol-ro/art-9/2.1 @not-applicable
    Scenario: A German transit is answered under the agreement
      Given a German transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-05
      And the transit request is received on Friday 2026-06-05
      When the case is judged on 2026-06-30
      Then protocol-ro/art-9/2.1 does not apply

    @protocol-ro/art-9/2.1 @not-yet-in-force
    Scenario: A transit application received before the protocol was in force
      Given a Romanian transit request by air for a third-country national, planned for 2019-07-15, submitted on 2019-06-27
      And the transit request is received on 2019-06-28
      When the case is judged on 2019-07-20
      Then protocol-ro/art-9/2.1 does not apply

    @protocol-ro/art-9/2.2
    Scenario: A consent that says everything
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-08
      And the transit request is received on 2026-06-08
      When the reply accepts on 2026-06-11
      Then protocol-ro/art-9/2.2 is fulfilled

    @protocol-ro/art-9/2.2
    Scenario: A consent without an entry point
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-08
      And the transit request is received on 2026-06-08
      When the reply accepts on 2026-06-11:
        | entry point | |
      Then protocol-ro/art-9/2.2 is breached

    @protocol-ro/art-9/2.2
    Scenario: A consent that is silent about escorts
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-08
      And the transit request is received on 2026-06-08
      When the reply accepts on 2026-06-11:
        | escort needed | |
      Then protocol-ro/art-9/2.2 is breached

    @protocol-ro/art-9/2.2
    Scenario: A refusal with its reasons
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-08
      And the transit request is received on 2026-06-08
      When the reply refuses on 2026-06-11:
        | refusal reason | The onward journey is not assured |
      Then protocol-ro/art-9/2.2 is fulfilled
      And the status of the case is "Refused"

    @protocol-ro/art-9/2.2
    Scenario: A refusal without reasons
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-08
      And the transit request is received on 2026-06-08
      When the reply refuses on 2026-06-11
      Then protocol-ro/art-9/2.2 is breached

    @protocol-ro/art-9/2.3
    Scenario: An answer through the electronic system
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-08
      And the transit request is received on 2026-06-08
      When the reply accepts on 2026-06-11:
        | channel | authorised_electronic_system |
      Then protocol-ro/art-9/2.3 is fulfilled

    @protocol-ro/art-9/2.3
    Scenario: An answer by private e-mail
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-08
      And the transit request is received on 2026-06-08
      When the reply accepts on 2026-06-11:
        | channel | private_email |
      Then protocol-ro/art-9/2.3 is breached

  @protocol-ro/art-9/3
  Rule: (3) Transit goes by air as a rule

    Scenario: A transit by air
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-08
      Then protocol-ro/art-9/3 is fulfilled

    Scenario: A transit by land for a stated reason
      Given a Romanian transit request by land for a third-country national, planned for 2026-06-22, submitted on 2026-06-08:
        | mode reason | The person may not fly |
      Then protocol-ro/art-9/3 is fulfilled

    Scenario: A transit by land without a reason
      Given a Romanian transit request by land for a third-country national, planned for 2026-06-22, submitted on 2026-06-08
      Then protocol-ro/art-9/3 is breached

  Rule: (4) Help that is needed is described, and the answer says whether it can be given

    @protocol-ro/art-9/4.1
    Scenario: The application describes the help it needs
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-08:
        | assistance needed    | yes               |
        | assistance.nature    | medical           |
        | assistance.substance | A nurse at the gate |
      Then protocol-ro/art-9/4.1 is fulfilled

    @protocol-ro/art-9/4.1
    Scenario: The application asks for help and does not say in what it consists
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-08:
        | assistance needed | yes     |
        | assistance.nature | medical |
      Then protocol-ro/art-9/4.1 is breached

    @protocol-ro/art-9/4.1 @protocol-ro/art-9/4.2
    Scenario: No help is needed
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-08
      And the transit request is received on 2026-06-08
      When the reply accepts on 2026-06-11
      Then protocol-ro/art-9/4.1 does not apply
      And protocol-ro/art-9/4.2 does not apply

    @protocol-ro/art-9/4.2
    Scenario: The answer says that help cannot be given
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-08:
        | assistance.nature    | medical             |
        | assistance.substance | A nurse at the gate |
      And the transit request is received on 2026-06-08
      When the reply accepts on 2026-06-11:
        | assistance possible | no |
      Then protocol-ro/art-9/4.2 is fulfilled

    @protocol-ro/art-9/4.2
    Scenario: The answer passes over the help that was asked for
      Given a Romanian transit request by air for a third-country national, planned for 2026-06-22, submitted on 2026-06-08:
        | assistance.nature    | medical             |
        | assistance.substance | A nurse at the gate |
      And the transit request is received on 2026-06-08
      When the reply accepts on 2026-06-11
      Then protocol-ro/art-9/4.2 is breached
