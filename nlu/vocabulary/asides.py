"""Words around days and times that are said on the way to a wish."""

from nlu.vocabulary.phrase import Phrases, either, maybe, never, within

ASKED_IN_THE_ROOM = Phrases(
    (
        "いつ 何時 なんじ 何日 なんにち 何曜日 何曜 なんよう",
        maybe("日 び"),
        "やった だった でした じゃった やつた",
        maybe("か"),
        maybe("ね いね いな な っけ"),
        maybe("ー え ぇ"),
    )
)
"""Asked of somebody who knows, or of oneself: 歯医者は何時やったかね."""

AT_TIMES = Phrases(
    (
        maybe("を に も"),
        maybe("過ぎ すぎ なる なっ かかる"),
        maybe("る"),
        "とき 時 こと 場合 日",
        "も が だって",
        "ある あり あっ",
        never("ば ます りますか"),
    )
)
"""Behind a time that it may become: 11時を過ぎるときもある."""

EVEN_THEN = Phrases(
    (
        "に から",
        "行っ いっ 来 き 着い つい 出 で 並ん ならん",
        "ても でも たって たっちゃ",
        never("い よ か 大丈夫 構"),
    )
)
"""Behind a time at which that is so: 9時に行っても."""

TURNS = Phrases(
    (
        maybe("で に が"),
        maybe("、 ちょうど 満 やっと とうとう"),
        "六十 七十 八十 九十 6 7 8 9 ろくじゅう ななじゅう しちじゅう はちじゅう きゅうじゅう",
        maybe("一 二 三 四 五 六 七 八 九 1 2 3 4 5 6 7 8 9 0 ご"),
        maybe("歳 才 さい"),
        "に",
        "な",
    )
)
"""Behind the month in which somebody turns that old: 来月七十五になる."""

AS_A_RULE = Phrases(
    (
        either(
            (
                "いつも 普段 ふだん 毎回 まいかい たいてい 大抵 だいたい 毎月 毎週 毎度 これまで 今まで いままで",
                maybe("は わ なら"),
            ),
            ("前 まえ この前 こないだ 前回 先月 去年", "は わ"),
        ),
        maybe("、 ね、"),
    )
)
"""Before what is so as a rule: いつも月曜やけど、今度は木曜で."""

NOT_THAT_DAY = Phrases(
    (
        "その日 そのひ",
        "は わ も",
        within(8, stops="。"),
        "だめ ダメ 駄目 無理 むり いけん いかん いけませ 行けん 行けませ 行かれん ふさが 塞が 都合が つごうが",
    )
)
"""The day that was told of is none that would do: その日はだめでございました."""

SAID_OF_TODAY = Phrases(("は わ って", maybe("、"), maybe("ええと えっと えー"), maybe("、")))
"""Between today and its weekday: 今日は火曜日."""

IS_IT = Phrases(("でございます でございまし",), ("ですわ ですよ ですね やね やろ だね だわ です、 でしょ",))
"""Behind that weekday."""

CLOSED_THAT_DAY = Phrases(
    (
        maybe("とか なんか あたり やら"),
        "は わ も",
        maybe("もう もー"),
        maybe("お"),
        "休み やすみ 閉ま しま 閉じ",
        within(6, stops="。"),
        "でしょ やろ だろ よね やね ですね じゃろ かね",
    )
)
"""Behind a day on which the office is thought to be closed: 30日とかはもう休みでしょ."""

FAILING_THAT = ("たら、", "たら", "なら、", "なら", "ければ、", "ければ")
"""Before what would do as well."""

WOULD_DO = Phrases(("でも", maybe("、"), "いい よか ええ 構 かま 大丈夫 よろし"))
"""Behind it: 間に合わんかったら年明けでもよか."""

AVOIDED = Phrases(
    (
        "は を ば わ も だけ",
        within(22, stops="。"),
        "外し はずし 避け さけ 除い のぞい よけ",
        "て で た と",
    )
)
"""Behind what is not wished: 月曜は混みましょうから外して."""

OUTSIDE_OF_IT = Phrases(
    (
        "そこ それ その時間 その間 その時 その日",
        maybe("を の は ば"),
        "以外 いがい 外し はずし 避け さけ 除い よけ 外れ はずれ",
    )
)
"""What was just said is not wished: そこ以外で."""
