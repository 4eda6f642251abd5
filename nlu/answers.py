"""Yes or no. A yes books, so it must be said in so many words; a no may be found more freely."""

import re

from nlu import leanings
from nlu.meaning import Answer, Scored
from nlu.phonemes import phonemes

CLEAR = 0.95
"""Nothing but a yes, or a no, was said."""

_POLITE = r"[、。!\s]|です|ます|ね[えぇ]?|よ|ー|で|じゃあ|では|それじゃ|あ[、,]|ああ|まあ|わ|ください|ありがとうございます|よろしく|どうぞ|けど|が$"
_YES: tuple[tuple[str, float], ...] = (
    (r"は[ー]?い|はぁい|ハイ", 0.95),
    (r"ええ(?!と|っと)|えぇ|うん(?!ー|と)|うむ|おう(?=、|。|$)|んだ", 0.93),
    (r"そう(?:そう|です|ばい|たい|やね|だね|っちゃ|ったい|よ|だよ|なんです|してください|します|しよう|して)+|そげん(?:です|して|たい)?|左様|さよう(?!なら)", 0.93),
    (r"(?:それ|これ|その(?:時間|日時|日|内容|通り|とおり|まま|よう)|この(?:時間|日時|日|内容))[でにを]?(?=、|。|$|お願|おね|いい|良|よ|大丈夫|結構|構|けっこう|だいじょうぶ|オ|取|予約|です|間違|合)", 0.85),
    (r"(?:予約(?:を)?)?(?:ぜひ)?(?:お願い|おねがい|御願い)(?:いた|致)?(?:し(?:ます|たい(?:です)?|とき?ます)|できますか|できれば)?", 0.92),
    (r"(?:いい|良い|よい|よろしい|宜しい|えい|ええ)(?:です|っす|ですよ|よ|わ|っちゃ|ばい|たい|と思います|んじゃない(?:です)?か?)", 0.85),
    (r"いい(?=$|。)|オッケー|オーケー|ok|おっけー|了解|承知|かしこまり(?:ました)?|良かです|いっちゃ|よか(?:よ|ばい|です|たい|よか|っちゃ)?(?!った)|よかろう", 0.85),
    (r"大丈夫|だいじょうぶ|だいじょぶ", 0.87),
    (r"結構|けっこう", 0.8),
    (r"(?:間違い|まちがい|相違|異存|異議|問題|もんだい|支障)(?:は|も)?(?:ない|ありません|ございません|なか)(?:です)?|合って(?:い)?(?:ます|る)|合っとる|あって(?:い)?ます", 0.93),
    (r"(?:それで)?(?:構い|かまい)ません|構わない(?:です)?|かまわない(?:です)?|かまわん|構わん", 0.9),
    (r"もちろん|勿論|ぜひ(?:とも)?|是非|確かに|その通り|そのとおり|正解|喜んで", 0.9),
    (r"(?:それで)?(?:予約(?:を)?)(?:して(?:ください|もらえますか)|取ってください|します)|取ってください|入れてください|決定(?:で)?|それにします", 0.88),
    (r"分かりました|わかりました|助かります", 0.6),
)  # fmt: skip
_NO: tuple[tuple[str, float], ...] = (
    (r"いいえ|いえ(?![ばる])(?:いえ)?|いぃえ|いーえ|ううん|うーうん", 0.95),
    (r"(?:^|[、。])いや(?!す)(?:いや)?", 0.85),
    (r"(?:違|ちが)(?:います?|う(?!けど良)|って)(?!ない|ません)|違和感", 0.93),
    (r"そうじゃな|そう(?:で|では)な|そげんじゃな|そうやな[いく]", 0.9),
    (r"だめ|ダメ|駄目|無理|むり|いかん(?!と)|つまらん|いけん|好かん|すかん|せん(?:でいい|でよか)", 0.85),
    (r"やめ(?:ます|とく|とき|てお|たい|て|よう|る)|止め(?:ます|て)|キャンセル|取り消|取消|遠慮|見送|お断り|断り", 0.85),
    (r"(?:要|い)り(?:ません|まへん)|(?:要|い)らない|いらん|不要|必要(?:は|も)?(?:ない|ありません|ございません|なか)", 0.9),
    (r"(?:でき|出来|行け|いけ|来れ|来られ|行かれ)(?:ません|ない)(?!か)|都合が(?:悪|つか|合わ)|困り?ます|困る|嫌です|いやです|嫌だ|よくな[いか]|良くな[いか]", 0.85),
    (r"間違(?:って(?:い)?(?:ます|る)|い(?:です|が))|間違えて?|変え(?:て|たい)|変更(?:し|を)|別の|他の(?:日|時間|所|ところ)|ほかの(?:日|時間)", 0.75),
    (r"(?:^|、)(?:やっぱり?|やはり)(?!それで|お願|大丈夫|そ)", 0.6),
    (r"^(?:えー+?|うーん|すみません)?、?(?:(?:それ|その(?:日|時間)|そこ)(?:は|だと))?、?ちょっと(?:、|ですね|ねえ?|なあ?|その|…|。|$)", 0.7),
)  # fmt: skip
_DOUBT = re.compile(
    r"(?:分か|わか)(?:ら|り(?:ません|かね))|知らん|どちらでも|どっちでも|考え(?!て(?:い)?ません)|迷|相談|ちょっと(?:待|考)|お?待ち?ください|まだ決|未定"
    r"|どう(?:しよう|かな|だろう|でしょう)|(?:に|と)?(?:よ(?:り(?:ます|けり)|る(?:な|ね|と思|か|けど|$|。))|次第)"
)
_ASKS = re.compile(
    r"(?:です|ます|でしょう|ません|ました|たい|ない|る|ある|いる|の|た)(?:か|かね|かな|かしら)[ね]?[?。]?$|[?]$|かな[ぁあー]?[。]?$|教えて"
)
_BUT = re.compile(r"でも|ですが|だけど|ですけど|けど|けれど|ただし?|が、|やけど|ばってん")
_NOISE = re.compile(r"視聴|チャンネル登録|字幕|ご清聴|おやすみなさい")
_YES_RE = tuple((re.compile(pattern), score) for pattern, score in _YES)
_NO_RE = tuple((re.compile(pattern), score) for pattern, score in _NO)
_ONLY_YES = re.compile("(?:" + "|".join(pattern for pattern, _ in _YES) + "|" + _POLITE + ")+")
_ASKS_FOR_OFFER = re.compile(
    r"いかが|必要|ご?利用(?:に|なさ|さ)|しましょうか|ご?希望|お探し|いりますか|要りますか|他に|ほかに|欲しい|ございますか"
)

_SOUNDS_YES = frozenset(
    phonemes(kana) for kana in ("はい", "はーい", "ええ", "そうです", "おねがいします", "はいおねがいします")
)
_SOUNDS_NO = frozenset(
    phonemes(kana) for kana in ("いいえ", "いーえ", "いえ", "ちがいます", "いいえちがいます", "だめです")
)


def find_answer(text: str, kana: str, question: str = "", *, other: bool = False) -> Scored[Answer] | None:
    """Yes, no, or neither (None).

    `text`: normalized; `kana`: its reading; `question`: what was asked, where known; `other`: a day, a time or a
    procedure was named too, so that 「はい、でも3時で」 is a yes that must not be taken for plain.
    """
    if not text or _NOISE.search(text):
        return None
    yes, no = _strongest(_YES_RE, text), _strongest(_NO_RE, text)
    starts_yes = (
        re.match(r"(?:あ、?|ああ、?)?(?:は[ー]?い|ええ(?!と)|うん(?!ー|と)|そうです(?!ね))", text) is not None
    )
    starts_no = (
        re.match(r"(?:あ、?|ああ、?)?(?:いいえ|いえ(?![ばる])|ううん|いや(?!す)|違い?)", text) is not None
    )
    if starts_no:
        return Scored(Answer.NO, CLEAR if not yes else 0.85)
    if not yes and not no:
        return _by_sound(kana) or leanings.lean(text, question)
    if _DOUBT.search(text) and not starts_yes:
        return None
    if yes and not no:
        return _yes(text, yes, question, starts_yes, other)
    if no and not yes:
        return None if _ASKS.search(text) else Scored(Answer.NO, no)
    return _both(text, question, starts_yes, no)


def _strongest(patterns: tuple[tuple[re.Pattern[str], float], ...], text: str) -> float:
    return max((score for pattern, score in patterns if pattern.search(text)), default=0.0)


def _yes(text: str, score: float, question: str, starts_yes: bool, other: bool) -> Scored[Answer] | None:
    if _ONLY_YES.fullmatch(text) and not other:
        polite_refusal = re.search(r"結構|けっこう|大丈夫|だいじょうぶ|いいです", text) and not starts_yes
        if polite_refusal and _ASKS_FOR_OFFER.search(question):
            return Scored(Answer.NO, 0.7)
        return Scored(Answer.YES, min(CLEAR, score))
    if _ASKS.search(text) and not starts_yes:
        return None
    if starts_yes:
        return Scored(Answer.YES, 0.6 if other or _BUT.search(text) else 0.75)
    return leanings.lean(text, question) if question else Scored(Answer.YES, min(score, 0.55))


def _both(text: str, question: str, starts_yes: bool, no: float) -> Scored[Answer] | None:
    """「はい、違います」, 「車で行くので結構です、いりません」: never a yes that is sure."""
    if starts_yes:
        return Scored(Answer.NO, 0.55) if no >= 0.9 else Scored(Answer.YES, 0.5)
    return leanings.lean(text, question) or Scored(Answer.NO, min(no, 0.7))


def _by_sound(kana: str) -> Scored[Answer] | None:
    """A short utterance written as something else (灰, 遺影) that sounds exactly like an answer."""
    sounds = phonemes(kana)
    if sounds in _SOUNDS_YES:
        return Scored(Answer.YES, 0.85)
    return Scored(Answer.NO, 0.85) if sounds in _SOUNDS_NO else None
