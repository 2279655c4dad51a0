Feature: Protocol, Article 1: competent authorities
  Georgia speaks through one authority. Romania speaks through two, and nationality, procedure and means of
  transport decide which. What changes about them is told to the other side.

  > The texts quoted here are our own words; the English text of the protocol prevails.

  Rule: (1) Each message goes from and to the competent authority

    @protocol-ro/art-1/1.1
    Scenario: Romania turns to the division of the Migration Department
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      Then protocol-ro/art-1/1.1 is fulfilled

    @protocol-ro/art-1/1.1
    Scenario: Romania turns to the Foreign Ministry of Georgia
      When a Romanian application for a Georgian national, submitted on Monday 2026-06-01:
        | requested authority | ge-mfa |
      Then protocol-ro/art-1/1.1 is breached
      And the case shows one deviation

    @protocol-ro/art-1/1.1
    Scenario: The embassy of Georgia answers in place of the division
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on Friday 2026-06-05:
        | by | ge-embassy-bucharest |
      Then protocol-ro/art-1/1.1 is fulfilled for the first trigger
      And protocol-ro/art-1/1.1 is breached for the second trigger

    @protocol-ro/art-1/1.1
    Scenario: The receipt and the answer repeat a wrong office
      Given a Romanian application for a Georgian national, submitted on Monday 2026-06-01:
        | requested authority | ge-mfa |
      When on Monday 2026-06-01 "Application received":
        | authority | ge-mfa |
      Then protocol-ro/art-1/1.1 is breached
      And the case shows one deviation

    @protocol-ro/art-1/1.1
    Scenario: A case with another State is no matter of this protocol
      Given a German application for a Georgian national, received on Monday 2026-06-01
      Then protocol-ro/art-1/1.1 does not apply

    @protocol-ro/art-1/1/a.1
    Scenario: Romania asks for a Georgian national through its Immigration Inspectorate
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      Then protocol-ro/art-1/1/a.1 is fulfilled
      And protocol-ro/art-1/1/a.2 does not apply
      And protocol-ro/art-1/1/b.1 does not apply
      And protocol-ro/art-1/1/b.3 does not apply

    @protocol-ro/art-1/1/a.1
    Scenario: Romania asks for a stateless person through its Immigration Inspectorate
      Given a Romanian application for a stateless person, received on Monday 2026-06-01
      Then protocol-ro/art-1/1/a.1 is fulfilled

    @protocol-ro/art-1/1/a.1
    Scenario: Romania asks through its Border Police in the ordinary procedure
      When a Romanian application for a third-country national, received on Monday 2026-06-01:
        | requesting authority | ro-border-police |
      Then protocol-ro/art-1/1/a.1 is breached

    @protocol-ro/art-1/1/a.1
    Scenario: The answer goes to another Romanian authority than the one that asked
      Given a Romanian application for a Georgian national, received on Monday 2026-06-01
      When the reply accepts on Friday 2026-06-05:
        | to | ro-border-police |
      Then protocol-ro/art-1/1/a.1 is fulfilled for the first trigger
      And protocol-ro/art-1/1/a.1 is breached for the second trigger

    @protocol-ro/art-1/1/a.2
    Scenario: Georgia asks about a third-country national at the Immigration Inspectorate
      Given a Georgian application for a third-country national, received on Monday 2026-06-01
      Then protocol-ro/art-1/1/a.2 is fulfilled
      And protocol-ro/art-1/1/a.1 does not apply

    @protocol-ro/art-1/1/a.2
    Scenario: Georgia asks about a stateless person at the Border Police
      When a Georgian application for a stateless person, submitted on Monday 2026-06-01:
        | requested authority | ro-border-police |
      Then protocol-ro/art-1/1/a.2 is breached

    @protocol-ro/art-1/1/b.1
    Scenario: Georgia asks about a Romanian national at the Border Police
      Given a Georgian application for a Romanian national, received on Monday 2026-06-01
      Then protocol-ro/art-1/1/b.1 is fulfilled
      And protocol-ro/art-1/1/a.2 does not apply

    @protocol-ro/art-1/1/b.1
    Scenario: Georgia asks about a Romanian national at the Immigration Inspectorate
      When a Georgian application for a Romanian national, submitted on Monday 2026-06-01:
        | requested authority | ro-immigration-inspectorate |
      Then protocol-ro/art-1/1/b.1 is breached

    @protocol-ro/art-1/1/b.1 @protocol-ro/art-1/1/b.3
    Scenario: In the accelerated procedure its own point counts, whatever the nationality
      Given an accelerated Georgian application for a Romanian national, received on Monday 2026-06-01
      Then protocol-ro/art-1/1/b.3 is fulfilled
      And protocol-ro/art-1/1/b.1 does not apply

    @protocol-ro/art-1/1/b.3
    Scenario: Romania's Border Police send an accelerated application
      Given an accelerated Romanian application for a Georgian national, received on Monday 2026-06-01
      Then protocol-ro/art-1/1/b.3 is fulfilled
      And protocol-ro/art-1/1/a.1 does not apply

    @protocol-ro/art-1/1/b.3
    Scenario: Georgia sends an accelerated application to the Immigration Inspectorate
      When an accelerated Georgian application for a third-country national, submitted on Monday 2026-06-01:
        | requested authority | ro-immigration-inspectorate |
      Then protocol-ro/art-1/1/b.3 is breached
      And protocol-ro/art-1/1/a.2 does not apply

    @protocol-ro/art-1/1/b.3
    Scenario: Romania's Immigration Inspectorate sends an accelerated application, which only the Romanian text allows
      When an accelerated Romanian application for a Georgian national, submitted on Monday 2026-06-01:
        | requesting authority | ro-immigration-inspectorate |
      Then protocol-ro/art-1/1/b.3 is undetermined

    @protocol-ro/art-1/1/a.3
    Scenario: Transit by land is asked for at the Immigration Inspectorate
      Given a Georgian transit request by land for a third-country national, planned for 2026-06-22, submitted on Monday 2026-06-01
      Then protocol-ro/art-1/1/a.3 is fulfilled
      And protocol-ro/art-1/1/b.2 does not apply

    @protocol-ro/art-1/1/a.3
    Scenario: Transit by land is asked for at the Border Police
      When a Georgian transit request by land for a third-country national, planned for 2026-06-22, submitted on Monday 2026-06-01:
        | requested authority | ro-border-police |
      Then protocol-ro/art-1/1/a.3 is breached

    @protocol-ro/art-1/1/a.3
    Scenario: Nobody is named for transit by sea
      When a Georgian transit request by sea for a third-country national, planned for 2026-06-22, submitted on Monday 2026-06-01
      Then protocol-ro/art-1/1/a.3 is undetermined
      And protocol-ro/art-1/1/b.2 does not apply

    @protocol-ro/art-1/1/b.2
    Scenario: Transit by air is asked for at the Border Police
      Given a Georgian transit request by air for a third-country national, planned for 2026-06-22, submitted on Monday 2026-06-01
      Then protocol-ro/art-1/1/b.2 is fulfilled
      And protocol-ro/art-1/1/a.3 does not apply

    @protocol-ro/art-1/1/b.2
    Scenario: Transit by air is asked for at the Immigration Inspectorate
      When a Georgian transit request by air for a third-country national, planned for 2026-06-22, submitted on Monday 2026-06-01:
        | requested authority | ro-immigration-inspectorate |
      Then protocol-ro/art-1/1/b.2 is breached

  Rule: (2) New contact details are told in writing, by the day from which they hold

    @protocol-ro/art-1/2 @in-time
    Scenario: New contact details are told a week ahead
      Given the register of authorities and crossing points
      And on Monday 2026-06-01 "Contact details changed":
        | effective on | 2026-06-10 |
      When on Wednesday 2026-06-03 "Change notified"
      Then protocol-ro/art-1/2 is fulfilled
      And protocol-ro/art-1/2 is not contested

    @protocol-ro/art-1/2 @last-day
    Scenario: New contact details are told on their first day
      Given the register of authorities and crossing points
      And on Monday 2026-06-01 "Contact details changed":
        | effective on | 2026-06-10 |
      When on Wednesday 2026-06-10 at 23:59 "Change notified"
      Then the last day of protocol-ro/art-1/2 is Wednesday 2026-06-10
      And protocol-ro/art-1/2 is fulfilled

    @protocol-ro/art-1/2 @contested
    Scenario: New contact details are told when the day is over in Tbilisi but not in Bucharest
      Given the register of authorities and crossing points
      And on Monday 2026-06-01 "Contact details changed":
        | effective on | 2026-06-10 |
      When on Wednesday 2026-06-10 at 23:30 in Bucharest "Change notified"
      Then protocol-ro/art-1/2 is fulfilled
      And protocol-ro/art-1/2 is contested

    @protocol-ro/art-1/2 @first-day-late
    Scenario: New contact details are told a day after they took effect
      Given the register of authorities and crossing points
      And on Monday 2026-06-01 "Contact details changed":
        | effective on | 2026-06-10 |
      When on Thursday 2026-06-11 at 00:00 in Bucharest "Change notified"
      Then protocol-ro/art-1/2 is fulfilled late

    @protocol-ro/art-1/2
    Scenario: New contact details are not told at all
      Given the register of authorities and crossing points
      And on Monday 2026-06-01 "Contact details changed":
        | effective on | 2026-06-10 |
      When the case is judged on Friday 2026-06-12
      Then protocol-ro/art-1/2 is breached
      And protocol-ro/art-1/2 awaits "Change notified"

    @protocol-ro/art-1/2
    Scenario: New contact details are still to be told
      Given the register of authorities and crossing points
      And on Monday 2026-06-01 "Contact details changed":
        | effective on | 2026-06-10 |
      When the case is judged on Tuesday 2026-06-09
      Then protocol-ro/art-1/2 is pending

    @protocol-ro/art-1/2
    Scenario: New contact details are told by telephone only
      Given the register of authorities and crossing points
      And on Monday 2026-06-01 "Contact details changed":
        | effective on | 2026-06-10 |
      And on Wednesday 2026-06-03 "Change notified":
        | channel | telephone |
        | writing | oral      |
      When the case is judged on Friday 2026-06-12
      Then protocol-ro/art-1/2 is breached
      And protocol-ro/art-1/2 rests on "Change notified"

    @protocol-ro/art-1/2
    Scenario: The notice of one Romanian authority does not serve the other
      Given the register of authorities and crossing points
      And on Monday 2026-06-01 "Contact details changed":
        | party        | RO                          |
        | authority    | ro-immigration-inspectorate |
        | effective on | 2026-06-10                  |
      And on Wednesday 2026-06-03 "Change notified":
        | party | RO                      |
        | by    | ro-border-police        |
        | to    | ge-migration-department |
      When the case is judged on Friday 2026-06-12
      Then protocol-ro/art-1/2 is breached

    @protocol-ro/art-1/2 @not-applicable
    Scenario: The authority changes and not its contact details
      Given the register of authorities and crossing points
      When on Monday 2026-06-01 "Authority changed":
        | effective on | 2026-06-10 |
      Then protocol-ro/art-1/2 does not apply

    @protocol-ro/art-1/2 @not-yet-in-force
    Scenario: Contact details changed before the protocol was in force
      Given the register of authorities and crossing points
      When on Monday 2019-06-03 "Contact details changed":
        | effective on | 2019-06-10 |
      Then protocol-ro/art-1/2 does not apply

    @protocol-ro/art-1/2 @excused
    Scenario: A late word about contact details is excused
      Given the register of authorities and crossing points
      And on Monday 2026-06-01 "Contact details changed":
        | effective on | 2026-06-10 |
      And on Friday 2026-06-12 "Change notified"
      When on 2026-06-15 an excuse for protocol-ro/art-1/2 is accepted
      Then protocol-ro/art-1/2 is excused
      And protocol-ro/art-1/2 would otherwise be fulfilled late

  Rule: (3) A change of authority is told in writing, through diplomatic channels

    @protocol-ro/art-1/3
    Scenario: A change of authority is told by note
      Given the register of authorities and crossing points
      And on Monday 2026-06-01 "Authority changed":
        | effective on | 2026-06-10 |
      When on Friday 2026-06-19 "Change notified":
        | subject | authority  |
        | channel | diplomatic |
        | by      | ge-mfa     |
        | to      | ro-mfa     |
      Then protocol-ro/art-1/3 is fulfilled

    @protocol-ro/art-1/3
    Scenario: A change of authority is told by e-mail between the authorities
      Given the register of authorities and crossing points
      And on Monday 2026-06-01 "Authority changed":
        | effective on | 2026-06-10 |
      When on Wednesday 2026-06-03 "Change notified":
        | subject | authority      |
        | channel | official_email |
      Then protocol-ro/art-1/3 is breached

    @protocol-ro/art-1/3
    Scenario: A change of authority told the wrong way is made good
      Given the register of authorities and crossing points
      And on Monday 2026-06-01 "Authority changed":
        | effective on | 2026-06-10 |
      And on Wednesday 2026-06-03 "Change notified":
        | subject | authority |
      When on Friday 2026-06-05 "Change notified":
        | subject | authority  |
        | channel | diplomatic |
      Then protocol-ro/art-1/3 is fulfilled

    @protocol-ro/art-1/3
    Scenario: A change of authority is not told; no time is set
      Given the register of authorities and crossing points
      And on Monday 2026-06-01 "Authority changed":
        | effective on | 2026-06-10 |
      When the case is judged on 2026-12-01
      Then protocol-ro/art-1/3 is pending
      And protocol-ro/art-1/3 awaits "Change notified"
