"""What callers ask in passing, how they open a call, and that they do not hear."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from nlu.hypothesis import Hypothesis
from nlu.interpret import interpret
from nlu.lexicon import Entry, Lexicon, Term
from nlu.meaning import Answer, Command, Meaning, Request
from nlu.question import Expect, Question

NOW = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Asia/Tokyo"))
LEXICON = Lexicon((Entry("juminhyo", Term("住民票", "じゅうみんひょう")),))


def heard(text: str, expect: Expect = Expect.PROCEDURE) -> Meaning:
    return interpret([Hypothesis(text)], Question(expect), NOW, LEXICON)


ASKED = {
    Request.PARKING: "駐車場はありますか 車で行っていいですか くるまはとめられますか 軽トラで行ってもよかと? 停めるとこはあるんやろか ちゅうしゃじょうはあると? 車は停められるんかね",
    Request.FEE: "いくらですか 手数料はかかりますか お金はいるとね なんぼかかるん? てすうりょうはいくらですか そのお値段はいかほどでしょう 値段を教えてください いかほどですか ねだんはいくらね なんぼ持って行ったらええんかね お金はいくら用意したらよかですか いくらか、それが知りたいんよ",
    Request.PARKING_FEE: "駐車場はお金がかかりますか 駐車場は無料ですか ちゅうしゃじょうはいくらですか 駐車場の料金はいくらですか 駐車場はただですか",
    Request.BY_PHONE: "予約はこのお電話でできるとですか 電話で予約できますか この電話で予約が取れますか よやくはでんわでできますか 予約はこちらでいいですか 電話で申し込みできますか",
    Request.PROXY: "代理でもいいですか 娘が行ってもいいですか 本人じゃないとだめですか 家族でもいいですか むすめがかわりにいってもよかですか 私が代わりに行っても大丈夫なんでしょうか 母の代わりに行けますか 娘に取りに行ってもらうことはできますやろうか わたしだけで取りに行ってもいいんですか かわりにとりにいってもよかですか 嫁に頼んでもいいですか 父の代わりに受け取りに行っても構いませんか 委任状があれば私が行ってもいいんですよね 委任状があれば代わりに取れますか いにんじょうをもっていけばとれるとですか 委任状を書いてもらったら行けますか 私が取りに行ってもいいんですよね わたしがいってもよかですか 娘に行かせても取れますかね せがれを行かせてももらえるもんやろか おふくろの代わりに取りに行ってもええんかね わしが代わりに申し込みに行ってもええんかね わたしがもっていってもかまわんのかね 私が出してもいいんですか 家内が行っても出してもらえるかどうか、それが知りたいんよ",
    Request.SEAL: "はんこはいりますか 印鑑は必要ですか はんこいる? いんかんはいるとですか 判子は持って行った方がいいですか",
    Request.CONVENIENCE_STORE: "コンビニで取れますか こんびにでもとれるんかね コンビニでもらえますか 住民票はコンビニで出せると? コンビニじゃ取れんとですか 近所のセブンイレブンの機械でも出せるち聞いたんですが、ほんとですか ローソンで取れるとね",
    Request.ACCESS: "区役所はどこですか どうやって行けばいいですか バス停はどこですか くやくしょはどこにあると? そちらの住所を教えてください タクシーで行こうと思うんやけど、場所はどこになりますか 所番地を教えてもらえますか",
    Request.WEEKDAY: "それは何曜日ですか それはなんようびですか 12月1日は何曜日ですか 何曜日になりますか なんようかね",
    Request.MACHINE: "あんた機械? ロボットですか 人間が話してますか あなたは機械ですか あんたロボットね きかいがしゃべりよると?",
    Request.FRAUD: "還付金の電話がありました かんぷきんのでんわがあって ATMに行けと言われた 詐欺じゃないですか 医療費が戻ると電話が来た さっき市役所の人ち言う男から電話があって 医療費が二万なんぼ戻るけん、今日中に銀行の機械のところに行けち言われた 役所を名乗る電話が来ました 警察の者という人から電話がかかってきた 年金事務所ちいう女の人から電話があった 保険料が三万円返ってくるって電話があった キャッシュコーナーに行くように言われました 電話で口座番号を聞かれました でんわで暗証番号をきかれた 電子マネーを買えと言われた",
    Request.WALK_IN: "予約せんでも行ったらすぐしてもらえますかね 予約なしで行ってもいいですか いまからいってもよかとですか 飛び込みで行っても大丈夫ですか 予約は必ずせんといかんのですか 直接行ったらいかんの? よやくがなくてもいってもいいですか",
    Request.PRIVACY: "個人情報は大丈夫ですか 名前を聞いてどうするんですか 住所なんか聞いてどうするんや、悪用せんやろうね ろくおんはなんにつかうとですか",
    Request.DEADLINE: "まだ届けてなかったんやけど、怒られますかね 二か月ほっといたの大丈夫ですか 14日過ぎたけど大丈夫ですか 引っ越す前に届けを出せますか ひっこすまえにだせますか",
    Request.WELFARE: "生活保護のことで せいかつほごをうけたい 生活保護の相談です 生活保護は受けられますか 生活保護の窓口はどこ",
}  # fmt: skip


@pytest.mark.parametrize(
    ("request_", "text"), [(request, text) for request, texts in ASKED.items() for text in texts.split()]
)
def test_a_question_is_understood(request_: Request, text: str):
    assert heard(text).request is request_


@pytest.mark.parametrize(
    "text",
    [
        "今から行くけん待っとって",
        "予約をせんといかんと言われました",
        "住所なんですが、変わりました",
        "まだ届けを出しとらんので出したい",
        "電話番号を変えました",
        "車で行くので10時がいいです",
        "いくらか早い時間",
        "12月1日、何曜日やったかね、火曜",
        "はんこが必要なので印鑑証明をお願いします",
        "代理で住民票を取りに行きたいんですが",
        "母が亡くなったのですが、手続きできますか",
        "コンビニで取れんやったけん住民票を",
        "介護保険料の還付金の手続きをしたい",
        "うさぎを飼っています",
        "印鑑登録は必要ですか",
        "印鑑証明はいりますか",
        "駐車場が混むけん、朝いちで",
        "ただですね、午後がいいです",
        "何曜日でもいいです",
        "銀行の機械でおろしてから行きます",
        "市役所から電話があって、来てくださいと言われました",
        "暗証番号を聞かれて忘れました",
        "10日の代わりに11日でもいいですか",
        "医療費のことで電話しました",
        "予約の電話です",
        "暗証番号を忘れてしもうて、機械にはじかれるんよ",
        "コンビニの機械が壊れとったけん",
        "2階かあ、まあ手すりがありゃ大丈夫やろ。来週の月曜、30日でお願いします",
    ],
)
def test_its_words_alone_ask_nothing(text: str):
    assert heard(text, Expect.DATE).request is None


@pytest.mark.parametrize(
    ("text", "first", "also"),
    [
        ("お金はなんぼで、家内に頼んでもいいとかね", Request.FEE, (Request.PROXY,)),
        ("駐車場はあるとね、あと手数料はいくらですか", Request.FEE, (Request.PARKING,)),
        ("何を持って行けばいいですか、それと窓口は何階ですか", Request.BRING, (Request.COUNTER,)),
    ],
)
def test_two_questions_of_one_breath_are_both_understood(
    text: str, first: Request, also: tuple[Request, ...]
):
    meaning = heard(text)
    assert (meaning.request, meaning.also) == (first, also)


@pytest.mark.parametrize(
    "text", ["駐車場はお金がかかりますか", "区役所はどこですか", "なんぼ持って行ったらええんかね"]
)
def test_one_question_is_no_two(text: str):
    assert heard(text).also == ()


@pytest.mark.parametrize(
    "text",
    [
        "窓口はうえの階かね、ひざがわるいけん",
        "まどぐちはにかいですか",
        "エレベーターはありますか",
        "それは2階ですか",
    ],
)
def test_where_in_the_building_a_counter_is(text: str):
    meaning = heard(text, Expect.DATE)
    assert (meaning.request, meaning.floor or "にかい" in text) == (Request.COUNTER, True)


@pytest.mark.parametrize(
    "text",
    [
        "一人で行ってもだいじょうぶですかね、娘は東京なもんで",
        "犬を連れて行ってもいいもんですかね",
        "そちらは混んどりますやろか",
        "手が震えて字が書けんでもよかとかいな",
        "まだ紙の保険証を使えるかどうか知りたいんよ",
    ],
)
def test_any_question_is_known_as_one(text: str):
    assert heard(text).asks


@pytest.mark.parametrize(
    "text", ["そうですか", "ほう、そうですかね", "さようですか", "12月4日で", "住民票がいるんです"]
)
def test_who_nods_asks_nothing(text: str):
    assert not heard(text).asks


@pytest.mark.parametrize(
    "text",
    [
        "もしもし",
        "もしもし、おはようさんです",
        "おはようございます。ちょっとお尋ねだけなんですが、よろしいですか",
        "ちょっとお尋ねですが",
        "きょうはひえますねえ、そっちもさむかろう",
        "雨がよう降りますね",
        "もしもし、ずいぶん丁寧なお嬢さんやね",
        "へえ、機械がねえ、よう出来とるねえ。ほんならちょっとお願いしてみようかね",
        "お電話代わりました",
        "あのうよやくおおねがいしたいんですが",
        "あのう、小倉の区役所にかかっとりますかいね",
        "もしもし、区役所ですか",
        "もしもしくやくしょですか",
        "ごめんください",
        "お世話になります",
        "予約をお願いしたいんですが",
        "すみません、予約したいんやけど",
        "よやくばしたいっちゃけど",
        "予約の受付はこちらですか",
        "予約たい、予約",
        "だから予約ち言いよるやろうが",
        "予約をしてくれち、息子が言うたんよ",
        "もしもし、小倉北区役所さんですか、ちょっと予約をお願いしたいんですけど",
    ],
)
def test_a_call_is_opened(text: str):
    assert heard(text).greets


@pytest.mark.parametrize(
    ("text", "request_"),
    [
        ("おかえわいくううらかかりますか", Request.FEE),
        ("ちゅうしゃじょうはあいますか", Request.PARKING),
        ("どのくらいかかいますか", Request.DURATION),
    ],
)
def test_a_question_in_kana_with_a_sound_wrong_is_known_by_the_nearest(text: str, request_: Request):
    assert heard(text).request is request_


def test_a_greeting_in_kana_with_a_sound_wrong_is_one():
    assert heard("ごめんくださいおせわねなります").greets


@pytest.mark.parametrize(
    "text", ["ほせきおおねがいします", "ねんきんのことですが", "とけいのでんちがほしい", "らいげつのみっか"]
)
def test_what_is_not_near_is_left(text: str):
    meaning = heard(text)
    assert (meaning.greets, meaning.request) == (False, None)


def test_the_day_of_which_the_weather_is_told_is_no_wish():
    assert heard("きょうは冷えますねえ", Expect.DATE).dates == ()


@pytest.mark.parametrize(
    "text",
    [
        "はい",
        "えっと",
        "もしもし、住民票です",
        "あ、はい",
        "区役所まで遠いです",
        "今日は寒いけん明日行きます",
        "寒い日はいやです",
        "機械が壊れました",
    ],
)
def test_not_every_beginning_is_a_greeting(text: str):
    assert not heard(text).greets


@pytest.mark.parametrize(
    "text",
    [
        "え?",
        "え",
        "はい?",
        "ん?",
        "はい、何ですか",
        "なんて?",
        "なんち?",
        "聞こえんかった",
        "聞こえません",
        "もっと大きい声で",
        "もっとおおきいこえで",
        "耳が遠いけん",
        "みみがとおいけん",
        "声が小さくて聞こえん",
        "すみません、いまなんとおっしゃいました？",
        "はあ、ちょっと聞き取れんやったです",
        "ききとれませんでした",
        "すみません、聞き逃しました",
        "隣で工事しよって聞き漏らしました。もういっぺんよかですか",
        "いま、どうおっしゃいました？",
        "なんち言いんしゃった？",
        "え、何時から？",
        "何時って？",
        "えっ、何日？",
        "何曜日ですって？",
        "何日っておっしゃいました？",
        "すみません、いつとおっしゃいました",
    ],
)
def test_who_does_not_hear_wants_it_again(text: str):
    for expect in (Expect.PROCEDURE, Expect.ANSWER):
        meaning = heard(text, expect)
        assert (meaning.hard_of_hearing, meaning.command, meaning.answer) == (True, Command.REPEAT, None)


@pytest.mark.parametrize("text", ["日にちですか", "え、時間ですか?", "電話番号ですか", "おなまえですか"])
def test_what_was_asked_said_back_wants_it_again(text: str):
    meaning = heard(text, Expect.DATE)
    assert (meaning.command, meaning.hard_of_hearing) == (Command.REPEAT, False)


def test_an_answer_beside_it_is_taken():
    meaning = heard("耳が遠いので、12月1日でお願いします", Expect.DATE)
    assert (meaning.hard_of_hearing, meaning.command) == (True, None)
    assert meaning.dates


@pytest.mark.parametrize("text", ["何時から？", "何日ですか", "何時でしたか", "何日の何時ですか"])
def test_what_is_proposed_is_asked_for_anew(text: str):
    for expect in (Expect.ANSWER, Expect.CHOICE):
        assert heard(text, expect).command is Command.REPEAT
    assert heard(text, Expect.PROCEDURE).command is None


@pytest.mark.parametrize(
    "text",
    [
        "何時まで開いていますか",
        "母に何日って言われました",
        "なんというか、来週です",
        "何日でもいいです",
        "はい、聞き取れました",
    ],
)
def test_a_question_of_its_own_or_an_answer_is_no_what(text: str):
    for expect in (Expect.DATE, Expect.ANSWER):
        meaning = heard(text, expect)
        assert (meaning.command, meaning.hard_of_hearing) == (None, False)


def test_a_what_after_the_booking_is_no_yes():
    meaning = interpret(
        [Hypothesis("はあ、ちょっと聞き取れんやったです")],
        Question(Expect.ANSWER, further=True),
        NOW,
        LEXICON,
    )
    assert (meaning.command, meaning.answer) == (Command.REPEAT, None)


@pytest.mark.parametrize("text", ["はい", "うん", "ええ", "はい、聞こえました"])
def test_who_heard_is_not_spoken_to_louder(text: str):
    assert not heard(text, Expect.ANSWER).hard_of_hearing


def test_a_yes_stays_one():
    answer = heard("はい", Expect.ANSWER).answer
    assert answer is not None
    assert answer.value is Answer.YES


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("English please", "en"),
        ("Do you speak English", "en"),
        ("イングリッシュ", "en"),
        ("英語で話せますか", "en"),
        ("日本語がわかりません", "en"),
        ("中文", "zh"),
        ("チャイニーズ", "zh"),
        ("你好", "zh"),
        ("ハローワークはどこ", None),
        ("e-tax", None),
        ("ATMの手続き", None),
        ("住民票", None),
    ],
)
def test_another_language_is_known(text: str, language: str | None):
    assert heard(text).foreign == language


@pytest.mark.parametrize(
    "text", ["責任者を出して", "せきにんしゃをだせ", "上の人に代わって", "責任者に代わらんか"]
)
def test_who_complains_wants_a_person(text: str):
    assert heard(text).command is Command.AGENT


@pytest.mark.parametrize(
    "text",
    [
        "わたしちゅうごくのひとです",
        "私は中国人です",
        "あの、外国人です",
        "ベトナムから来ました",
        "わたしねぱーるじんです",
        "日本語少しだけわかります",
        "日本語あまり上手じゃないです",
        "にほんごへたです",
    ],
)
def test_a_foreigner_who_speaks_japanese(text: str):
    assert heard(text).foreign == "ja"


@pytest.mark.parametrize(
    "text", ["妻が中国人です", "中国人の妻の住民票", "外国人の転入届", "わたしは中国に行くのでパスポート"]
)
def test_a_nation_alone_is_nobodys_own(text: str):
    assert heard(text).foreign is None


@pytest.mark.parametrize(
    ("text", "request_"),
    [
        ("予約をしたいんですが、朝は何時から開いとりますか", Request.HOURS),
        ("電話で予約するごと隣の奥さんに教えてもろうたんです", None),
        ("予約は何時からですか", Request.CHECK),
        ("予約の時間を教えてください", Request.CHECK),
    ],
)
def test_hours_and_a_neighbour_s_advice_ask_for_no_booking(text: str, request_: Request | None):
    assert heard(text).request is request_
