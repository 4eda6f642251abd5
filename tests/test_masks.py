import pytest

from voicebot import masks
from voicebot.console.roles import Role
from voicebot.console.templates import make


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("+81935551234", "＊＊＊34"),
        ("", ""),
        ("anonymous", ""),
        ("+1", "＊＊＊1"),
        ("093-555-1234", "＊＊＊34"),
    ],
)
def test_a_number_keeps_its_last_two_digits(number: str, shown: str):
    assert masks.phone(number) == shown


@pytest.mark.parametrize(
    ("name", "shown"), [("ヤマダ タロウ", "ヤ＊＊"), ("", ""), ("李", "李＊＊"), (" <b>", "<＊＊")]
)
def test_a_name_keeps_its_first_letter(name: str, shown: str):
    assert masks.name(name) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("電話は093-555-1234です", "電話は＊＊＊＊です"),
        ("ゼロ九三の五五五の一二三四です", "＊＊＊＊です"),
        ("ぜろきゅうさんのごごごのいちにさんよん", "＊＊＊＊"),
        ("番号は、4、7、1、9、です。", "番号は、＊＊＊＊、です。"),
        ("お電話は093、555、1234、ですね。", "お電話は＊＊＊＊、ですね。"),
        ("二千二十六年", "＊＊＊＊年"),
        ("4、5日あとの午後1時30分", "4、5日あとの午後1時30分"),
        ("０９３５５５１２３４", "＊＊＊＊"),
        ("12月4日の午後2時", "12月4日の午後2時"),
        ("予約番号は 4 7 1 8 です", "予約番号は ＊＊＊＊ です"),
        ("三人です", "三人です"),
    ],
)
def test_what_was_said_loses_its_long_numbers(text: str, shown: str):
    assert masks.spoken(text) == shown


@pytest.mark.parametrize("role", [None, *Role])
def test_only_who_may_hear_calls_sees_people(role: Role | None):
    def may(needed: Role) -> bool:
        return role is not None and role.may(needed)

    template = make().from_string(
        "{{ '+81935551234'|phone }} {{ 'ヤマダ'|person }} {{ '電話は0935551234'|spoken }}"
    )
    clear = role in (Role.OPERATOR, Role.CLERK, Role.ADMINISTRATOR)
    expected = "093-555-1234 ヤマダ 電話は0935551234" if clear else "＊＊＊34 ヤ＊＊ 電話は＊＊＊＊"
    assert template.render(may=may) == expected
