Feature: Protocol, Article 15 and final clauses: entry into force, duration, end
  The protocol enters into force with the second month after the notices, never before the joint committee
  was notified; it has no end date and ends with the agreement.

  @protocol-ro/art-15/1
  Rule: (1) In force from the first day of the second month

    Background:
      Given the register of authorities and crossing points
      And on 2019-05-01 "Completion of internal procedures notified":
        | party | GE |

    Scenario: The official day fits months that roll from the last notice
      Given on 2019-05-29 "Completion of internal procedures notified":
        | party | RO |
      And on 2019-05-30 "Joint committee notified":
        | party | RO |
      When on 2019-06-29 "Entered into force":
        | on | 2019-06-29 |
      Then protocol-ro/art-15/1 is fulfilled
      And protocol-ro/art-15/1 is contested

    Scenario: The day of publication fits calendar months
      Given on 2019-06-03 "Completion of internal procedures notified":
        | party | RO |
      And on 2019-06-04 "Joint committee notified":
        | party | RO |
      When on 2019-08-01 "Entered into force":
        | on | 2019-08-01 |
      Then protocol-ro/art-15/1 is fulfilled
      And protocol-ro/art-15/1 is contested

    Scenario: The committee was notified on the day itself
      Given on 2019-04-29 "Completion of internal procedures notified":
        | party | RO |
      And on 2019-06-29 "Joint committee notified":
        | party | RO |
      When on 2019-06-29 at 18:00 "Entered into force":
        | on | 2019-06-29 |
      Then protocol-ro/art-15/1 is fulfilled

    Scenario: The recorded day comes before the committee was notified
      Given on 2019-05-29 "Completion of internal procedures notified":
        | party | RO |
      And on 2019-07-10 "Joint committee notified":
        | party | RO |
      When on 2019-07-15 "Entered into force":
        | on | 2019-06-29 |
      Then protocol-ro/art-15/1 is breached

    Scenario: The notice of one Party is not known
      Given on 2019-05-30 "Joint committee notified":
        | party | RO |
      When on 2019-06-29 "Entered into force":
        | on | 2019-06-29 |
      Then protocol-ro/art-15/1 is undetermined
      And protocol-ro/art-15/1 awaits "Completion of internal procedures notified"

    @not-yet-in-force
    Scenario: An entry recorded for a day on which the clause itself was not in force
      When on 2019-06-28 "Entered into force":
        | on | 2019-06-28 |
      Then protocol-ro/art-15/1 does not apply

  Rule: (2) Romania notifies the joint committee, and Georgia gets a copy

    @protocol-ro/art-15/2.1
    Scenario: Romania notified the committee
      Given the register of authorities and crossing points
      And on 2019-05-30 "Joint committee notified":
        | party | RO |
      When on 2019-06-29 "Entered into force":
        | on | 2019-06-29 |
      Then protocol-ro/art-15/2.1 is fulfilled

    @protocol-ro/art-15/2.1
    Scenario: Georgia notified the committee instead
      Given the register of authorities and crossing points
      And on 2019-05-30 "Joint committee notified":
        | party | GE |
      When on 2019-06-29 "Entered into force":
        | on | 2019-06-29 |
      Then protocol-ro/art-15/2.1 is breached

    @protocol-ro/art-15/2.1 @protocol-ro/art-15/2.2
    Scenario: No notice to the committee is recorded
      Given the register of authorities and crossing points
      When on 2019-06-29 "Entered into force":
        | on | 2019-06-29 |
      Then protocol-ro/art-15/2.1 is pending
      And protocol-ro/art-15/2.2 is pending

    @protocol-ro/art-15/2.2
    Scenario: Georgia has the copy
      Given the register of authorities and crossing points
      And on 2019-06-29 "Entered into force":
        | on | 2019-06-29 |
      When on 2019-07-05 "Copy of the committee notice received":
        | party | GE |
      Then protocol-ro/art-15/2.2 is fulfilled

    @protocol-ro/art-15/2.2
    Scenario: The copy stayed with the other side
      Given the register of authorities and crossing points
      And on 2019-06-29 "Entered into force":
        | on | 2019-06-29 |
      When on 2019-07-05 "Copy of the committee notice received":
        | party | RO |
      Then protocol-ro/art-15/2.2 is breached

  Rule: (3) No end date; the protocol ends with the agreement

    @protocol-ro/art-15/3.1
    Scenario: A reader looks up how long the protocol lasts
      Given the register of authorities and crossing points
      And on 2019-06-29 "Entered into force":
        | on | 2019-06-29 |
      Then the law browser shows protocol-ro/art-15/3.1 in English and Georgian
      And protocol-ro/art-15/3.1 is a definition that nothing is judged by

    @protocol-ro/art-15/3.2
    Scenario: The agreement has ended
      Given the register of authorities and crossing points
      And on 2026-06-01 "Agreement terminated":
        | on | 2027-01-01 |
      When the case is judged on 2027-01-02
      Then protocol-ro/art-15/3.2 is fulfilled

    @protocol-ro/art-15/3.2
    Scenario: The agreement is going to end
      Given the register of authorities and crossing points
      When on 2026-06-01 "Agreement terminated":
        | on | 2027-01-01 |
      Then protocol-ro/art-15/3.2 is holding

    @protocol-ro/art-15/3.2
    Scenario: An amendment enters into force after the end
      Given the register of authorities and crossing points
      And on 2026-06-01 "Agreement terminated":
        | on | 2027-01-01 |
      When on 2027-02-01 "Entered into force":
        | instrument | amendment-1 |
        | on         | 2027-02-01  |
      Then protocol-ro/art-15/3.2 is breached

  Rule: Final clauses: signature, languages, the English text

    @protocol-ro/final.1
    Scenario: A reader looks up where and when the protocol was signed
      Given the register of authorities and crossing points
      And on 2019-06-29 "Entered into force":
        | on | 2019-06-29 |
      Then the law browser shows protocol-ro/final.1 in English and Georgian
      And protocol-ro/final.1 is a definition that nothing is judged by
      And the text of protocol-ro/final.1 says "16 October 2018"

    @protocol-ro/final.2
    Scenario: A reader looks up the languages of the protocol
      Given the register of authorities and crossing points
      And on 2019-06-29 "Entered into force":
        | on | 2019-06-29 |
      Then the law browser shows protocol-ro/final.2 in English and Georgian
      And protocol-ro/final.2 is a definition that nothing is judged by

    @protocol-ro/final.3
    Scenario: A reader looks up which text decides
      Given the register of authorities and crossing points
      And on 2019-06-29 "Entered into force":
        | on | 2019-06-29 |
      Then the law browser shows protocol-ro/final.3 in English and Georgian
      And protocol-ro/final.3 is a definition that nothing is judged by
