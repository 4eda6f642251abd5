"""An office goes out as its file and comes in from one: what differs and what is wrong is told first."""

import pytest
from httpx2 import Response
from sqlalchemy import Engine

from calendar_backend import DEMO_OFFICE, OfficeCalendar, load_into, load_office
from calendar_backend.office_dump import dump_office
from calendar_backend.office_file import read_sent
from calendar_backend.office_plain import plain
from tests.calendar_backend.small_office import small_office
from tests.console.conftest import Browser, signed_in
from tests.console.settings_forms import OFFICE, fields, office, save, text
from voicebot.console.roles import Role

FILE = f"{OFFICE}/file"
GOOD = dump_office(small_office())


@pytest.fixture
def admin(browser: Browser) -> Browser:
    return signed_in(browser, Role.ADMINISTRATOR)


def sent(browser: Browser, content: bytes, name: str = "office.yaml", **more: str) -> Response:
    given = {k: v for k, v in fields(browser.get(FILE), FILE).items() if k != "file"} | more
    headers = {"Accept": "text/html"}
    files = {"file": (name, content, "application/x-yaml")}
    return browser.client.post(FILE, data=given, files=files, headers=headers, follow_redirects=False)


def test_what_is_downloaded_loads_to_the_same_office(admin: Browser, engine: Engine):
    page = admin.get(f"{FILE}/download")
    assert 'filename="small-20261124.yaml"' in page.headers["content-disposition"]
    assert read_sent("x.yaml", page.content) == (small_office(), [])
    assert sent(admin, page.content).headers["location"].endswith("told=settings_same")


def test_what_differs_is_shown_before_it_is_taken(admin: Browser, engine: Engine):
    wanted = small_office(name="新しい役所", rules={"horizon_days": 30})
    for content in (
        dump_office(wanted).encode(),
        dump_office(wanted).replace("\n", "\r\n").encode("utf-8-sig"),
    ):
        preview = sent(admin, content)
        seen = text(preview)
        assert "名前 小さな役所 新しい役所" in seen
        assert "何日先まで受けるか" in seen
        assert office(engine) == small_office()
    assert save(admin, preview, FILE).status_code == 303
    assert office(engine) == wanted


def test_the_demo_office_comes_in_whole(admin: Browser, engine: Engine):
    demo = load_office(DEMO_OFFICE)
    load_into(engine, demo.model_copy(update={"name": "ほかの名前"}))
    address = FILE.replace("/small/", f"/{demo.id}/")
    form = fields(admin.get(address), address)
    headers = {"Accept": "text/html"}
    data = {k: v for k, v in form.items() if k != "file"}
    files = {"file": ("demo.yaml", DEMO_OFFICE.read_bytes())}
    preview = admin.client.post(address, data=data, files=files, headers=headers)
    assert preview.status_code == 200
    back = fields(preview, address) | {"step": "save"}
    done = admin.client.post(address, data=back, headers=headers, follow_redirects=False)
    assert done.status_code == 303
    assert OfficeCalendar(engine, demo.id).office == demo


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
BAD: tuple[tuple[bytes, str], ...] = (
    (GOOD.replace("capacity: 1", "capacity: 0").encode(), "1 以上の数"),
    (GOOD.replace("capacity: 1", "capacitty: 1").encode(), "つづりを直すか"),
    (GOOD.replace("id: small", "id: other", 1).encode(), "ほかの役所のファイルです"),
    (GOOD.encode("cp932"), "UTF-8 ではありません"),
    (GOOD.encode("utf-16"), "UTF-8 ではありません"),
    (GOOD.replace("  - ", "\t- ").encode(), "タブが使われています"),
    (BOMB.encode(), "値が多すぎます"),
    (b"a: " + b"[" * 5000, "段が深すぎます"),
    (b"[" * 900 + b"]" * 900, "段が深すぎます"),
    (b"like: /etc/passwd\n", "like のあるファイル"),
    (b"like: demo_office.yaml\nid: small\n", "like のあるファイル"),
    (b"\x00\x01\x02", "読めない文字"),
    (b"%PDF-1.4\n\xff\xfe", "UTF-8 ではありません"),
    (b"", "空です"),
    (b"# nothing\n", "何も書かれていません"),
    (b"<html><script>alert(1)</script></html>", "ファイル全体"),
    (b"- just\n- a list\n", "ファイル全体"),
    (b"!!python/object/apply:os.system ['true']\n", "ファイル全体"),
    (
        GOOD.replace("open: '8:30'", "open: '18:30'").replace("open: 8:30", "open: 18:30").encode(),
        "より後ではありません",
    ),
    ((GOOD + "closed:\n" + "  - {date: 2027-02-08, name: い, reading: い}\n" * 400).encode(), "300 個まで"),
)


def test_a_word_of_the_call_in_a_file_is_told_with_its_line(admin: Browser, engine: Engine):
    bad = GOOD.replace("name: 両方の名", "name: はい")
    line = bad[: bad.index("name: はい")].count("\n") + 1
    seen = text(sent(admin, bad.encode()))
    assert f"office.yaml {line}行目: 「はい」は" in seen
    assert "間違いが1件" in seen
    assert office(engine) == small_office()


@pytest.mark.parametrize(("content", "why"), BAD)
def test_a_file_with_mistakes_is_told_by_name_and_changes_nothing(
    admin: Browser, engine: Engine, content: bytes, why: str
):
    refused = sent(admin, content, "役所<b>.yaml")
    assert refused.status_code == 422
    assert why in text(refused)
    assert content == b"" or "役所<b>.yaml" in text(refused)
    assert "<b>.yaml" not in refused.text
    assert "<script>alert" not in refused.text
    assert office(engine) == small_office()


def test_all_mistakes_are_told_with_their_lines(admin: Browser):
    bad = GOOD.replace("capacity: 1", "capacity: 0").replace("duration_minutes: 15", "duration_minutes: 500")
    lines = {n for n, line in enumerate(bad.splitlines(), 1) if "capacity: 0" in line or ": 500" in line}
    seen = text(sent(admin, bad.encode()))
    assert "間違いが2件" in seen
    assert all(f"office.yaml {line}行目" in seen for line in lines)


def test_a_file_that_is_too_large_is_refused_and_the_largest_is_taken(admin: Browser, engine: Engine):
    assert "240 KB まで" in text(admin.get(FILE))
    refused = sent(admin, b"# " + b"x" * 300_000)
    assert refused.status_code == 413
    assert "240 KB まで" in text(refused)
    wanted = dump_office(small_office(name="新しい役所"))
    comment = "# 覚え書き\n"
    most = (240 * 1024 - len(wanted.encode())) // len(comment.encode())
    largest = (wanted + comment * most).encode()
    assert "240 KB まで" in text(sent(admin, largest + comment.encode() * 2))
    assert office(engine) == small_office()
    assert save(admin, sent(admin, largest), FILE).status_code == 303
    assert office(engine).name == "新しい役所"


def test_a_file_for_an_office_that_has_changed_meanwhile_is_refused(admin: Browser, engine: Engine):
    preview = sent(admin, dump_office(small_office(name="新しい役所")).encode())
    load_into(engine, small_office(name="ほかの人の名前"))
    assert save(admin, preview, FILE).status_code == 409
    assert office(engine).name == "ほかの人の名前"


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"--x\r\n\r\n--x--"),
        ("multipart/form-data; boundary=x", b"not at all"),
        (
            "multipart/form-data; boundary=x",
            b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\xff\r\n--x--\r\n',
        ),
        (
            "multipart/form-data; boundary=x; charset=nonsense",
            b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\na\r\n--x--\r\n',
        ),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n"),
    ],
)
def test_a_broken_form_of_parts_is_refused_and_no_fault(
    admin: Browser, engine: Engine, kind: str, body: bytes
):
    answer = admin.client.post(FILE, content=body, headers={"Accept": "text/html", "Content-Type": kind})
    assert answer.status_code in (400, 403)


def test_a_clerk_takes_the_file_out_and_cannot_put_one_in(browser: Browser, engine: Engine):
    clerk = signed_in(browser, Role.CLERK)
    assert clerk.get(f"{FILE}/download").status_code == 200
    assert "enctype" not in clerk.get(FILE).text
    files = {"file": ("x.yaml", GOOD.encode())}
    answer = clerk.client.post(FILE, files=files, headers={"Accept": "text/html"})
    assert answer.status_code == 403


def test_a_counter_that_goes_with_the_file_goes_only_without_bookings(admin: Browser, engine: Engine):
    parts = plain(small_office())
    wanted = small_office(counters=parts["counters"][:1], procedures=parts["procedures"][:2])
    assert save(admin, sent(admin, dump_office(wanted).encode()), FILE).status_code == 303
    assert office(engine) == wanted
