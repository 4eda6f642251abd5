"""Words of what is to be booked by itself, on another day than what is read back; written and as kana."""

from nlu.vocabulary.phrase import Phrases, either, maybe, never, within

_NOT = never(
    "なら 並 行か にな ならん に並 に行か にせん にしな にしのう じゃな やな でなく にする必要 にしなく にせなら にせんといかん か？ か?"
)
_OTHER = "別 べつ ほか 他 違う ちがう"

APART = Phrases(
    (
        _OTHER,
        maybe("の ん"),
        "日 ひ 日にち ひにち 機会 きかい とき 時 週 時間 じかん",
        either("に で が へ", "、 。 $"),
        _NOT,
    ),
    (
        "別々 べつべつ 別べつ",
        maybe("の"),
        maybe("日 ひ 日にち 時間 じかん とき"),
        either("に で", "、 。 $"),
        _NOT,
    ),
    (
        "別 べつ",
        "に で",
        maybe("また"),
        "して し、 お願 おねが 取 とっ とり 予約 よやく 頼 たの したい いい よか",
        _NOT,
    ),
    ("別件 べっけん", "で に です"),
    (
        "分けて わけて 分けたい わけたい",
        within(4, stops="。"),
        either("くだ 下さ もら もろ ほし 欲し いただ お願 取 とっ とり $ 。 、 いい よか か"),
    ),
)
"""年金は別の日に, 別々に分けて: not 別々に並ばんで."""

SPLITS = Phrases(
    "別々 べつべつ 別べつ", ("分け わけ", "て たい"), "ひとつずつ 一つずつ 1つずつ 半分 はんぶん"
)
"""Where none is named: the first stays."""

ASKS_ADVICE = Phrases(("ほうが 方が", "いい よか ええ よろし", within(6), "か かな ? やろ でしょ"))
"""分けて取ったほうがよかかな: no wish yet."""

STAYS = Phrases(
    (
        "このまま そのまま このとおり そのとおり",
        maybe("で"),
        either("いい よか ええ お願 おねが 頼 たの 、 。 $ けど やけど"),
    ),
    (
        either("それ これ そん こん そっち こっち"),
        "で は",
        maybe("これで それで"),
        "いい よか ええ 結構 けっこう 大丈夫 だいじょうぶ お願 おねが",
    ),
)
"""Beside another day for something else: 住民票はこのままで、印鑑は4日."""

CLAUSE_ENDS = Phrases("、 。 やけど ですけど いいけど よかけど")

POINTS = Phrases(("^", maybe("、"), "それ そっち そちら そん これ こっち", "は も を だけ ば のほう の方"))
"""A clause that goes on about what was just named: そっちは4日に."""
