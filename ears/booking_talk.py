"""What callers say to a booking line, by chance from the office's own words."""

from collections.abc import Callable
from random import Random

from calendar_backend import DEMO_OFFICE, load_office
from ears.spoken_dates import WEEKDAYS, clock, date

FILLERS = (
    "えーと、", "あのー、", "えっと、", "すみません、", "あ、", "えー、", "うーんと、", "そうですね、", "ええと…", "あのですね、",
    "んー、", "まあ、", "あの、すみませんが、", "もしもし、", "はい、", "いえ、", "じゃあ、", "それじゃあ、", "では、", "できれば、",
)  # fmt: skip
ENDINGS = (
    "でお願いします", "がいいです", "は空いていますか", "にお願いします", "です", "でお願いできますか", "がいいんですけど", "で予約したいんですが",
    "に行きたいんですが", "でお願いしたいのですが", "はどうでしょうか", "は無理ですか", "でいいです", "でも大丈夫です", "にしてください",
    "でよろしいでしょうか", "が都合がいいです", "はちょっと難しいです", "に変えてください", "でよか", "でよかよ", "がよかばい", "にするっちゃ",
    "がよかとですけど", "でよかですか", "がええけど", "にしちゃらん", "は空いとりますか", "でお願いしますばい", "がいいっちゃけど", "ですたい", "",
)  # fmt: skip
WISHES = (
    "の予約をお願いします", "をしたいんですが", "です", "の手続きです", "を取りたいんですが", "", "の件で電話しました", "について聞きたいのですが",
    "ば取りたかとですけど", "の予約ばしたいっちゃけど", "の手続きをお願いできますか", "のことなんですが", "に行きたいんですけど", "が必要になりまして",
    "をお願いしたいと思いまして", "の予約を取れますか", "なんですけど", "はどこでできますか", "には何を持って行けばいいですか",
)  # fmt: skip
SHORT_ANSWERS = (
    "はい はい、お願いします いいえ いえ、違います ええ うん ううん そうです そうですね 違います 大丈夫です 結構です はい、それでいいです "
    "それでお願いします もう一度お願いします もう一度言ってください もう一回 何ですか 聞こえません 変更してください 変更します 取り消してください "
    "取り消します キャンセルしたいです キャンセルします 係員 係の人 係の人をお願いします 人に代わってください オペレーターにつないでください "
    "確認したいんですが 間違いです 正しいです 合っています よかです よかよ よかよか いいですよ よかばい そうばい そうっちゃ 違うばい 違うっちゃ "
    "よくなかです だめです ちょっと待ってください わかりません わからん 知りません 予約を変更したいです 予約を取りたいんですが お願いします やめます "
    "やっぱりやめます 最初から もう一度最初から 戻ってください 前に戻る ゆっくり話してください ゆっくりお願いします 終わります さようなら "
    "ありがとうございました ありがとう 失礼します どうも 最初の 二番目 三番目の時間で 一番目でお願いします 一つ目 二つ目 三つ目 最後ので "
    "どれもだめです ほかの日 ほかの時間はありますか 予約 変更 取り消し 確認 こんにちは もしもし すみません ごめんなさい はーい はいはい あーはい"
).split(" ")
SURNAMES = (
    "サトウ スズキ タカハシ タナカ イトウ ワタナベ ヤマモト ナカムラ コバヤシ カトウ ヨシダ ヤマダ ササキ ヤマグチ マツモト イノウエ キムラ ハヤシ "
    "サイトウ シミズ ヤマザキ モリ イケダ ハシモト アベ イシカワ ヤマシタ ナカジマ イシイ オガワ マエダ オカダ ハセガワ フジタ ゴトウ コンドウ ムラカミ "
    "エンドウ アオキ サカモト フクダ オオタ ニシムラ フジイ フジワラ オカモト ミウラ ナカノ マツダ ハラダ コガ クロキ ツル キョウゴク ヒロセ ニュウタ シンカイ"
).split(" ")
GIVEN = (
    "ヒロシ カズコ ヨシコ ケイコ サチコ マサオ タケシ ユウコ キョウコ ノボル シズエ ハルカ ショウタ リョウ ユウト ミサキ ジュン フミエ チヨ ツネオ "
    "トシユキ ヒサシ ミチコ セツコ ヤスヒロ レイナ コウイチ サクラ ヒナタ リュウイチ"
).split(" ")
PLACES = (
    "北九州市 小倉北区 小倉南区 門司区 若松区 戸畑区 八幡東区 八幡西区 小倉 八幡 門司 若松 戸畑 福岡市 下関 黒崎 折尾 到津 魚町 城野 足立 "
    "中津口 浅野 大手町 片野 三萩野 富野 城内 鍛冶町 区役所 市役所 出張所"
).split(" ")


def _katakana(reading: str) -> str:
    return "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in reading).replace("・", "、")


def office_words() -> list[str]:
    """Names and nicknames of the demo office's procedures and counters, as written and as read."""
    office = load_office(DEMO_OFFICE)
    pairs = [(p.name, p.reading) for p in office.procedures]
    pairs += [(c.name, c.reading) for c in office.counters]
    pairs += [(w.text, w.reading) for p in office.procedures for w in (*p.aliases, *p.bring)]
    return list(dict.fromkeys([written for written, _ in pairs] + [_katakana(read) for _, read in pairs]))


def false_start(text: str, rng: Random) -> str:
    """The beginning of the text, broken off, then the text."""
    cut = rng.randint(1, max(1, min(3, len(text) - 1)))
    return f"{text[:cut]}{rng.choice(('…', '、', '、あ、', '…えー、'))}{text}"


def correction(make: Callable[[Random], str], rng: Random) -> str:
    """One thing said, then another in its place."""
    turn = rng.choice(("、いや、", "、じゃなくて、", "、あ、違う、", "、やっぱり", "、すみません、", "…いえ、", "、間違えました、"))
    return f"{make(rng)}{turn}{make(rng)}"


def weekday_corrected(rng: Random) -> str:
    """火曜、いや水曜."""
    first, second = rng.sample(WEEKDAYS, 2)
    return f"{first}曜{rng.choice(('', '日'))}、{rng.choice(('いや', 'いえ', 'あ、', 'じゃなくて'))}{second}曜{rng.choice(('', '日'))}"


def name(rng: Random) -> str:
    """A caller's name, with or without what is said around it."""
    who = rng.choice(SURNAMES) + rng.choice(("", rng.choice(GIVEN)))
    return rng.choice(("", "", "名前は")) + who + rng.choice(("", "です", "と申します", "といいます"))


def talk(words: list[str], rng: Random) -> str:
    """One utterance. `words` are `office_words()`."""
    filler = rng.choice(FILLERS) if rng.random() < 0.45 else ""
    kind = rng.random()
    if kind < 0.16:
        text = f"{date(rng)}の{clock(rng)}{rng.choice(ENDINGS)}"
    elif kind < 0.32:
        text = date(rng) + rng.choice(ENDINGS)
    elif kind < 0.45:
        text = clock(rng) + rng.choice(ENDINGS)
    elif kind < 0.64:
        text = rng.choice(words) + rng.choice(WISHES)
    elif kind < 0.7:
        text = rng.choice(SHORT_ANSWERS)
    elif kind < 0.76:
        text = correction(rng.choice((date, clock)), rng) + rng.choice(ENDINGS)
    elif kind < 0.79:
        text = weekday_corrected(rng) + rng.choice(ENDINGS)
    elif kind < 0.85:
        text = false_start(rng.choice((date(rng), clock(rng), rng.choice(words))), rng) + rng.choice(ENDINGS)
    elif kind < 0.91:
        text = name(rng)
    elif kind < 0.94:
        text = rng.choice(PLACES) + rng.choice(("です", "に住んでいます", "でお願いします", "のほうです", ""))
    else:
        text = f"{rng.choice(words)}を{date(rng)}の{clock(rng)}{rng.choice(ENDINGS)}"
    return filler + text
