"""Every way in which a feature may open a case of state protocol, in both languages, and the sample of the README."""

from __future__ import annotations

from pathlib import Path
from re import DOTALL, search
from tempfile import TemporaryDirectory

from pytest_bdd import scenarios

from tests.features.steps import *  # noqa: F403

README = Path(__file__).with_name("README.md")

ENGLISH = """Feature: all backgrounds
    Scenario: credentials
      Given a joint presentation of credentials on 2026-06-16 at 12:00
      And the ambassador of Germany is to present credentials, agrément requested on 2026-01-10
      And the presentation of credentials begins on 2026-06-16 at 12:00
      And on 2026-06-16 at 12:10 "Credentials presented": "ambassador = Germany"
      Then the status of the case is "Under way"
    Scenario: award
      Given an award ceremony on 2026-06-16 at 12:00
      When on 2026-06-16 at 11:00 an officer records that decree-386/art-22/1.1 was not done: "the hall was closed"
      Then the status of the case is "Scheduled"
    Scenario: reception
      Given a reception of a foreign delegation by the State Minister on 2003-06-16 at 12:00:
        | Body whose guests they are | ge-mfa |
      And on 2003-06-15 at 10:00 the audience is scheduled for 2003-06-16 at 14:00
      Then the status of the case is "Scheduled"
    Scenario: out
      Given an outgoing official visit of the President to Romania starting on 2026-06-16 at 12:00
      Then the status of the case is "Scheduled"
    Scenario: in
      Given a state visit of a head of state of Romania with spouse, arriving on 2026-06-15 and departing on 2026-06-17:
        | purpose | negotiations |
      And the talks are scheduled for 2026-06-16 at 10:00 to 2026-06-16 at 12:00
      And the aircraft lands on 2026-06-15 at 12:01
      And the dinner is cancelled on 2026-06-16
      And the talks begin on 2026-06-16 at 10:00
      And on 2026-06-16 at 12:00 "Cost recorded":
       | amount | 120.00 GEL |
       | stage | settled |
       | purpose | airport_services |
      Then the status of the case is "Guest in Georgia"
"""

GEORGIAN = """# language: ka
თვისება: როგორ იხსნება საქმე

    სცენარის ნიმუში: ვიზიტები
      მოცემულია რუმინეთის <რანგი> <კატეგორია> ვიზიტი, ჩამოსვლა 2026-06-15, 12:00, გამგზავრება 2026-06-17, 11:00
      მაშინ საქმის მდგომარეობაა "დაგეგმილია"

      მაგალითები:
        | რანგი | კატეგორია |
        | სახელმწიფოს მეთაურის | სახელმწიფო |
        | მთავრობის მეთაურის | ოფიციალური |
        | პარლამენტის თავმჯდომარის | სამუშაო |
        | საგარეო საქმეთა მინისტრის | გავლითი |
        | სხვა დელეგაციის | არაოფიციალური |

    სცენარი: სიგელები
      მოცემულია რამდენიმე ელჩის მიერ რწმუნების სიგელების გადაცემა, 2026-06-16, 12:00
      და გერმანიის ელჩი წარადგენს რწმუნების სიგელს, აგრემანი მოთხოვნილია 2026-01-10
      და საფრანგეთის ელჩი წარადგენს რწმუნების სიგელს
      როდესაც რწმუნების სიგელების გადაცემა დაიწყო 2026-06-16, 12:00
      და 2026-06-16, 12:10, "რწმუნების სიგელი გადაიცა": "ელჩი = გერმანია"
      და 2026-06-16, 12:10, "რწმუნების სიგელი გადაიცა":
        | ელჩი | საფრანგეთი |
      და რწმუნების სიგელების გადაცემა დასრულდა 2026-06-16, 13:00
      მაშინ საქმის მდგომარეობაა "ჩატარდა"

    სცენარი: ცერემონია
      მოცემულია გვირგვინით შემკობის ცერემონია, 2026-06-16, 11:00:
        | სტუმრის რანგი | მთავრობის მეთაური |
      მაშინ საქმის მდგომარეობაა "დაგეგმილია"

    სცენარი: ინაუგურაცია
      მოცემულია ინაუგურაციის ცერემონია, 2018-12-16, 12:00
      როდესაც 2018-11-28, 20:00, "არჩევნები ჩატარდა"
      და 2018-12-16, 12:00, "ზალპი გაისროლეს"
      მაშინ საქმის მდგომარეობაა "დაგეგმილია"

    სცენარი: მიღება
      მოცემულია პრეზიდენტის მიერ უცხოეთის დელეგაციის მიღება, 2026-06-16, 11:00
      როდესაც შეხვედრა დასრულდა 2026-06-16, 12:00
      მაშინ საქმის მდგომარეობაა "ჩატარდა"

    სცენარი: გასვლა
      მოცემულია პრეზიდენტის ოფიციალური ვიზიტი რუმინეთში, დასაწყისი 2026-06-16, 11:00:
        | გადასაფრენი ქვეყნები | თურქეთი; ბულგარეთი |
      და 2026-06-01, "საჰაერო სივრცე შეთანხმდა": "ქვეყანა = თურქეთი; ნებართვა = კი"
      მაშინ საქმის მდგომარეობაა "დაგეგმილია"
"""


def _sample() -> str:
    found = search("```gherkin\n(.*?)```", README.read_text("utf-8"), DOTALL)
    assert found
    return found[1]


with TemporaryDirectory() as folder:
    for name, text in (("english", ENGLISH), ("georgian", GEORGIAN), ("readme", _sample())):
        Path(folder, f"{name}.feature").write_text(text, "utf-8")
    scenarios(folder)
