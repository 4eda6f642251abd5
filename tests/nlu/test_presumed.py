"""What is wanted where a booking stands, by words that do not name it; none of them is about one where none stands."""

import pytest

from calendar_backend.office_file import DEMO_OFFICE, load_office
from nlu import presumed
from nlu.lexicon import Lexicon
from nlu.meaning import Request
from nlu.prepared import prepare
from voicebot import desk


def found(said: str, names_day: bool = False) -> Request | None:
    return presumed.find(said, None, lambda part: names_day and "日" in part)


@pytest.mark.parametrize(
    "said",
    [
        "翌日にずらしてください", "4日に替えてもらえますか", "その週の金曜に回せますか", "ほかの日はなかとですか", "べつのひはあいとらんですか",
        "組み直しをお願いしたいんです", "日にちをあらためさせていただけますか", "水曜になっても、そちらは構わんですか", "火曜やなくて金曜に", "10時を11時にかえて",
        "再来週の水曜に移して、時間はそのままで", "8日の分を9日に", "30分早く伺うようにしていただけませんか", "変更。", "10時は早すぎるばい", "一時間遅う行かせてください", "三日の。替えるとよ", "もうちょい遅うにならんかね", "はやまりませんか", "水曜に持ってきてもらえますか", "火曜に取り替えたい",
        "10時半て言うたつもりやったんよ", "金曜に逃がしといてもらえません？", "水曜にまとめられたら助かるんやけど", "30分ずらすことはできますか",
    ],
)  # fmt: skip
def test_a_word_for_moving_is_of_the_booking(said: str) -> None:
    assert found(said) is Request.CHANGE


@pytest.mark.parametrize(
    "said",
    [
        "消しといてください", "両方とも取り消しでお願いいたします", "今回は見送らせていただきたいのですが", "もう行かんでようなった", "どっちもいらん。", "あれはもう要らん", "やめるの。", "断っといて", "外しといて",
        "きゃんせるたのんます", "今回は遠慮しときます", "白紙に戻してください", "息子が取ってくれたけん、もう取れたけん結構です", "年金の分は、なしで",
        "2日の件、取り消し願います", "もう取らんでよくなりました",
    ],
)  # fmt: skip
def test_a_word_for_giving_up_is_of_the_booking(said: str) -> None:
    assert found(said) is Request.CANCEL


@pytest.mark.parametrize(
    "said", ["いつ伺えばよろしいのでしょう", "何日の何時？", "明日やなかったですかね", "時間をもう一遍教えてくれんね", "日時を忘れました", "もう一つはいつですか", "何時からやったかいね", "どっちが先やったかね", "時間がわからんごとなった", "明日行くんやったかね", "予約、ちゃんと入っとります？"]
)  # fmt: skip
def test_a_question_for_the_day_is_of_the_booking(said: str) -> None:
    assert found(said.replace("？", "?")) is Request.CHECK


@pytest.mark.parametrize(
    "said",
    [
        "世帯主を変えたいんです", "住所変更をしたいんですが", "登録を消してほしいんです", "今日は何日ですか", "今何時ですか", "何時まで開いていますか", "病院の予約を変えてください", "駐車場はありますか", "何時からですか", "どっちが早いですか", "住民票は結構です", "息子を行かせてもいいですか",
        "印鑑は要らんですか", "手帳がもういらんのですが", "住民票をお願いします", "家から行けるところですか", "一人では行けますか",
    ],
)  # fmt: skip
def test_what_is_of_something_else_is_none(said: str) -> None:
    assert found(said) is None


@pytest.mark.parametrize(
    ("said", "request_"),
    [
        ("予約番号をなくしたんやけど、行ってもわからんかねえ", Request.NUMBER),
        ("予約の紙をなくしました", Request.CHECK),
        ("暗証番号をなくしました", None),
        ("行けるか行けないか、当日の朝までわからないんです", Request.UNDO),
        ("検査入院が決まりましてね、先生が言われるので、どうしたものかと", Request.CANNOT_COME),
        ("10時に着いちょけばいいん?", Request.CHECK),
        ("たしか予約したと思うんやけど", Request.CHECK),
        ("そちらから電話があったみたいなんですけど", Request.CHECK),
        ("学校から電話があったけど", None),
    ],
)
def test_what_is_asked_of_the_booking(said: str, request_: Request | None) -> None:
    assert found(said) is request_


def test_who_comes_after_all_gives_nothing_up() -> None:
    assert found("やめようかと思うたけど、やっぱり行くことにした") is None
    assert found("やめようかと思うたけど、やっぱりやめます。") is Request.CANCEL


def test_another_day_behind_giving_up_takes_its_place() -> None:
    assert found("火曜はやめて、4日がよか", names_day=True) is Request.CHANGE
    assert found("火曜はやめて、すみません") is None


def test_what_else_is_asked_is_kept() -> None:
    assert presumed.find("駐車場はありますか", Request.PARKING, lambda part: False) is Request.PARKING


def test_what_stays_and_what_is_taken_back() -> None:
    assert presumed.staying("年金だけ残して、あとは消して") == "年金だけ残して"
    assert presumed.staying("年金、あ、違う違う、住民票") == "年金"
    assert presumed.staying("年金を消して") == ""


@pytest.fixture(scope="module")
def office() -> Lexicon:
    return desk.office(load_office(DEMO_OFFICE)).lexicon


@pytest.mark.parametrize(
    ("said", "touched"),
    [
        ("税金のほうは息子が取ってきたけん、もういらんのや", ("zei-shomei",)),
        ("税のほうだけやめてください", ("zei-shomei",)),
        ("税の紙はもういらん", ("zei-shomei",)),
        ("税金のは行かれん", ("zei-shomei",)),
        ("国保のほうは行きます", ("kokuho",)),
        ("戸籍の分だけ取り消して", ("koseki",)),
        ("介護の予約をやめたい", ("kaigo",)),
        ("所得税のほうは済んだ", ()),
        ("税金は高いねえ", ()),
        ("あとのほうはもういらん", ()),
    ],
)
def test_what_is_pointed_at_by_a_word_of_its_name_is_touched(
    said: str, touched: tuple[str, ...], office: Lexicon
) -> None:
    part = prepare(said)
    assert presumed.touched(part.text, part.kana, office) == touched
