"""What happens to people and is done with things, and what of it leads to a counter: who or what × verb -> event.

Which procedures an event leads to is not told here: those of an office that go by a name for the same event (`nlu.events`).
"""

from enum import StrEnum

from nlu.vocabulary.inflection import Inflection
from nlu.vocabulary.phrase import Phrases, maybe
from nlu.vocabulary.things import Thing


class Act(StrEnum):
    DIE = "die"
    END = "end"
    """Of a funeral: 済む, 終わる"""
    BE_BORN = "be born"
    GIVE_BIRTH = "give birth"
    MOVE = "move"
    MOVE_HERE = "move here"
    COME = "come"
    SHIFT = "shift"
    """Of an address: 移す"""
    MOVE_INTO = "move into"
    """Of a home: 移る"""
    CHANGE = "change"
    MARRY = "marry"
    DIVORCE = "divorce"
    PART = "part"
    PUT_IN = "put in"
    TAKE_OUT = "take out"
    QUIT = "quit"
    RETIRE = "retire"
    """What needs no word for the work: 退職"""
    COLLAPSE = "collapse"
    BE_HIRED = "be hired"
    ENTER = "enter"
    BECOME = "become"
    OBTAIN = "obtain"
    """作る, 登録, 申請"""
    RECEIVE = "receive"
    RENEW = "renew"
    """更新, and that it expires"""
    LOSE = "lose"
    """なくす, and that another is issued: 再交付"""
    FORGET = "forget"
    CERTIFY = "certify"
    DIVIDE = "divide"
    """分ける, or put together: of a household"""
    ASK = "ask"
    """What is done with anything: 取りたい, の手続き"""


class Event(StrEnum):
    DEATH = "death"
    FUNERAL_OVER = "funeral over"
    BIRTH = "birth"
    GRANDCHILD = "grandchild born"
    MOVE = "move"
    MOVED_HERE = "moved here"
    CAME_FROM_OUTSIDE = "came from outside"
    LEAVES_TOWN = "leaves town"
    MOVED_WITHIN = "moved within"
    MARRIAGE = "marriage"
    DIVORCE = "divorce"
    LEFT_WORK = "left work"
    HIRED = "hired"
    AGE_20 = "is 20"
    AGE_75 = "is 75"
    SEAL = "seal registered"
    SEAL_CERTIFIED = "seal certified"
    CARD = "card made"
    CARD_READY = "card received"
    CARD_EXPIRES = "card renewed"
    CARD_LOST = "card lost"
    CERTIFICATE_EXPIRES = "certificate renewed"
    PIN_LOST = "pin lost"
    PASSPORT = "passport made"
    PASSPORT_READY = "passport received"
    PASSPORT_EXPIRES = "passport renewed"
    PASSPORT_LOST = "passport lost"
    HOUSEHOLD = "household changed"


BROADER = {
    Event.GRANDCHILD: Event.BIRTH,
    Event.MOVED_HERE: Event.MOVE,
    Event.CAME_FROM_OUTSIDE: Event.MOVED_HERE,
    Event.LEAVES_TOWN: Event.MOVE,
    Event.MOVED_WITHIN: Event.MOVE,
    Event.FUNERAL_OVER: Event.DEATH,
    Event.HIRED: Event.LEFT_WORK,
    Event.PASSPORT_EXPIRES: Event.PASSPORT,
    Event.PASSPORT_LOST: Event.PASSPORT,
    Event.CARD_LOST: Event.CARD,
}
"""What an event is taken for at an office that has no name for it."""

MEANS: dict[tuple[Act, Thing | None], Event] = {
    (Act.DIE, None): Event.DEATH,
    (Act.DIE, Thing.KIN): Event.DEATH,
    (Act.END, Thing.FUNERAL): Event.FUNERAL_OVER,
    (Act.BE_BORN, Thing.CHILD): Event.BIRTH,
    (Act.BE_BORN, Thing.GRANDCHILD): Event.GRANDCHILD,
    (Act.GIVE_BIRTH, None): Event.BIRTH,
    (Act.GIVE_BIRTH, Thing.CHILD): Event.BIRTH,
    (Act.MOVE, None): Event.MOVE,
    (Act.MOVE_INTO, Thing.HOME): Event.MOVE,
    (Act.SHIFT, Thing.ADDRESS): Event.MOVE,
    (Act.SHIFT, Thing.HOME): Event.MOVE,
    (Act.CHANGE, Thing.ADDRESS): Event.MOVE,
    (Act.MOVE_HERE, None): Event.MOVED_HERE,
    (Act.MOVE, Thing.FROM_OUTSIDE): Event.CAME_FROM_OUTSIDE,
    (Act.MOVE_HERE, Thing.FROM_OUTSIDE): Event.CAME_FROM_OUTSIDE,
    (Act.COME, Thing.FROM_OUTSIDE): Event.CAME_FROM_OUTSIDE,
    (Act.MOVE, Thing.TO_OUTSIDE): Event.LEAVES_TOWN,
    (Act.SHIFT, Thing.TO_OUTSIDE): Event.LEAVES_TOWN,
    (Act.MOVE_INTO, Thing.TO_OUTSIDE): Event.LEAVES_TOWN,
    (Act.MOVE, Thing.WITHIN): Event.MOVED_WITHIN,
    (Act.MOVE_HERE, Thing.WITHIN): Event.MOVED_WITHIN,
    (Act.MOVE_INTO, Thing.WITHIN): Event.MOVED_WITHIN,
    (Act.MARRY, None): Event.MARRIAGE,
    (Act.PUT_IN, Thing.FAMILY_REGISTER): Event.MARRIAGE,
    (Act.DIVORCE, None): Event.DIVORCE,
    (Act.PART, Thing.SPOUSE): Event.DIVORCE,
    (Act.TAKE_OUT, Thing.FAMILY_REGISTER): Event.DIVORCE,
    (Act.RETIRE, None): Event.LEFT_WORK,
    (Act.QUIT, Thing.JOB): Event.LEFT_WORK,
    (Act.COLLAPSE, Thing.JOB): Event.LEFT_WORK,
    (Act.TAKE_OUT, Thing.STAFF_INSURANCE): Event.LEFT_WORK,
    (Act.QUIT, Thing.STAFF_INSURANCE): Event.LEFT_WORK,
    (Act.BE_HIRED, None): Event.HIRED,
    (Act.ENTER, Thing.JOB): Event.HIRED,
    (Act.ENTER, Thing.STAFF_INSURANCE): Event.HIRED,
    (Act.BECOME, Thing.STAFF_INSURANCE): Event.HIRED,
    (Act.BECOME, Thing.AGE_20): Event.AGE_20,
    (Act.BECOME, Thing.AGE_75): Event.AGE_75,
    (Act.CHANGE, Thing.HOUSEHOLD): Event.HOUSEHOLD,
    (Act.DIVIDE, Thing.HOUSEHOLD): Event.HOUSEHOLD,
    (Act.OBTAIN, Thing.SEAL): Event.SEAL,
    (Act.CHANGE, Thing.SEAL): Event.SEAL,
    (Act.CERTIFY, Thing.SEAL): Event.SEAL_CERTIFIED,
    (Act.OBTAIN, Thing.CARD): Event.CARD,
    (Act.RECEIVE, Thing.CARD): Event.CARD_READY,
    (Act.RENEW, Thing.CARD): Event.CARD_EXPIRES,
    (Act.RENEW, Thing.CERTIFICATE): Event.CERTIFICATE_EXPIRES,
    (Act.FORGET, Thing.PIN): Event.PIN_LOST,
    (Act.CHANGE, Thing.PIN): Event.PIN_LOST,
    (Act.FORGET, Thing.CARD): Event.PIN_LOST,
    (Act.OBTAIN, Thing.PASSPORT): Event.PASSPORT,
    (Act.RECEIVE, Thing.PASSPORT): Event.PASSPORT_READY,
    (Act.RENEW, Thing.PASSPORT): Event.PASSPORT_EXPIRES,
    (Act.LOSE, Thing.PASSPORT): Event.PASSPORT_LOST,
    (Act.LOSE, Thing.CARD): Event.CARD_LOST,
    (Act.LOSE, Thing.SEAL): Event.SEAL,
}
"""None: the verb alone says it."""

_FIVE, _ONE, _NOUN = Inflection.FIVE, Inflection.ONE, Inflection.NOUN
ACTS: dict[Act, dict[Inflection, str]] = {
    Act.DIE: {
        _FIVE: "死ぬ=しぬ 亡くなる=なくなる 亡うなる=のうなる 逝く=ゆく 息を引き取る=いきをひきとる 身罷る=みまかる 旅立つ=たびだつ",
        _NOUN: "他界=たかい 逝去=せいきょ 死去=しきょ 先立たれ=さきだたれ 急死=きゅうし 病死=びょうし 永眠=えいみん",
    },
    Act.END: {
        _FIVE: "済む=すむ 終わる=おわる 済ます=すます",
        _ONE: "済ませる=すませる 終える=おえる",
    },
    Act.BE_BORN: {_ONE: "生まれる=うまれる 産まれる=うまれる", _NOUN: "誕生=たんじょう"},
    Act.GIVE_BIRTH: {_FIVE: "産む=うむ 生む=うむ", _NOUN: "出産=しゅっさん お産=おさん"},
    Act.MOVE: {
        _FIVE: "引っ越す=ひっこす 引越す=ひっこす 越す=こす",
        _NOUN: "引っ越し=ひっこし 引越し=ひっこし 引越=ひっこし",
    },
    Act.MOVE_HERE: {
        _NOUN: """引っ越してき=ひっこしてき 引っ越して来=ひっこしてき 引っ越してく=ひっこしてく 越してき=こしてき 越して来=こしてき 越してく=こしてく 引越してき=ひっこしてき 引越して来=ひっこしてき
            移ってき=うつってき 移って来=うつってき 転勤してき=てんきんしてき 転勤して来=てんきんしてき 転勤でき=てんきんでき 転勤で来=てんきんでき 赴任してき=ふにんしてき 赴任して来=ふにんしてき"""
    },
    Act.COME: {_NOUN: "来た=きた 来まし=きまし 来て=きて 来る=くる きた きまし 参りまし=まいりまし やってき やって来=やってき"},
    Act.SHIFT: {_FIVE: "移す=うつす 動かす=うごかす", _NOUN: "移動=いどう 異動=いどう 移転=いてん"},
    Act.MOVE_INTO: {_FIVE: "移る=うつる", _NOUN: "移り住=うつりす"},
    Act.CHANGE: {
        _FIVE: "変わる=かわる 替わる=かわる",
        _ONE: "変える=かえる 替える=かえる",
        _NOUN: "変更=へんこう",
    },
    Act.MARRY: {_NOUN: "結婚=けっこん 入籍=にゅうせき"},
    Act.DIVORCE: {_NOUN: "離婚=りこん"},
    Act.PART: {_ONE: "別れる=わかれる"},
    Act.PUT_IN: {_ONE: "入れる=いれる"},
    Act.TAKE_OUT: {_FIVE: "抜く=ぬく", _ONE: "抜ける=ぬける 外れる=はずれる 切れる=きれる"},
    Act.QUIT: {_ONE: "辞める=やめる やめる", _FIVE: "退く=しりぞく 失う=うしなう", _NOUN: "クビ"},
    Act.RETIRE: {
        _NOUN: "退職=たいしょく 離職=りしょく 失業=しつぎょう 失職=しっしょく 解雇=かいこ リストラ 定年=ていねん 無職=むしょく"
    },
    Act.COLLAPSE: {_ONE: "潰れる=つぶれる つぶれる", _NOUN: "倒産=とうさん 廃業=はいぎょう"},
    Act.BE_HIRED: {_NOUN: "就職=しゅうしょく 再就職=さいしゅうしょく 入社=にゅうしゃ"},
    Act.ENTER: {_FIVE: "入る=はいる", _NOUN: "加入=かにゅう"},
    Act.BECOME: {_FIVE: "なる", _ONE: "迎える=むかえる", _NOUN: "到達=とうたつ 誕生日=たんじょうび"},
    Act.OBTAIN: {_FIVE: "作る=つくる つくる", _NOUN: "登録=とうろく 申請=しんせい 新規=しんき 申し込=もうしこ 申込=もうしこ"},
    Act.RECEIVE: {
        _FIVE: "受け取る=うけとる 受取る=うけとる 受けとる=うけとる",
        _ONE: "できる 出来る=できる",
        _NOUN: "受取=うけとり もらいに もらい行 取りに=とりに 交付=こうふ 出来た=できた 出来上が=できあが できあが でけた 引き取り=ひきとり",
    },
    Act.RENEW: {
        _ONE: "切れる=きれる",
        _FIVE: "切れよる=きれよる",
        _NOUN: "更新=こうしん 期限=きげん 期限切れ=きげんぎれ 有効期限=ゆうこうきげん 切り替え=きりかえ 切替=きりかえ 切れそう=きれそう 書き換え=かきかえ",
    },
    Act.LOSE: {
        _FIVE: "なくす 失くす=なくす 無くす=なくす 落とす=おとす 失う=うしなう なくなる のうなる",
        _NOUN: "紛失=ふんしつ 盗まれ=ぬすまれ 盗られ=とられ 置き忘れ=おきわすれ 見つから=みつから 見当たら=みあたら どっかにやっ どこかにやっ どこにやっ どこやったか どっかいっ どっかにいっ 捨ててしま=すててしま 再交付=さいこうふ 再発行=さいはっこう 作り直=つくりなお もう一度作=もういちどつく もう一回作=もういっかいつく もういっぺん作=もういっぺんつく もう一遍作=もういっぺんつく",
    },
    Act.FORGET: {
        _ONE: "忘れる=わすれる 間違える=まちがえる",
        _NOUN: "ロック=ろっく 分から=わから わから 間違っ=まちがっ 再設定=さいせってい",
    },
    Act.CERTIFY: {_NOUN: "証明=しょうめい の紙=のかみ"},
    Act.DIVIDE: {_ONE: "分ける=わける", _NOUN: "別々に=べつべつに 分離=ぶんり 合併=がっぺい 一緒に=いっしょに"},
    Act.ASK: {
        _FIVE: "取る=とる 出す=だす 要る=いる もらう 貰う=もらう 払う=はらう 返す=かえす",
        _NOUN: "手続き=てつづき 手続=てつづき 欲し=ほし ほしい ください お願い=おねがい 予約=よやく 件=けん 相談=そうだん 返納=へんのう 許可=きょか 抹消=まっしょう 名義=めいぎ 発行=はっこう",
    },
}  # fmt: skip

OF_SOMEBODY = frozenset({"死ぬ", "逝く", "旅立つ"})
"""Verbs of death that tell nothing without whom they are said of: 死ぬほど."""

NOT = ("ません", "ない", "なか", "とらん", "ちょらん", "てん", "んうち")
NOT_UNLESS = ("と", "か", "う", "っ", "で", "き", "け", "ば")
"""Behind 引っ越さない, so that it is not denied: 引っ越さないと, 切れないうちに."""

LATELY = ("まだ", "もう", "こんど", "今度", "このまえ", "こないだ", "さきほど", "さっき", "さいきん")
"""What may stand right before the verb of an event, beside days."""

BECAUSE = (
    "ので",
    "けん",
    "から",
    "もんで",
    "んで",
    "けえ",
    "でして",
    "んですが",
    "とですが",
    "んやけど",
    "とやけど",
    "たけ、",
    "るけ、",
    "やき",
    "たし、",
    "だし、",
)
"""Behind an event that is only why something is wanted."""

EXPLAINS = Phrases(
    (" ".join(BECAUSE),),
    ("るけ るけえ たけ るき たき", maybe("、"), "$ 取 行 要 い 必"),
    ("んです んだ とです んよ のよ っちゃ", maybe("よ ね わ けど"), "$"),
    "って言われ っち言われ ち言われ と言われ っていわれ ちいわれ",
)
"""Behind an event, in a sentence of its own, that tells why something was wished."""

WISH_ENDS = Phrases(
    "。 お願いします おねがいします お願いしたいんです おねがいしたいんです ください 下さい 取りたいんです とりたいんです 欲しいんです ほしいんです"
)
"""Where the sentence ends that wishes something."""

YEAR_OF_BIRTH = ("れで", "れの", "れや", "れだ", "れじゃ", "れ、", "れ。")
"""Behind 生ま in 昭和18年生まれです, which tells of no birth."""
