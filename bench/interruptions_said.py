"""What is said over the bot's voice in the bench of interruptions, by kind: one half to tune on, one to measure on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """By kind."""

    real: dict[str, tuple[str, ...]]
    """What wants the turn, spoken by synthetic voices."""

    listening: dict[str, tuple[str, ...]]
    """Backchannels and laughter."""

    words: dict[str, tuple[str, ...]]
    """What wants the turn, in one word, said by people."""


ADAPT = Said(
    real={
        "a day": ("明日がいいです", "来週の火曜日", "12月3日で"),
        "a time": ("10時半で", "午後の2時にしてください", "朝一番で"),
        "another procedure": ("マイナンバーカードです", "転入届も一緒に", "パスポートの方で"),
        "no, that is wrong": ("いいえ、違います", "違います", "いや、そうじゃなくて"),
        "wait": ("ちょっと待って", "ちょっと待ってください", "少々お待ちください"),
        "once more": ("もう一回言って", "もう一度お願いします", "聞こえませんでした"),
        "a person": ("係員をお願いします", "係の人に代わって", "人と話したい"),
        "sumimasen": ("すみません", "あの、すみません", "すみません、いいですか"),
        "a question": ("何を持っていけばいいですか", "駐車場はありますか", "それはいくらかかりますか"),
        "a correction": ("木曜じゃなくて金曜", "やっぱり午後で", "さっきの名前、間違えました"),
    },
    listening={
        "hai": ("はい", "はいはい"), "un": ("うん", "うんうん"), "ee": ("ええ",), "aa": ("ああ",), "haa": ("はあ",),
        "naruhodo": ("なるほど", "なるほどね"), "laughter": ("あはははは", "ふふふふ", "はははは"),
    },
    words={
        "a day": ("一昨日", "今夜", "翌朝", "来年"), "another procedure": ("検査", "診察", "相談"),
        "a question": ("何時", "何日", "何人"), "a person": ("担当",), "a correction": ("間違える",),
    },
)  # fmt: skip

MEASURE = Said(
    real={
        "a day": ("再来週の月曜がいいです", "5日でお願いします", "明後日にしてください"),
        "a time": ("9時がいいです", "夕方でお願いします", "11時15分で"),
        "another procedure": ("印鑑登録なんですけど", "住民票が欲しいです", "保険証の方を"),
        "no, that is wrong": ("いえ、間違いです", "そうではありません", "違う違う"),
        "wait": ("待ってください", "ちょっと止めて", "少し待って"),
        "once more": ("もう一回お願いします", "今何て言いましたか", "よく聞こえません"),
        "a person": ("人間に代わって", "担当の方をお願いします", "オペレーターにつないで"),
        "sumimasen": ("すみませんが", "えっと、すみません", "ごめんなさい、ちょっと"),
        "a question": ("何時までやっていますか", "予約は要りますか", "どこにありますか"),
        "a correction": ("さっきのは取り消して", "3日じゃなくて8日", "名前が違います"),
    },
    listening={
        "hai": ("はい。", "はい、はい"), "un": ("うん。", "うん、うん"), "ee": ("ええ。",), "aa": ("ああ。", "あー"), "haa": ("はあ。", "はー"),
        "naruhodo": ("なるほど。", "ああ、なるほど"), "laughter": ("ははは", "うふふふ", "あははは"),
    },
    words={
        "a day": ("昨日", "今朝", "先週", "年末"), "another procedure": ("予約", "支払い", "病院"),
        "a question": ("何年", "何月", "料金"), "a person": ("男性",), "a correction": ("電話",),
    },
)  # fmt: skip
