"""What no procedure may be called, because it means something in every call."""

import pytest

from calendar_backend import load_office
from calendar_backend.office_file import DEMO_OFFICES
from nlu.taken_words import is_taken

TAKEN = (
    "はい ええ うん いいえ ちがいます 違います そうです お願いします 大丈夫 係員 かかりいん オペレーター もう一度 もういちど 戻る もどる 最初から "
    "キャンセル きゃんせる 取り消し とりけし 変更 へんこう 予約の変更 今日 きょう あした 明日 月曜日 げつようび 月曜 来週 12月3日 "
    "じゅうにがつみっか 午前 ごぜん 10時 十時 じゅうじ 10時半 今日の午前 夕方 いつでも"
)
FREE = (
    "引っ越し ひっこし 住所変更 じゅうしょへんこう 氏名の変更 登録の取り消し 二十歳になった 世帯分離 暗証番号を忘れた 土曜窓口 "
    "カードの期限が切れる 相談員 廃車 遺影 四日市 キャンセル待ち"
)


@pytest.mark.parametrize("said", TAKEN.split())
def test_an_answer_a_command_a_day_or_a_time_is_taken(said: str):
    assert is_taken(said)


@pytest.mark.parametrize("said", FREE.split())
def test_what_is_more_than_that_is_free(said: str):
    assert not is_taken(said)


def test_everything_that_the_demo_offices_call_their_procedures_is_free():
    for path in DEMO_OFFICES:
        for procedure in load_office(path).procedures:
            words = [procedure.name, procedure.reading]
            words += [said for alias in procedure.aliases for said in (alias.text, alias.reading)]
            assert [said for said in words if is_taken(said)] == []
