"""What is wanted of a booking that stands, by the kinds of the words and in any order."""

import pytest

from nlu import bookings
from nlu.meaning import Command, Ordinal, Request
from nlu.question import Expect
from tests.nlu.conftest import Hear

WANTED = [
    ("予約の日にちを、12月2日に変えてもらいたいんですが", Request.CHANGE), ("こないだ予約したんやけど、その日は孫のお遊戯会やったんよ。よその日に替えてもらえるやろか", Request.CHANGE),
    ("12月2日の予約をね、12月4日に変えちゃらんね", Request.CHANGE), ("かぜをひいてしもうたけよやくをいっしゅうかんあとにしてください", Request.CHANGE),
    ("予約した日ば、もうちょい早うしてもらえんやろうか", Request.CHANGE), ("予約しとった分やけど、木曜に動かしてくれんね", Request.CHANGE), ("来週の予約、ひと月先に延ばせますか", Request.CHANGE),
    ("よやくしとるけどじかんをおそうしてもらえんやろか", Request.CHANGE), ("このあいだ予約を取らせてもらったんですけど、用事を変えたいんです", Request.CHANGE),
    ("12月1日に予約しとる者ですが、タクシーが朝は来られんらしいんです。お昼の1時に遅らせてもらえんですか", Request.CHANGE), ("予約がふたつあるんやけど、同じ日にまとめたいんです", Request.CHANGE),
    ("予約がふたつあるやろ、娘の年金のほうば動かしてくれんね", Request.CHANGE), ("12月8日に予約しとるとやけど、都合つかんごとなったけん別の日にしてもらえる", Request.CHANGE),
    ("予約してある日をね、孫の運動会と間違えとったけん、翌日にしてくれんかね", Request.CHANGE), ("予約の時間、変えられるとかいな", Request.CHANGE), ("12月の予約ね、年内はもう無理やけん来年にしてもらえるやろか", Request.CHANGE),
    ("予約した日に行けんごとなった、翌週に回してほしい", Request.CHANGE), ("予約してた日、病院と重なってしもうて。ほかの日に替わらしてもらえんやろうか", Request.CHANGE),
    ("8日の予約をやめようかと思うて電話したんですが", Request.CANCEL), ("やけん、頼んどった予約はなしにしてもらえんですか", Request.CANCEL), ("予約をふたつ入れとるはずなんやけど、ひとつやめたいんよ", Request.CANCEL),
    ("昼からのほうをやめたいんです", Request.CANCEL), ("予約を入れとったけど、孫が熱を出したけんやめさせてもらいたい", Request.CANCEL),
    ("予約を二つしとるけど、両方やめます", Request.CANCEL), ("娘が代わりに行ってくれたけん、予約はもういらんのです", Request.CANCEL), ("予約しとったけど、風邪ひいたけんやめときます", Request.CANCEL),
    ("予約を変更、いえ、変更ではなくて取り消しをお願いしたいんです", Request.CANCEL), ("予約のキャンセル、あ違った、キャンセルやなくて変更でお願いします", Request.CHANGE),
    ("私の予約はどうなっとるでしょうか", Request.CHECK), ("何日に行くことになっとったかね", Request.CHECK), ("予約したかどうか分からんごとなった", Request.CHECK),
    ("あのう、私、予約したのはいつやったですかね。書いた紙を洗濯してしもうて", Request.CHECK), ("予約したんですけどねえ、メモをどこやったかわからんごとなって", Request.CHECK),
    ("いつ行けばよかったんですかね、教えてもらえますか", Request.CHECK), ("8日に予約がふたつあるんですけど", Request.CHECK), ("予約しとるのに何時か忘れてしもうて", Request.CHECK),
]  # fmt: skip


@pytest.mark.parametrize(("said", "wanted"), WANTED)
def test_what_is_wanted_of_a_booking_is_found_wherever_it_stands(
    hear: Hear, said: str, wanted: Request
) -> None:
    assert hear(said).request is wanted


@pytest.mark.parametrize(
    "said",
    [
        "予約したいんですけど", "予約を取りたいんですけど", "そんなら新しく予約してください、住民票です", "住所変更の予約をお願いします", "世帯主を変えたいので予約をお願いします",
        "引っ越したので住所を変えたいんです、予約できますか", "仕事をやめたので国保の予約をしたい", "保険の切り替えの予約をしたいんですが", "予約を水曜日にしてください", "印鑑登録をやめたいんですけど",
        "マイナンバーカードの住所を変えてもらえますか", "病院の予約を変えたので、10時にしてください", "国民年金をやめたいんですが、予約をお願いします", "予約を取り消さないでください",
        "予約せんで行ったら断られた", "前に予約したとき待たされたけん、朝いちばんがいい", "日曜の予約はできますか", "午後の予約をお願いします", "12月3日の予約をお願いできますか", "朝の予約にしてほしいんですけど",
        "12月3日の午後の予約にしてください", "印鑑登録の印鑑を変えたいので予約を取りたい", "カードの暗証番号を変えたいけん、予約ばしてくれんね", "会社をやめようと思うとるけん国保の予約をしたい", "国保をやめる手続きの予約をお願いします",
        "母の予約を取ってほしいんですが", "予約をしたんですが", "予約しとったほうが待たんでいいち聞いたもんで", "予約しといたほうが早いち聞いたけん", "よやくしとったほうがまたんでいいちきいたもんで",
        "予約しておいたほうがいいと言われまして", "予約しとったら待たんでいいち近所の人が言いよった", "予約を取っとったほうがよかち言われたけん", "予約しとるほうが早かとでしょう", "予約しとったがいいと娘が言うけん",
        "予約入れとったほうがよかっちゃろ", "予約しとかんと待たされるち聞いてね", "予約しとくと早いち聞いたけん",
    ],
)  # fmt: skip
def test_another_wish_is_about_no_booking_that_stands(hear: Hear, said: str) -> None:
    assert hear(said).request is None


@pytest.mark.parametrize(
    ("said", "moved"),
    [
        ("いや待って、取り消さんでください。次の日の同じ時間に変えてもらえますか", True),
        ("キャンセルじゃなくて変更してください", True),
        ("変えんでいいです", False),
        ("はい、取り消してください", False),
        ("名前を変えたいんです", False),
        ("はい年金だけとり変えてください", False),
        ("はいねんきんだけとりかえてください", False),
        ("日にちを変えてください", True),
    ],
)
def test_who_takes_back_a_cancellation_may_move_it(said: str, moved: bool) -> None:
    assert bookings.changes(said) is moved


@pytest.mark.parametrize(
    ("said", "which"),
    [
        ("あとのほうの、戸籍のを変えたかとです", Ordinal.LATEST),
        ("真ん中のをやめます", Ordinal.MIDDLE),
        ("先の予約です", Ordinal.EARLIEST),
        ("最後のを", Ordinal.LATEST),
        ("朝早いのがきつうなりましてね", None),
        ("あとにしてください", None),
        ("お願いする前に聞きたい", None),
    ],
)
def test_one_of_several_is_named_by_its_order(said: str, which: Ordinal | None) -> None:
    assert bookings.ordinal(said) is which


def test_every_one_is_meant() -> None:
    assert bookings.every("両方とも取り消してください")
    assert not bookings.every("両方じゃなくて、あとのほう")


@pytest.mark.parametrize(
    "said",
    [
        "パスポートの申請を予約させていただきたいのですが", "パスポートの申請を予約させてもらいたいんですけど", "住民票の予約をお取りいただきたいのですが", "住民票の予約しときたいんやけど",
        "予約しておきたいのですが", "予約させてもらいますけど", "予約を取らせてもらいたいんですが", "予約を入れとってほしいんですけど", "予約を入れておいてもらいたいんですが", "予約しとこうと思うんですけど",
        "予約させてもらおうかと思いまして", "よやくしときたいとですけど",
    ],
)  # fmt: skip
def test_one_that_is_only_to_be_made_does_not_stand(hear: Hear, said: str) -> None:
    assert hear(said).request is None


@pytest.mark.parametrize(
    "said",
    [
        "予約させてもろうとるんですけど", "予約させていただいたんですが", "予約させていただいておりますが", "予約させてもらいましたけど", "予約を取らせてもろうたんやけど", "予約しておいたんですけど",
        "予約しといたんやけど", "予約を入れてもらったんですけど", "娘が予約しといてくれたんですけど",
    ],
)  # fmt: skip
def test_one_that_was_made_with_thanks_stands(hear: Hear, said: str) -> None:
    assert hear(said).request is Request.CHECK


def test_the_topic_and_to_give_up_are_no_wish_for_an_earlier_time(hear: Hear) -> None:
    assert hear("予約はやめます").request is Request.CANCEL
    assert hear("予約はやめます", Expect.DATE).command is Command.GOODBYE
    assert hear("予約の時間をはやめてください").request is Request.CHANGE
    assert hear("予約は一時間はやめてください").request is Request.CHANGE


@pytest.mark.parametrize(
    "said",
    ["取りやめにしといてくれんね", "予約しとるけど、取りやめにしてもらえますか", "予約はやめにしてください"],
)
def test_to_give_up_is_no_new_day(said: str) -> None:
    assert bookings.gives_back(said)
    assert bookings.find(said) is not Request.CHANGE
