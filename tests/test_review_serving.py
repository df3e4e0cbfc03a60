"""What a review serves under which address, and requests that are too long, too many or malformed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from report_samples import ferry, hostile, lighthouse
from review_builder import Served, review_of, serving

from aligncheck.runner.review.posted import LONGEST

REPORT = lighthouse()
FIRST = REPORT.findings[0].fingerprint
NAMES = ["leaflets/lighthouse.md", "渡轮 #1?.md", "a%2e.md", "..md", "<b>&amp;'\".md"]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A review that let this client in; it never has a fault."""
    reports = [REPORT, ferry(), hostile(), ferry(), lighthouse()]
    with serving(review_of(tmp_path, list(zip(NAMES, reports, strict=True)))) as served:
        served.let_me_in()
        yield served
    assert served.faults == []


@pytest.mark.parametrize("name", NAMES)
def test_a_document_has_its_name(served: Served, name: str) -> None:
    answer = served.ask("GET", f"/{quote(name)}.html")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    data = served.ask("GET", f"/{quote(name)}.json")
    assert (data.status, data.headers["Content-Type"]) == (200, "application/json")
    assert json.loads(data.body)["schema_version"] == 1


def test_every_link_of_the_pages_leads_somewhere(served: Served) -> None:
    found = re.findall(r'href="([^"#:]*)"', served.ask("GET", "/").text)
    assert len(found) >= len(NAMES)
    for href in found:
        assert served.ask("GET", "/" + unescape(href).removeprefix("./")).status == 200
    page = served.ask("GET", f"/{quote(NAMES[0])}.html").text
    assert 'href="../index.html"' in page
    assert f'href="../{quote(NAMES[1])}.html"' in page
    assert served.ask("GET", "/index.html").body == served.ask("GET", "/").body


def test_a_page_states_its_policy_in_its_head_and_in_the_answer(served: Served) -> None:
    answer = served.ask("GET", "/")
    stated = re.search(r'Content-Security-Policy" content="([^"]*)"', answer.text)
    assert stated is not None
    policy = unescape(stated[1])
    assert answer.headers["Content-Security-Policy"] == f"{policy}; frame-ancestors 'none'"
    assert "connect-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    "path",
    ["/nothing.html", "/leaflets", "/leaflets/", "/leaflets/lighthouse.md", "/decisions.jsonl", "/../decisions.jsonl",
     "/%2e%2e/decisions.jsonl", "/leaflets/../index.html", "/leaflets/%2e%2e/index.html", "/./index.html",
     "/index.html/", "/%00", "/index.html%00", "/C:/windows/win.ini", "/%5c%5chost%5cshare", "/etc/passwd", "/%FF%FE",
     "/index.json", "/-/", "/-/decisions/", "/drift.html", "/favicon.ico"],
)  # fmt: skip
def test_nothing_else_is_there(served: Served, path: str) -> None:
    answer = served.ask("GET", path)
    assert (answer.status, answer.headers["Content-Type"]) == (404, "text/plain; charset=utf-8")
    assert path.strip("/") not in answer.text or path == "/-/"


def test_head_is_get_without_the_body(served: Served) -> None:
    whole, head = (served.ask(method, "/") for method in ("GET", "HEAD"))
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Length"] == str(len(whole.body))


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        *((m, "/", "GET, HEAD") for m in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")),
        *((m, "/-/decisions", "POST") for m in ("GET", "PUT", "DELETE", "OPTIONS")),
        ("POST", "/-/events", "GET"),
    ],
)
def test_what_an_address_is_not_for(served: Served, method: str, path: str, allowed: str) -> None:
    answer = served.ask(method, path, Origin=served.origin)
    assert (answer.status, answer.headers["Allow"]) == (405, allowed)
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"


def test_a_connection_serves_several_requests(served: Served) -> None:
    one = f"GET /no HTTP/1.1\r\nHost: {served.host}\r\nCookie: {served.cookie}\r\n"
    said = served.raw(f"{one}\r\n{one}Connection: close\r\n\r\n".encode())
    assert said.count(b"HTTP/1.1 404 ") == 2


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"NONSENSE\r\n\r\n", b"400"),
        (b"GET / HTTP/9.9\r\n\r\n", b"505"),
        (b"GET / NOT/1.1\r\n\r\n", b"400"),
        (b"BREW / HTTP/1.1\r\n\r\n", b"501"),
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n", b"414"),
        (b"GET / HTTP/1.1\r\nX: " + b"a" * 70_000 + b"\r\n\r\n", b"431"),
        (b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 5000 + b"\r\n", b"431"),
        (b"GET / HTTP/1.1\r\n" + b"".join(b"X-%d: %s\r\n" % (n, b"a" * 900) for n in range(60)) + b"\r\n", b"431"),
    ],
    ids=["words", "version", "protocol", "method", "address", "header", "headers", "head"],
)
def test_malformed_and_endless_heads(served: Served, request_: bytes, status: bytes) -> None:
    said = served.raw(request_)
    assert status in said.partition(b"\r\n")[0]
    assert b"Content-Type: text/plain" in said
    assert b"aaaa" not in said
    assert served.ask("GET", "/").status == 200


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Transfer-Encoding: chunked", b"411"),
        ("Content-Length: 3\r\nContent-Length: 4", b"411"),
        ("Content-Length: -1", b"411"),
        ("Content-Length: 1e3", b"411"),
        (f"Content-Length: {LONGEST + 1}", b"413"),
        ("Content-Length: 999999999999", b"413"),
    ],
)
def test_bodies_without_a_length_or_too_long(served: Served, told: str, status: bytes) -> None:
    head = (
        f"POST /-/decisions HTTP/1.1\r\nHost: {served.host}\r\nCookie: {served.cookie}\r\nOrigin: {served.origin}\r\n"
    )
    said = served.raw(f"{head}Content-Type: application/json\r\n{told}\r\n\r\n{{}}".encode())
    assert status in said.partition(b"\r\n")[0]
    assert b"Connection: close" in said


def test_a_body_that_is_too_long_hears_why(served: Served) -> None:
    answer = served.post(b" " * (LONGEST + 1))
    assert answer.status == 413
    assert str(LONGEST) in answer.text


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"true"',
        b"\xff\xfe",
        b"[" * 60_000,
        b'{"decision": "true"}',
        b'{"fingerprint": "f"}',
        b'{"fingerprint": "", "decision": "true"}',
        b'{"fingerprint": 1, "decision": "true"}',
        b'{"fingerprint": "f", "decision": "maybe"}',
        *(
            b'{"fingerprint": "f", "decision": "true", ' + field + b"}"
            for field in (
                b'"document": "x"',
                b'"report": "x"',
                b'"reason": 1',
                b'"keep": "x"',
                b'"keep": [""]',
                b'"term": ["a"]',
                b'"term": ["a", " "]',
                b'"term": ["# a", "b"]',
                b'"reason": "\\ud800"',
                b'"reason": "' + b"x" * 2001 + b'"',
            )
        ),
    ],
)
def test_what_is_no_decision(served: Served, body: bytes) -> None:
    answer = served.post(body)
    assert answer.status == 400
    assert answer.text.startswith("No decision: ")
    assert not served.review.file.path.exists()


def test_a_finding_nobody_shows_cannot_be_decided_on(served: Served) -> None:
    for fingerprint in ("0" * 16, "../../x", FIRST.upper() + "x"):
        assert served.post({"fingerprint": fingerprint, "decision": "true"}).status == 409
    assert not served.review.file.path.exists()
