"""Answers that take up what a yes would do: 「はい、取り消してください」, 「はい、その日に変えてください」, 「両方お願いします」."""

from nlu.question import Effect, Question
from nlu.vocabulary.phrase import Phrases, Steps, either, maybe, never, within
from nlu.vocabulary.requests import CANCEL

PLEASE = "お願いします"
"""What stands for the words of the question, so that they are a yes as plain as that."""

_ASKED: Steps = (
    maybe((maybe("、"), "を の で に して にして て し")),
    maybe("、"),
    either(
        ("お願い おねがい 御願い", "いたし 致し し", "ます たい たいです"),
        ("ください 下さい つかあさい くれ おくれ ちょうだい", never("ま ん る た")),
        ("もらえ いただけ", "ますか ませんか"),
        ("とっ とい", "て", maybe("ください 下さい くれ")),
        "構いません 頼みます たのみます やって やってください します です 。 $",
        ("ほしい 欲しい いい よか 結構 けっこう 大丈夫 だいじょうぶ", maybe("です")),
    ),
    never("か ねぇ? ねえ? ね? が、"),
)
_AFTERWARDS = Phrases(
    (
        maybe("、 。"),
        maybe("また"),
        maybe(
            (
                "日 日にち 予定 都合 ひ ひにち よてい つごう",
                maybe("を が"),
                "決め きめ 決ま きま 分か わか 見 み",
                maybe("っ"),
                "てから たら",
                maybe("、"),
            )
        ),
        maybe(
            (within(10, stops="。、?"), "相談して そうだんして 話して はなして 聞いて きいて", maybe("から"))
        ),
        maybe("また 改めて あらためて"),
        maybe("、"),
        maybe("こちらから こっちから"),
        "電話 でんわ 連絡 れんらく 予約 よやく かけ 掛け",
        maybe("を"),
        maybe("し いたし 致し かけ 取り とり 入れ"),
        "ます",
        maybe("けん ので から ね わ"),
        maybe("。"),
        "$",
    )
)
"""What the caller will do when the booking is cancelled."""

_GIVES_UP = Phrases(
    (
        maybe("、"),
        maybe(("もう 今回は こんかいは それは その予約は 予約は", maybe("、"))),
        "やめ 止め",
        maybe("にし"),
        either("ときます とく ます るわ", ("とい とっ て", maybe("て"), "ください 下さい くれ")),
        maybe("わ ね よ ばい たい"),
        maybe("。"),
        "$",
    )
)
_CANCEL = Phrases(
    (
        maybe(
            (
                "それ その予約 この予約 その 予約 よやく そのまま その通り そのとおり",
                maybe("です を で は に ば"),
                maybe("、"),
            )
        ),
        CANCEL,
        *_ASKED,
    )
)
_MOVE: Steps = (
    maybe("日時"),
    maybe("を"),
    "変更 へんこー へんこう 変え 替え かえ 移し うつし 移動 ずらし",
    *_ASKED,
)
_THERE = "それ そちら そっち そこ これ こちら その日にち その日時 その時間 そのじかん その日 そのひ この日にち この日時 この時間 このじかん この日 このひ"
_SO = "そのよう その通り そのとおり このよう この通り このとおり"
_CHANGE = Phrases(
    (_THERE, "に で へ", maybe("、"), *_MOVE),
    (_SO, maybe("に"), maybe("、"), *_MOVE),
    ("そう", maybe("、"), *_MOVE),
)
_BEGINS_YES = Phrases(("^", maybe("あ あ、"), "はい ええ うん そうです", maybe("、")))
_MOVED = Phrases(_MOVE)
_ONLY_CHANGE = Phrases(("^", *_MOVE, maybe("。"), "$"))
_ALL = Phrases(
    (
        maybe("その この"),
        "両方 りょーほー りょうほう 2つ 二つ ふたつ 全部 ぜんぶ どちらも どっちも",
        maybe("とも"),
        maybe("、 を", ("で", never("す"))),
        never("じゃな ではな な"),
    )
)

_STAYS = Phrases(
    (
        "行きます いきます 行くけん 行くから 行くので いくけん 伺います うかがいます うかがいます 参ります まいります 行けます いけます 残し のこし",
        never("から"),
    ),
    ("そのまま このまま", "で に $ 。"),
)


def stays(text: str, question: Question) -> bool:
    """「はい、行きます」, asked 「取り消してよろしいですか」: the booking is to stand."""
    return question.effect is Effect.CANCEL and _STAYS.found(text)


def plain(text: str, question: Question) -> str:
    """`text`, normalized, with the words that a yes to `question` may take up put as a plain 「お願いします」."""
    if question.effect is Effect.CANCEL:
        if question.several:
            text = _ALL.replaced(text)
        text = _AFTERWARDS.replaced(text)
        begun = max(_BEGINS_YES.ends(text), default=0)
        if begun and len(text) in _GIVES_UP.ends(text, begun):
            return text[:begun] + PLEASE
        return _CANCEL.replaced(text, PLEASE)
    if question.several:
        text = _ALL.replaced(text)
    if question.effect is Effect.CHANGE:
        text = _CHANGE.replaced(text, PLEASE)
        begun = max(_BEGINS_YES.ends(text), default=0)
        if begun and (moved := _MOVED.ends(text, begun)):
            text = text[:begun] + PLEASE + text[max(moved) :]
    return text


def calls_off(text: str, question: Question) -> bool:
    """「はい、やめときます」, 「はい、取り消しで。また電話します」, where a yes cancels: no goodbye."""
    begun = max(_BEGINS_YES.ends(text), default=0)
    said = plain(text, question)[begun:].strip("、。")
    return question.effect is Effect.CANCEL and begun > 0 and said == PLEASE


def may_be_meant(text: str, question: Question) -> bool:
    """「変更してください」 alone, asked 「この日時に変更してよろしいですか」: rather a yes than another change, but no sure one."""
    return question.effect is Effect.CHANGE and _ONLY_CHANGE.found(text)
