"""Who a review answers, and what it refuses: every way in but the right one is tried."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from report_samples import ferry, lighthouse
from review_builder import Served, lines, review_of, serving

from aligncheck.errors import ConfigError
from aligncheck.runner.review.serving import Server

NAME = "leaflets/lighthouse.md"
REPORT = lighthouse()
FIRST = REPORT.findings[0].fingerprint
DECISION = {"fingerprint": FIRST, "decision": "true"}


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Served]:
    """A review that let nobody in yet. At the end it had no fault, and what was refused was not written."""
    with serving(review_of(tmp_path, [(NAME, REPORT), ("渡轮 #1?.md", ferry())])) as served:
        yield served
    assert served.faults == []


@pytest.fixture
def served(outside: Served) -> Served:
    """A review with a cookie."""
    outside.let_me_in()
    return outside


def saved(served: Served) -> bool:
    return served.review.file.path.exists()


def test_it_listens_on_this_machine_alone(outside: Served) -> None:
    assert outside.server.socket.getsockname()[0] == "127.0.0.1"


def test_a_token_lets_one_browser_in(outside: Served) -> None:
    address = outside.server.access.address
    path = address.removeprefix(outside.origin)
    first = outside.ask("GET", path)
    assert first.status == 200
    name, _, rest = first.headers["Set-Cookie"].partition("=")
    assert name == f"aligncheck-{outside.server.server_port}"
    assert rest.endswith("; Path=/; HttpOnly; SameSite=Strict")
    assert 'content="0; url=/"' in first.text
    second = outside.ask("GET", path)
    assert (second.status, second.headers["Set-Cookie"]) == (403, None)
    assert "shows a new one" in second.text
    assert outside.let_in == [outside.server.access.address] != [address]
    outside.let_me_in()
    assert outside.ask("GET", "/").status == 200


def test_a_browser_that_is_in_uses_up_no_token(served: Served) -> None:
    before = served.server.access.address
    again = served.ask("GET", "/?token=old")
    assert (again.status, again.headers["Set-Cookie"]) == (200, None)
    assert served.server.access.address == before


@pytest.mark.parametrize("token", ["", "x", "a" * 5000, "%00", "%ED%A0%80", "%C3%A9"])
def test_no_other_token_does(outside: Served, token: str) -> None:
    assert outside.ask("GET", f"/?token={token}").status == 403
    assert outside.let_in == []


def test_asking_for_the_head_alone_uses_up_no_token(outside: Served) -> None:
    path = outside.server.access.address.removeprefix(outside.origin)
    assert outside.ask("HEAD", path).status == 403
    assert outside.ask("POST", path, b"", Origin=outside.origin).status == 403
    assert outside.let_in == []


@pytest.mark.parametrize("path", ["/", f"/{NAME}.html", f"/{NAME}.json", "/-/events", "/no"])
@pytest.mark.parametrize("cookie", [None, "", "{name}=", "{name}=wrong", "other={secret}", "{secret}"])
def test_without_the_cookie_nothing_is_shown(outside: Served, path: str, cookie: str | None) -> None:
    outside.let_me_in()
    name, _, secret = outside.cookie.partition("=")
    told = None if cookie is None else cookie.format(name=name, secret=secret)
    answer = outside.ask("GET", path, Cookie=told)
    assert answer.status == 403
    assert "not let in" in answer.text
    assert "lighthouse" not in answer.text


def test_cookies_of_other_programs_do_no_harm(served: Served) -> None:
    for others in ('a="b; {0}', "a b c; {0}; x", "@@@=1;{0}", "é=1; {0}; {0}"):
        cookie = others.format(served.cookie).encode().decode("latin-1")
        assert served.ask("GET", "/", Cookie=cookie).status == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:{port}",
     "0.0.0.0:{port}", "[::1]:{port}", "127.0.0.1:{port}.", "user@127.0.0.1:{port}", "", None],
)  # fmt: skip
def test_a_name_that_only_leads_here_is_refused(served: Served, host: str | None) -> None:
    told = None if host is None else host.format(port=served.server.server_port)
    for method, path in (("GET", "/"), ("GET", served.server.access.address.removeprefix(served.origin))):
        assert served.ask(method, path, Host=told).status == 421
    assert served.post(DECISION, Host=told).status == 421
    assert not saved(served)
    assert len(served.let_in) == 1


def test_localhost_is_this_machine_too(served: Served) -> None:
    host = f"localhost:{served.server.server_port}"
    assert served.ask("GET", "/", Host=host).status == 200
    assert served.post(DECISION, Host=host).status == 403
    assert served.post(DECISION, Host=host, Origin=f"http://{host}").status == 200


def test_two_hosts_are_none(served: Served) -> None:
    head = f"GET / HTTP/1.1\r\nHost: {served.host}\r\nHost: {served.host}\r\nCookie: {served.cookie}\r\n\r\n"
    assert served.raw(head.encode()).startswith(b"HTTP/1.1 421 ")


@pytest.mark.parametrize(
    "origin",
    [None, "null", "", "http://evil.example", "http://127.0.0.1", "http://127.0.0.1:1", "https://127.0.0.1:{port}",
     "http://localhost:{port}", "http://127.0.0.1:{port}/", "http://127.0.0.1:{port} http://evil.example"],
)  # fmt: skip
def test_only_own_pages_change_anything(served: Served, origin: str | None) -> None:
    told = None if origin is None else origin.format(port=served.server.server_port)
    assert served.post(DECISION, Origin=told).status == 403
    assert not saved(served)


@pytest.mark.parametrize("site", ["cross-site", "same-site", "something"])
def test_requests_from_other_sites_are_refused(served: Served, site: str) -> None:
    assert served.ask("GET", "/", Sec_Fetch_Site=site).status == 403
    assert served.post(DECISION, Sec_Fetch_Site=site).status == 403
    assert not saved(served)


def test_requests_of_this_site_and_of_the_person_are_answered(served: Served) -> None:
    assert served.ask("GET", "/", Sec_Fetch_Site="none").status == 200
    assert served.post(DECISION, Sec_Fetch_Site="same-origin").status == 200


def test_a_link_of_another_site_may_carry_the_token(outside: Served) -> None:
    path = outside.server.access.address.removeprefix(outside.origin)
    assert outside.ask("GET", path, Sec_Fetch_Site="cross-site").status == 200


@pytest.mark.parametrize(
    "kind", [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]
)
def test_what_a_form_could_send_is_no_decision(served: Served, kind: str | None) -> None:
    assert served.post(DECISION, Content_Type=kind).status == 415
    assert not saved(served)


def test_nobody_else_is_ever_invited(served: Served) -> None:
    answers = [
        served.ask("OPTIONS", "/-/decisions", Origin="http://evil.example", Access_Control_Request_Method="POST"),
        served.ask("GET", "/", Origin="http://evil.example"),
        served.post(DECISION),
    ]
    for answer in answers:
        assert not [name for name in answer.headers if name.lower().startswith("access-control-")]
    assert answers[0].status == 403


def test_a_port_that_is_taken_is_told(served: Served) -> None:
    with pytest.raises(ConfigError, match="cannot be had"):
        Server(served.review, served.server.server_port, lambda: None)


def test_every_answer_is_kept_from_other_sites(served: Served) -> None:
    for path, status in (("/", 200), (f"/{NAME}.json", 200), ("/no", 404)):
        headers = served.ask("GET", path).headers
        assert served.ask("GET", path).status == status
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cross-Origin-Resource-Policy"] == headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert headers["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["Server"] == "aligncheck"


def test_nothing_but_the_decisions_is_written(served: Served, tmp_path: Path) -> None:
    assert served.post(DECISION).status == 200
    assert [path.name for path in tmp_path.iterdir()] == ["decisions.jsonl"]
    assert [line["fingerprint"] for line in lines(served.review.file.path)] == [FIRST]
