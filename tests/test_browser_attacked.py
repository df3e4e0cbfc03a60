"""Pages under attack in the system's Chromium: addresses, storages and reports that were made to break them."""

from __future__ import annotations

import json
import random
from pathlib import Path
from urllib.parse import quote

import msgspec
from playwright.sync_api import Browser, expect
from report_browser import Opener
from report_samples import HOSTILE, clean, hostile, lighthouse
from review_builder import PATIENCE, Served, lines, review_of, serving, until

from aligncheck.gate.decisions import parse
from aligncheck.model.report import Report
from aligncheck.report import document_page, index_page
from aligncheck.report.around import Around

NAMES = ("__proto__", "constructor", "toString", "hasOwnProperty", "valueOf")
"""What every object of JavaScript has, whatever was put into it."""
HASHES = (
    *(f"#?sort={name}&rule={name}&severity={name}&find={name}&f={name}&status={name}" for name in NAMES),
    *(f"#f-{name}" for name in NAMES),
    *("#%", "#%ED%A0%80", "#?%", "#?find=%5B(%2B*&q=%5B(%2B*", "#?q=%00&find=%00", "#f-%22%5D,*", "#?f=a%22%5D,*"),
    *(f"#?find={quote(text)}&q={quote(text)}&sort=decided&up=1" for text in HOSTILE[:4]),
    "#javascript:alert(1)",
    "#data",
    "#?severity=error,error,x&no-severity=x&only=2&open=&new=",
)


def renamed(report: Report, fingerprints: list[str], path: str) -> Report:
    """A report whose findings and document are called otherwise, as somebody may write it to be rendered."""
    names = iter(fingerprints)
    findings = tuple(msgspec.structs.replace(f, fingerprint=next(names, f.fingerprint)) for f in report.findings)
    document = msgspec.structs.replace(report.document, path=path)
    return msgspec.structs.replace(report, findings=findings, document=document)


def test_no_address_breaks_a_page(opened: Opener) -> None:
    reports = [lighthouse(), hostile(), clean()]
    for name, made, whole in (
        ("index.html", index_page(reports, ["a.html", "b.html", None]), "tbody tr"),
        ("page.html", document_page(lighthouse()), "article"),
    ):
        page = opened(made, name)
        for number, hash_ in enumerate(HASHES):
            page.evaluate("hash => new Promise((go) => { location.hash = hash; setTimeout(go); })", hash_)
            if number % 5 == 0:
                page.reload()
            page.keyboard.press("j")
        # The script ran to its end: its last act is to count what is shown.
        expect(page.locator("#shown")).not_to_be_empty()
        assert page.locator(".dock").count() == 1
        assert page.locator(whole).count() > 1


def test_names_that_every_object_has_are_names_like_others(opened: Opener) -> None:
    prints = [*NAMES, 'a"] *', "f-\u202e</script><!--<script>"]
    report = renamed(lighthouse(), prints, "__proto__")
    page = opened(report)
    assert page.locator("article[data-decision]").count() == 0
    for number in range(1, 8):
        page.locator(f"article[data-n='{number}'] [data-choice=later]").click()
    page.reload()
    assert page.locator("article[data-decision=later]").count() == 7
    page.locator("body").press("x")
    said = [json.loads(line) for line in page.locator("dialog textarea").input_value().splitlines()]
    assert [one["fingerprint"] for one in said[1:]] == prints[:7]
    assert {one["document"] for one in said[1:]} == {"__proto__"}


def test_what_any_report_holds_leaves_as_decisions_that_are_read(opened: Opener) -> None:
    report = renamed(lighthouse(), [], HOSTILE[0] + HOSTILE[3] + '"\\\ud800\x00\n')
    page = opened(document_page(report, Around("index.html")).encode("utf-8", "replace").decode())
    chance = random.Random("words")
    prints = [f.fingerprint for f in report.findings]
    for fingerprint in prints:
        word = "".join(
            chance.choice(["\u2028", "\ud83d", "a", '"', "\\", "\x00", "\ufeff", "桥", "💡", "\n"]) for _ in range(40)
        )
        record = {"decision": "accepted", "reason": word, "keep": [word, ""], "term": ["a" + word, "b" + word]}
        text = json.dumps(record)
        page.evaluate("([k, v]) => localStorage.setItem('aligncheck.decision.' + k, v)", [fingerprint, text])
    page.reload()
    page.locator("body").press("x")
    exported = page.locator("dialog textarea").input_value()
    said = parse(exported, "decisions.jsonl")
    assert [one.decision.fingerprint for one in said] == prints
    assert {one.decision.report for one in said} == {report.id}


UNSAVED = ("{", '"true"', "[1]", '{"decision": "true", "fingerprint": "other"}', '{"decision": ["true"]}', "null")


def test_what_was_not_saved_yet_is_not_believed_either(browser: Browser, tmp_path: Path) -> None:
    report = lighthouse()
    *first, last = (f.fingerprint for f in report.findings)
    put = "pairs => pairs.forEach(([k, v]) => localStorage.setItem('aligncheck.unsaved.' + k, v))"
    with serving(review_of(tmp_path, [("a.md", report)])) as served:
        served.let_me_in()
        for fingerprint in first:
            assert served.post({"fingerprint": fingerprint, "decision": "later"}).status == 200
        context = browser.new_context(locale="en-GB")
        faults: list[str] = []
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text))
        page.goto(served.server.access.address)
        expect(page).to_have_url(f"{served.origin}/")
        page.evaluate(put, list(zip(first, UNSAVED, strict=True)))
        page.evaluate("sessionStorage.setItem('aligncheck.place', JSON.stringify({page: '/a.md.html', places: 1}))")
        page.goto(f"{served.origin}/a.md.html")
        # A record with more in it is one; null takes a decision back; the rest is nothing.
        wanted = {**dict.fromkeys(first[:5], "later"), first[3]: "true"}
        until(lambda: saved(served) == wanted)
        other = context.new_page()
        other.goto(f"{served.origin}/-/nothing")
        other.evaluate(put, [[fingerprint, "{ "] for fingerprint in first])
        page.locator(f"[id='f-{last}'] [data-choice=later]").click()
        until(lambda: saved(served) == {**wanted, last: "later"})
        context.close()
    assert faults == []


def saved(served: Served) -> dict[str, str]:
    path = served.review.file.path
    return {line["fingerprint"]: line["decision"] for line in lines(path)} if path.exists() else {}


expect.set_options(timeout=PATIENCE * 1000)
