"""What is asked and told by who is asked for a booking's number and has none at hand, written and as the kana of a recognizer."""

from nlu.meaning import Request
from nlu.vocabulary.phrase import Phrases, either, maybe, never, never_behind, within

_NUMBER = "番号 ばんごう ばんごー"
_WHETHER = either(
    "か ? かね かいね かしら と? とね とですか やろ でしょ わけ っけ のよ",
    ("の ん", "? 。 $"),
)
_NOT_ENOUGH = "いかん いけん いけな いけま だめ 駄目 あか 無理 むり 足り たり"
_ENOUGH = f"いい 良い よか ええ よろし 大丈夫 だいじょうぶ {_NOT_ENOUGH}"
_LOOKED_FOR = "調べ しらべ 探 さが 捜 見つ みつ 分か わか たど 引け ひけ 出て でて"
_OTHER = (
    "マイナンバー まいなんばー まいなんばあ 個人番号 こじんばんごう 暗証番号 あんしょうばんごう 保険証 ほけんしょう 年金番号 ねんきんばんごう"
    " 口座番号 こうざばんごう 免許証 めんきょしょう 診察券 しんさつけん"
)
_KNOWN = "名前 なまえ 氏名 しめい 住所 じゅうしょ 生年月日 せいねんがっぴ 誕生日 たんじょうび 日にち ひにち 日付 ひづけ"
_PHONE = "電話 でんわ 携帯 けいたい 固定 こてい 家の いえの うちの"
_BY = "で でも では でわ じゃ だけ だけで だけじゃ なら やったら だったら"
_ANOTHERS = "電話 でんわ 固定の こていの こてーの 携帯の けいたいの けーたいの 家の いえの うちの 娘の むすめの 息子の むすこの 母の ははの 主人の しゅじんの 嫁の よめの"
_ANYBODY = "誰 だれ 他人 たにん よその人 知らん人 しらんひと 悪い人"

NUMBERS: dict[Request, Phrases] = {
    Request.OTHER_NUMBER: Phrases(
        (
            _OTHER,
            maybe("カード かーど"),
            maybe("の番号 のばんごう の数字 のすうじ"),
            either("で じゃ や なら です でしょ を ば のこと ? って", ("の", "こと $ ?"), ("は", maybe("、"), _ENOUGH)),
        ),
        ("12 十二 じゅうに", maybe("、"), "桁 けた"),
    ),
    Request.THIS_PHONE: Phrases(
        (
            either("今 いま 現在", ("この これ こっち", maybe("の"))),
            within(12, stops="。?"),
            f"{_NUMBER} 電話 でんわ",
            either(
                (maybe("の"), _BY, within(10, stops="。?"), either(_ENOUGH, "登録 とうろく した しました しとる 取った とった 予約し よやくし 頼んだ")),
                ("じゃ や では", "な"),
                ("から", within(6, stops="。?"), "した 取った とった かけ 予約 よやく 頼んだ"),
            ),
        ),
        ("今 いま 現在", "かけ 掛け", maybe("て"), within(6, stops="。?"), _BY, within(6, stops="。?"), _ENOUGH),
    ),
    Request.BOTH_NUMBERS: Phrases(
        (_KNOWN, maybe("と 、"), maybe("時間 じかん"), _BY, within(12, stops="。?"), either(_ENOUGH, _LOOKED_FOR)),
        (_KNOWN, maybe("は を"), within(6, stops="。?"), either(("言 い ゆ", "えば うたら ったら")), within(6, stops="。?"), either(_ENOUGH, _LOOKED_FOR)),
        (_PHONE, maybe("の"), maybe(_NUMBER), maybe("だけ なら ほう のほう の"), maybe("で でも じゃ"), maybe("も 、"), _ENOUGH, within(6, stops="。"), _WHETHER),
        ("それ これ そん こん", "で だけ でも だけで なら だけじゃ", maybe("は も"), maybe("、"), within(4, stops="。"), _LOOKED_FOR, within(12, stops="。"), either(_WHETHER, "ん ません れん")),
        (_ANYBODY, "でも", within(6, stops="。"), "変え かえ 取り消 とりけ 見 消 けせ でき 分か"),
        ("危な あぶな 物騒 安全 あんぜん", within(8, stops="。"), _WHETHER),
        (_NUMBER, maybe("が は も って ば を"), maybe("、"), within(6, stops="。"), "いり 要り いる いん 要る 必要 なから ないと なかと 言わ いわ", within(10, stops="。"), _WHETHER),
    ),
    Request.UNDO: Phrases(
        ("変更 へんこう 取り消し とりけし 変える かえる", maybe("は って も"), maybe("、"), within(10, stops="。"), "前 まえ 当日 とうじつ", within(4, stops="。"), "でき 出来 間に合 まにあ いい", within(8, stops="。"), _WHETHER),
    ),
    Request.WHERE_NUMBER: Phrases(
        (
            never_behind(_ANOTHERS),
            _NUMBER,
            maybe("って ちゃ は わ なんて とか っち っての ちゅうのは というのは"),
            maybe("、"),
            within(6, stops="。?"),
            either("どこ どれ どげ どんな 何 なに", ("なん", never("て"))),
            within(16, stops="。?"),
            _WHETHER,
        ),
        ("どの なんの 何の どこの どこに どっち どっちの", maybe("、"), within(6, stops="。?"), _NUMBER, within(10, stops="。?"), either(_WHETHER, "です $")),
        ("予約番号 よやくばんごう 4桁 四桁 よんけた", "って とは ちゃ っち", maybe("、"), maybe("何 なん"), within(8, stops="。"), either(_WHETHER, "$")),
    ),
}  # fmt: skip
"""What may be asked: whether another number will do, or the telephone phoned from, whether something else is enough, which
number is meant."""

TOOK = Phrases(
    ("予約 よやく", maybe("を が ば の"), "したい したか し取り 取りたい とりたい お願い おねがい 頼み たのみ して入れ 入れて いれて", never("たの たん た は")),
)  # fmt: skip
"""A new booking is wished, where one was to be looked up."""

LOST = Phrases(
    (
        never_behind("暗証 あんしょう あんしょー 電話 でんわ 個人 口座 年金"),
        f"{_NUMBER} 控え ひかえ メモ めも",
        maybe("やら とか なんか なんて の紙 した紙 の"),
        maybe("を ば が は わ も"),
        within(20, stops="。?"),
        either(
            ("聞 き", "いとら いちょら いとりま いてな いてお いてま かんかった かんやった いてい"),
            ("控え ひかえ", "とら ておりま とりま てな てませ ていま"),
            (
                "書 か もろう もら 持 も",
                "いとら いてな とら ってな うてな っとら ってませ っておりま いておりま いとりま",
            ),
            "見当た みあた 見つから みつから 無くし なくし 失くし のうな なくな 捨て すて どっか行 どっかい どこか行 どこかい どこや どこかへ 忘れ わすれ 出てこん でてこん",
        ),
    ),
)
"""Neither the number nor the note of it is there."""
