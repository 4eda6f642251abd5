import pytest

from nlu.meaning import Request, Shift
from nlu.question import Expect
from tests.nlu.conftest import Hear

REQUESTS = [
    ("予約を変更したい", Request.CHANGE), ("予約の変更をお願いします", Request.CHANGE), ("予約した日を変えたいんですけど", Request.CHANGE), ("予約の時間をずらしてほしい", Request.CHANGE),
    ("よやくをへんこうしたい", Request.CHANGE), ("予約を取り消したい", Request.CANCEL), ("予約の取り消しをお願いします", Request.CANCEL), ("予約をキャンセルしたいんですが", Request.CANCEL),
    ("キャンセルをお願いします", Request.CANCEL), ("よやくをとりけしてください", Request.CANCEL), ("予約をなしにして", Request.CANCEL), ("予約の確認をしたい", Request.CHECK),
    ("予約がいつだったか忘れました", Request.CHECK), ("よやくしたひおしりたいんですけど", Request.CHECK), ("予約は取れてますか", Request.CHECK), ("予約は何時からでしたか", Request.CHECK), ("持ち物は何ですか", Request.BRING), ("何を持っていけばいいですか", Request.BRING),
    ("必要なものを教えてください", Request.BRING), ("持ち物は", Request.BRING), ("何が要りますか", Request.BRING), ("必要な書類はありますか", Request.BRING), ("何時までやっていますか", Request.HOURS),
    ("何時まで", Request.HOURS), ("営業時間を教えてください", Request.HOURS), ("何時から開いてますか", Request.HOURS), ("なんじまでですか", Request.HOURS),
    ("土曜日は開いていますか", Request.OPEN_ON), ("お盆はやっていますか", Request.OPEN_ON), ("12月29日は開いていますか", Request.OPEN_ON), ("日曜はお休みですか", Request.OPEN_ON), ("お休みはいつですか", Request.OPEN_ON),
    ("いつまでに出せばいいですか", Request.DEADLINE), ("期限はありますか", Request.DEADLINE), ("締め切りはいつですか", Request.DEADLINE), ("いつまでですか", Request.DEADLINE), ("何日以内ですか", Request.DEADLINE), ("転居届ち言うのは何日のうちに出さないけんとかね", Request.DEADLINE), ("なんにちいないにだすとですか", Request.DEADLINE), ("何日間のうちに届けたらいいですか", Request.DEADLINE),
    ("いつまで開いてますか", Request.HOURS), ("どの窓口ですか", Request.COUNTER), ("何階ですか", Request.COUNTER), ("何番窓口に行けばいいですか", Request.COUNTER), ("どこに行けばいいですか", Request.COUNTER),
    ("窓口はどこですか", Request.COUNTER), ("どのくらいかかりますか", Request.DURATION), ("何分くらいで終わりますか", Request.DURATION), ("時間はどれくらいかかりますか", Request.DURATION), ("待ち時間はどのくらいですか", Request.DURATION),
    ("空いているところはありますか", Request.FREE), ("いつが空いていますか", Request.FREE), ("空き状況を教えてください", Request.FREE), ("何時が空いてますか", Request.FREE), ("いつ予約できますか", Request.FREE),
    ("間違い電話でした", Request.WRONG_NUMBER), ("番号を間違えました", Request.WRONG_NUMBER), ("すみません、かけ間違えました", Request.WRONG_NUMBER),
    ("予約したのを変えたい", Request.CHANGE), ("予約をやめたいんですけど", Request.CANCEL), ("予約の日を教えてください", Request.CHECK), ("予約の内容を知りたい", Request.CHECK), ("この前の予約、キャンセルで", Request.CANCEL),
    ("キャンセルします", Request.CANCEL), ("キャンセル", Request.CANCEL), ("あの、キャンセル。", Request.CANCEL), ("とりけし", Request.CANCEL), ("いいえ、取り消します", Request.CANCEL), ("やっぱりキャンセルで", Request.CANCEL), ("すみません、キャンセルしてください", Request.CANCEL),
]  # fmt: skip


@pytest.mark.parametrize(("said", "request_"), REQUESTS)
def test_a_wish_other_than_a_booking_is_understood(hear: Hear, said: str, request_: Request) -> None:
    assert hear(said).request is request_


LATE = [
    "遅くまで開いてる日はないの", "おそうまであいとる日はあるね", "夜もやっとる日はありますか", "夜遅くまで開いとる曜日はありますか", "仕事が終わってから行ける日はありますか", "夜間窓口はありますか",
]  # fmt: skip
LAST = [
    "なんにちまでやっとると？",
    "何日まで開いていますか",
    "年末はいつまでやっとりますか",
    "年内は何日までですか",
]
NEITHER = [
    "夜は出られんけん昼の2時",
    "仕事が終わってから、5時半に行きます",
    "28日まで旅行に行っとります",
    "夜の7時に行きたい",
    "何日までに出せばいいですか",
]


@pytest.mark.parametrize("said", LATE)
def test_who_asks_for_a_late_day(hear: Hear, said: str) -> None:
    assert hear(said, Expect.DATE).request is Request.OPEN_LATE


@pytest.mark.parametrize("said", LAST)
def test_who_asks_for_the_last_day_before_the_holidays(hear: Hear, said: str) -> None:
    assert hear(said, Expect.DATE).request is Request.LAST_OPEN


@pytest.mark.parametrize("said", NEITHER)
def test_a_wish_or_another_question_asks_for_no_such_day(hear: Hear, said: str) -> None:
    assert hear(said, Expect.DATE).request not in (Request.OPEN_LATE, Request.LAST_OPEN)


@pytest.mark.parametrize(
    "said", ["予約をお願いします", "予約したいんですけど", "はい", "10時から11時まで", "何時でもいいです", "住民票を持っていきたい", "明日の10時に予約", "12月4日は空いていますか", "いつでもいいです", "5日までに行きたい", "間違えました、水曜日です", "2時間くらいかかっても大丈夫"]
)  # fmt: skip
def test_a_booking_is_no_such_wish(hear: Hear, said: str) -> None:
    assert hear(said).request is None


SHIFTS = [
    ("もう少し遅く", Shift.LATER_TIME), ("もう少し遅い時間がいいです", Shift.LATER_TIME), ("もうちょっと早い時間", Shift.EARLIER_TIME), ("もっと後にしてください", Shift.LATER_TIME),
    ("もっと早くならんですか", Shift.EARLIER_TIME), ("もう少し先の日がいいです", Shift.LATER_DAY), ("もっと後の日にち", Shift.LATER_DAY), ("もう少し早い日はありませんか", Shift.EARLIER_DAY),
    ("もうちっと遅く", Shift.LATER_TIME), ("その時間は早すぎます", Shift.LATER_TIME), ("それだとちょっと早すぎる", Shift.LATER_TIME), ("じかんがおそすぎます", Shift.EARLIER_TIME), ("どれも遅すぎます", Shift.EARLIER_TIME),
]  # fmt: skip


@pytest.mark.parametrize(("said", "shift"), SHIFTS)
def test_a_wish_to_move_is_understood(hear: Hear, said: str, shift: Shift) -> None:
    assert hear(said).shift is shift


@pytest.mark.parametrize(
    "said",
    ["2時", "早くしてください", "ちょっと待ってください", "遅れます", "10時少し前", "もう少しゆっくり"],
)
def test_other_words_move_nothing(hear: Hear, said: str) -> None:
    assert hear(said).shift is None


STANDS = [
    ("二つ予約しとるっちゃけど、一つはもう用がすんだ", Request.CANCEL), ("予約を二つ入れとるんですけど、一つはもう行かんでようなりました", Request.CANCEL),
    ("そちらとの約束を取り止めにさせてもらいたいんです", Request.CANCEL), ("はい、取り止めてください", Request.CANCEL), ("予約をとりやめたいんやけど", Request.CANCEL),
    ("今の、取り消してもらえるかね", Request.CANCEL), ("さっきのはキャンセルしてもらえますか", Request.CANCEL), ("予約しとったけど、もう行かなくてよくなったんです", Request.CANCEL),
    ("日を替えて", Request.CHANGE), ("日をかえてもらえんやろか", Request.CHANGE), ("日を延ばしてください", Request.CHANGE), ("時間を早めて", Request.CHANGE), ("時間を換えたい", Request.CHANGE),
    ("よやくのじかんだけちいとおそうしてほしいんやけど", Request.CHANGE), ("30分うしろにしてもらえませんか", Request.CHANGE), ("1時間早うして", Request.CHANGE), ("予約を後ろにずらしてください", Request.CHANGE),
    ("予約しとる日に病院の検査が入ってしもうたんです。日を替えていただけますやろうか", Request.CHANGE), ("12月1日の予約なんですけど、15分ほど後ろにずらせますか", Request.CHANGE),
    ("火曜に予約しとる者ですが、中身を変えてもらうことはできますか", Request.CHANGE), ("予約しとるとやけど、その日は雨らしいけん、前の日にしてください", Request.CHANGE),
    ("明日の9時に母の予約をしている娘なんですけど", Request.CHECK), ("すみません、予約をしとるんですが", Request.CHECK), ("予約入ってますか", Request.CHECK),
    ("なにもっていきますか", Request.BRING), ("なんかいるもんある", Request.BRING), ("なにもってくればいいの", Request.BRING), ("なんがいると", Request.BRING),
    ("こちらへお電話いただくことはできますやろうか", Request.CALLBACK), ("明日にでもかけてもらえます?", Request.CALLBACK), ("はい、これに電話してもらったらいいです", Request.CALLBACK), ("こっちにかけてもろうたらよか", Request.CALLBACK),
]  # fmt: skip


@pytest.mark.parametrize(("said", "request_"), STANDS)
def test_what_is_to_become_of_a_booking_is_understood_in_the_words_of_callers(
    hear: Hear, said: str, request_: Request
) -> None:
    assert hear(said).request is request_


@pytest.mark.parametrize(
    ("said", "request_"),
    [
        ("転居届の予約をしたいんですが、朝は何時から開いとりますか", Request.HOURS), ("予約したいんですけど、持ち物を教えて", Request.BRING), ("電話で予約するごと隣の奥さんに教えてもろうたんです", None),
        ("電話で予約ができるち教えてもらいました", None), ("予約の取り方を教えて", None), ("予約を取りたいんですが時間を教えて", None), ("予約をお願いします。病院の用が済んだら行きます", None),
        ("旅行が取りやめになったので、来週行けます", None), ("眼鏡をかけてください", None), ("声をかけてもらえますか", None), ("30分後に行きます", None), ("何か食べてもいいですか", None),
    ],
)  # fmt: skip
def test_a_new_booking_and_a_story_are_no_booking_that_stands(
    hear: Hear, said: str, request_: Request | None
) -> None:
    assert hear(said).request is request_


@pytest.mark.parametrize(
    "said",
    ["わたしだけで取りに行ってもいいんですか", "私一人で行っても大丈夫ですか", "うちだけで行ってよかですか"],
)
def test_whether_one_may_come_alone_is_asked_of_who_may_come(hear: Hear, said: str) -> None:
    assert hear(said).request is Request.PROXY
    assert hear("私だけで行きます").request is None


STANDS_IN_KANA = [
    ("はいとりけしてください", Request.CANCEL), ("うん、とりけして", Request.CANCEL), ("ええ、とりやめてください", Request.CANCEL), ("もうよくなったけんとりけしてください", Request.CANCEL),
    ("むすこがいくことになったのでなかったことにしてください", Request.CANCEL), ("もうなかったことにして", Request.CANCEL), ("きゃんせるしてください", Request.CANCEL),
    ("もういけませんけん", Request.CANNOT_COME), ("もう、行かれんです", Request.CANNOT_COME), ("あしをくじいていかれんごとなりました", Request.CANNOT_COME),
    ("よやくばへんこうしてください", Request.CHANGE), ("よやくのひばかえてください", Request.CHANGE), ("ひづけをずらしてほしいんやけど", Request.CHANGE), ("やくそくばずらしてください", Request.CHANGE),
    ("雪がひどいけん、明日の約束、別の日にしてもらえんやろか", Request.CHANGE), ("明後日の約束を違う時間にできませんか", Request.CHANGE), ("約束の日をずらして", Request.CHANGE), ("予約、ほかの日に変えてもらえますか", Request.CHANGE),
    ("そちらに予約しとった者ですが", Request.CHECK), ("先月予約を入れた者ですけど、娘に聞いたら違う紙が要るち言われた", Request.CHECK), ("予約を取った者です", Request.CHECK), ("よやくしとったんですけどころんでしもうて", Request.CHECK), ("よやくいれとったとですけどねつがでて", Request.CHECK),
]  # fmt: skip


@pytest.mark.parametrize(("said", "request_"), STANDS_IN_KANA)
def test_what_is_to_become_of_a_booking_is_understood_as_it_is_spoken(
    hear: Hear, said: str, request_: Request
) -> None:
    assert hear(said).request is request_
    assert not hear(said).procedures


@pytest.mark.parametrize(
    "said",
    [
        "予約しとったら待たんでいいち聞いたもんで", "予約をした方がいいですか", "よやくをしといたほうがいいですか", "よやくしたいとですが", "予約をしたんですが", "印鑑登録を取り消してください", "転居届を取り消してください",
        "孫を見とかないけんごとなった", "もう行かないけんので", "友達との約束があるけん午後がいい", "別の日に来いち言われました", "なかったことになっとる",
    ],
)  # fmt: skip
def test_words_like_those_are_about_no_booking_that_stands(hear: Hear, said: str) -> None:
    assert hear(said).request is None
