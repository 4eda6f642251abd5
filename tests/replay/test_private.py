"""Names and numbers are found in whatever spelling, and words that only sound a little like them are not."""

import pytest

from voicebot.replay.private import Person, kana

WHO = Person(
    frozenset({"81935823361", "0935823361", "4711"}),
    frozenset({kana("ヤマダ"), kana("カヨ"), kana("ユウコ")}),
)


@pytest.mark.parametrize(
    "text",
    [
        "山田です",
        "やまだと言います",
        "ヤマダさん",
        "〇九三の五八二の三三六一",
        "0935823361",
        "０９３－５８２－３３６１",
        "さんさんろくいち",
        "番号は五八二三です",
        "よんなないちいち",
        "ぜろはちぜろいちにいさんよんごおろくななはち",
        "優子の件で",
        "ゆーこです",
        "鈴木と申します",
        "名前は佐藤です",
    ],
)
def test_what_tells_who_it_is(text: str):
    assert WHO.told_by(text)


@pytest.mark.parametrize(
    "text",
    [
        "十二月八日火曜日の午前十時です",
        "12月8日火曜日の午前10時です",
        "じゅーにがつよーかかよーびのごぜんじゅーじです",
        "はい、合っています",
        "住民票を一通お願いします",
        "13時40分でお願いします",
        "二〇二六年十二月",
        "三人で行きます",
        "",
    ],
)
def test_what_tells_nothing(text: str):
    assert not WHO.told_by(text)
