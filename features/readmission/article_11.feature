Feature: Protocol, Article 11: costs
  The requested side invoices what it spent, with its bank details; the requesting side pays the amount
  in euro within thirty days of receiving the invoice.

  Rule: (1) Costs are paid back against an invoice with bank details

    @protocol-ro/art-11/1.1
    Scenario: The invoice is paid in full
      Given a claim of Georgia on Romania
      And an invoice of 1200.00 EUR issued on 2026-06-10
      And the invoice is received on 2026-06-15
      When on 2026-06-25 "Invoice paid"
      Then protocol-ro/art-11/1.1 is fulfilled
      And the status of the case is "Settled"

    @protocol-ro/art-11/1.1
    Scenario: Less is paid than was invoiced
      Given a claim of Georgia on Romania
      And an invoice of 1200.00 EUR issued on 2026-06-10
      And the invoice is received on 2026-06-15
      When on 2026-06-25 "Invoice paid":
        | money.amount | 700.00 |
      Then protocol-ro/art-11/1.1 is pending
      And the case shows no deviations
      And the status of the case is "Invoiced"

    @protocol-ro/art-11/1.1
    Scenario: The time is up and a part is still lacking
      Given a claim of Georgia on Romania
      And an invoice of 1200.00 EUR issued on 2026-06-10
      And the invoice is received on 2026-06-15
      And on 2026-06-25 "Invoice paid":
        | money.amount | 700.00 |
      When the case is judged on 2026-09-01
      Then protocol-ro/art-11/1.1 is breached
      And protocol-ro/art-11/2.1 is fulfilled
      And the case shows one deviation

    @protocol-ro/art-11/1.1
    Scenario: The invoice is paid in another currency
      Given a claim of Georgia on Romania
      And an invoice of 1200.00 EUR issued on 2026-06-10
      And the invoice is received on 2026-06-15
      When on 2026-06-25 "Invoice paid":
        | money.amount   | 6000.00 |
        | money.currency | RON     |
      Then protocol-ro/art-11/1.1 is undetermined
      And protocol-ro/art-11/2.2 is breached
      And the status of the case is "Invoiced"

    @protocol-ro/art-11/1.1
    Scenario: The rest follows
      Given a claim of Georgia on Romania
      And an invoice of 1200.00 EUR issued on 2026-06-10
      And the invoice is received on 2026-06-15
      And on 2026-06-25 "Invoice paid":
        | money.amount | 700.00 |
      When on 2026-07-01 "Invoice paid":
        | money.amount | 500.00 |
      Then protocol-ro/art-11/1.1 is fulfilled

    @protocol-ro/art-11/1.1
    Scenario: Nothing is paid yet
      Given a claim of Georgia on Romania
      And an invoice of 1200.00 EUR issued on 2026-06-10
      When the invoice is received on 2026-06-15
      Then protocol-ro/art-11/1.1 is pending
      And protocol-ro/art-11/1.1 awaits "Invoice paid"

    @protocol-ro/art-11/1.2
    Scenario: An invoice with bank details
      Given a claim of Georgia on Romania
      When an invoice of 1200.00 EUR issued on 2026-06-10
      Then protocol-ro/art-11/1.2 is fulfilled

    @protocol-ro/art-11/1.2
    Scenario: An invoice without bank details
      Given a claim of Georgia on Romania
      When an invoice of 1200.00 EUR issued on 2026-06-10:
        | bank details stated | no |
      Then protocol-ro/art-11/1.2 is breached

  @protocol-ro/art-11/2.1
  Rule: (2) The payment comes within thirty days

    @in-time
    Scenario: An invoice paid after ten days
      Given a claim of Georgia on Romania
      And an invoice of 1200.00 EUR issued on 2026-06-10
      And the invoice is received on Monday 2026-06-15
      When on Thursday 2026-06-25 "Invoice paid"
      Then protocol-ro/art-11/2.1 is fulfilled
      And protocol-ro/art-11/2.1 is not contested

    @last-day
    Scenario: An invoice paid on the thirtieth day
      Given a claim of Georgia on Romania
      And an invoice of 1200.00 EUR issued on 2026-06-10
      And the invoice is received on Monday 2026-06-15
      When on Wednesday 2026-07-15 at 23:59 in Bucharest "Invoice paid"
      Then protocol-ro/art-11/2.1 is fulfilled
      And the last day of protocol-ro/art-11/2.1 is Wednesday 2026-07-15
      And protocol-ro/art-11/2.1 is not contested

    @contested
    Scenario: The text says days and not which, and the thirtieth working day is later
      Given a claim of Georgia on Romania
      And an invoice of 1200.00 EUR issued on 2026-06-10
      And the invoice is received on Monday 2026-06-15
      When on Thursday 2026-07-16 "Invoice paid"
      Then the readings of protocol-ro/art-11/2.1 end between Wednesday 2026-07-15 and Monday 2026-07-27
      And protocol-ro/art-11/2.1 is fulfilled
      And protocol-ro/art-11/2.1 is contested

    @first-day-late
    Scenario: An invoice paid when no reading allows it any more
      Given a claim of Georgia on Romania
      And an invoice of 1200.00 EUR issued on 2026-06-10
      And the invoice is received on Monday 2026-06-15
      When on Tuesday 2026-07-28 at 00:00 in Bucharest "Invoice paid"
      Then protocol-ro/art-11/2.1 is fulfilled late

    Scenario: An invoice that nobody paid
      Given a claim of Georgia on Romania
      And an invoice of 1200.00 EUR issued on 2026-06-10
      And the invoice is received on Monday 2026-06-15
      When the case is judged on Tuesday 2026-07-28
      Then protocol-ro/art-11/2.1 is breached
      And the case shows one deviation

    Scenario: The credit counts where it is known, not the order
      Given a claim of Georgia on Romania
      And an invoice of 1200.00 EUR issued on 2026-06-10
      And the invoice is received on Monday 2026-06-15
      When on Friday 2026-07-24 "Invoice paid":
        | credited at | 2026-07-29 |
      Then protocol-ro/art-11/2.1 is fulfilled late

    Scenario: A dispute over the invoice stops no time
      Given a claim of Georgia on Romania
      And an invoice of 1200.00 EUR issued on 2026-06-10
      And the invoice is received on Monday 2026-06-15
      And on 2026-07-01 "Invoice disputed"
      When the case is judged on Tuesday 2026-07-28
      Then protocol-ro/art-11/2.1 is breached
      And protocol-ro/art-11/2.1 rests on "Invoice disputed"

    @excused
    Scenario: A late payment is excused
      Given a claim of Georgia on Romania
      And an invoice of 1200.00 EUR issued on 2026-06-10
      And the invoice is received on Monday 2026-06-15
      And on Wednesday 2026-07-29 "Invoice paid"
      When on 2026-07-30 an excuse for protocol-ro/art-11/2.1 is accepted: "The bank was closed"
      Then protocol-ro/art-11/2.1 is excused

    @not-applicable
    Scenario: A German invoice is no matter of this protocol
      Given a claim of Georgia on Germany
      And an invoice of 1200.00 EUR issued on 2026-06-10
      And the invoice is received on Monday 2026-06-15
      When the case is judged on 2026-09-01
      Then protocol-ro/art-11/2.1 does not apply

    @not-yet-in-force
    Scenario: An invoice received before the protocol was in force
      Given a claim of Georgia on Romania
      And an invoice of 1200.00 EUR issued on 2019-06-10
      And the invoice is received on 2019-06-14
      When the case is judged on 2019-09-02
      Then protocol-ro/art-11/2.1 does not apply

  @protocol-ro/art-11/2.2
  Rule: (2) The payment is in euro

    Scenario: A payment in euro
      Given a claim of Romania on Georgia
      And an invoice of 1200.00 EUR issued on 2026-06-10
      And the invoice is received on 2026-06-15
      When on 2026-06-25 "Invoice paid"
      Then protocol-ro/art-11/2.2 is fulfilled

    Scenario: A payment in lari
      Given a claim of Romania on Georgia
      And an invoice of 1200.00 EUR issued on 2026-06-10
      And the invoice is received on 2026-06-15
      When on 2026-06-25 "Invoice paid":
        | money.currency | GEL |
      Then protocol-ro/art-11/2.2 is breached
