"""The Decree's table over HTTP."""

from __future__ import annotations

import httpx


def test_the_table_is_given_out_whole(client: httpx.Client) -> None:
    answer = client.get("/v1/law/decree-386/matrix")
    assert answer.status_code == 200
    table = answer.json()
    assert len(table["rows"]) == 23
    working = table["rows"][2]
    assert (working["category"], working["rank"]) == ("working", "head_of_state")
    anthems = working["cells"]["anthems"]
    assert anthems["asks"] == "forbidden"
    assert client.get(anthems["provisions"][0]["href"]).json()["id"] == "decree-386/art-4/2.3"


def test_a_parameter_that_it_does_not_know_is_named(client: httpx.Client) -> None:
    answer = client.get("/v1/law/decree-386/matrix?rank=speaker")
    assert answer.status_code == 422
    assert "rank" in answer.text
