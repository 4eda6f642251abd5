import pytest

from guidance.conditions import NOTHING, UNKNOWN
from nlu.answers import find_answer
from nlu.lexicon import Entry, Term
from nlu.life_events import answers, notice_is_in
from nlu.meaning import Answer
from nlu.prepared import prepare
from nlu.question import Expect, Question

FAMILY = (
    Entry(
        "kokuho",
        Term("国民健康保険に入る人", "こくみんけんこうほけんに はいる ひと"),
        answered_by=(Term("国保", "こくほ"),),
    ),
    Entry(
        "over75",
        Term("75歳以上の人", "ななじゅうごさいいじょうの ひと"),
        answered_by=(Term("75歳以上", "ななじゅうごさいいじょう"),),
    ),
    Entry("small", Term("小学校に入る前の子ども", "しょうがっこうに はいるまえの こども")),
    Entry(
        "pupil",
        Term("小・中学生", "しょうちゅうがくせい"),
        answered_by=(Term("小学生", "しょうがくせい"), Term("小学校", "しょうがっこう")),
    ),
)
CAR = (
    Entry("none", Term("どちらもない", "どちらも ない")),
    Entry(
        "license",
        Term("運転免許だけある", "うんてんめんきょだけ ある"),
        answered_by=(Term("免許", "めんきょ"),),
    ),
    Entry(
        "car",
        Term("運転免許と車がある", "うんてんめんきょと くるまが ある"),
        answered_by=(Term("車", "くるま"),),
    ),
)


def of_family(text: str) -> tuple[str, ...]:
    return answers(prepare(text), Question(Expect.ANSWER, answers=FAMILY, most_answers=len(FAMILY)))


def of_car(text: str) -> tuple[str, ...]:
    return answers(prepare(text), Question(Expect.ANSWER, answers=CAR))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("国保と小学生がいます", ("kokuho", "pupil")),
        ("小学校に入る前の子どもです", ("small",)),
        ("いちばんとよんばん", ("kokuho", "pupil")),
        ("一番、三番です", ("kokuho", "small")),
        ("1番と、えーと、4番ですね", ("kokuho", "pupil")),
        ("一と四", ("kokuho", "pupil")),
        ("に、さん", ("over75", "small")),
        ("2です", ("over75",)),
        ("小学生と、1番", ("kokuho", "pupil")),
        ("一番上の子が小学生です", ("pupil",)),
        ("75歳以上の母です", ("over75",)),
        ("ありません", (NOTHING,)),
        ("9番です", ()),
        ("13です", ()),
        ("子どもが2人です", ()),
        ("そうですねえ", ()),
    ],
)
def test_answers_are_named_or_numbered(text: str, meant: tuple[str, ...]) -> None:
    assert of_family(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("免許だけです", ("license",)),
        ("車があります", ("car",)),
        ("くるまがあります", ("car",)),
        ("免許と車があります", ("car",)),
        ("さんばんです", ("car",)),
        ("電車で行きます", ()),
        ("1番か2番です", ()),
    ],
)
def test_where_one_alone_may_be_so_it_holds_all_that_was_said(text: str, meant: tuple[str, ...]) -> None:
    assert of_car(text) == meant


INSURANCE = (
    Entry(
        "employer",
        Term("勤め先の保険", "つとめさきのほけん"),
        answered_by=(Term("会社", "かいしゃ"), Term("社保", "しゃほ")),
    ),
    Entry("kokuho", Term("国民健康保険", "こくみんけんこうほけん"), answered_by=(Term("国保", "こくほ"),)),
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("社保じゃなくなって、たぶん国保です", ("kokuho",)),
        ("最初のやつ", ("employer",)),
        ("あとのほう", ("kokuho",)),
        ("最初の子のときから会社のです", ("employer",)),
        ("まだ決めとらんのよ", (UNKNOWN,)),
        ("国保と会社の両方です", (UNKNOWN,)),
        ("建設国保です", (UNKNOWN,)),
        ("けんせつこくほやったらどっちになるんやろ", (UNKNOWN,)),
        ("よう分からん", (UNKNOWN,)),
        ("こくみんけんこうほけんてかいてあるわ", ("kokuho",)),
    ],
)
def test_which_of_two_may_be_left_open(text: str, meant: tuple[str, ...]) -> None:
    assert answers(prepare(text), Question(Expect.ANSWER, answers=INSURANCE)) == meant


FILED = Question(Expect.ANSWER, text="死亡届は、もう出しましたか")


@pytest.mark.parametrize(
    ("said", "done"),
    [
        ("葬儀屋さんが出してくれました", Answer.YES),
        ("届けは葬儀屋さんが出してくれました", Answer.YES),
        ("葬儀屋さんに任せました", Answer.YES),
        ("息子がこないだ行ってくれた", Answer.YES),
        ("届けはもう済んどります", Answer.YES),
        ("葬儀社の人がしてくれとります", Answer.YES),
        ("娘が出してきたち言いよりました", Answer.YES),
        ("葬祭場にお願いしました", Answer.YES),
        ("葬儀屋さんがしてくれるち言いよった", Answer.YES),
        ("はい、20日に出しました", Answer.YES),
        ("もう全部終わりました", Answer.YES),
        ("まだです", Answer.NO),
        ("まだ出しとらんとです", Answer.NO),
        ("いや、まだなんですよ", Answer.NO),
        ("これから出すところです", Answer.NO),
        ("何もしとりません", Answer.NO),
        ("まだ、なんもしてないんです", Answer.NO),
        ("出したんでしょうか", None),
        ("出したかどうかわからん", None),
        ("12月2日はどうでしょうか", None),
        ("10日の木曜にお願いします", None),
        ("何を持って行ったらいいですか", None),
    ],
)
def test_whether_the_notice_was_handed_in(said: str, done: Answer | None) -> None:
    part = prepare(said)
    written, heard = find_answer(part.text, part.kana, FILED), find_answer(part.kana, part.kana, FILED)
    assert (written and written.value) == done
    assert (heard and heard.value) == done


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("主人が亡くなりまして、届けは葬儀屋さんが出してくれたんですけど、何をしたらいいか", Answer.YES),
        ("母が死んで、死亡届はもう済ませたんですが、何をすればいいですか", Answer.YES),
        ("父が亡くなって、届けはまだなんですが、何をしたらいいですか", Answer.NO),
        ("父が亡くなって、届けもまだ出しとらんのですが、何をしたらいいですか", Answer.NO),
        ("父が亡くなって、届けを出してもらえますか、何をしたらいいですか", None),
        ("主人が亡くなりまして、役所から手紙が届いたんですが、何をしたらいいか", None),
    ],
)
def test_whether_the_notice_is_told_to_be_in(said: str, told: Answer | None) -> None:
    part = prepare(said)
    written, heard = notice_is_in(part.text, ""), notice_is_in("", part.kana)
    assert (written and written.value) == told
    assert (heard and heard.value) == told
