"""Words of when somebody has to be gone, and of what lies between two times; written and as kana."""

from nlu.vocabulary.phrase import Phrases, either, maybe, within

_MUST = either(
    "んと んば ないと ないけん ないかん なきゃ なくちゃ なければ にゃ なならん なんならん ないけない",
    ("な", "あ ー 、 。 $ いけ いか"),
)
"""Behind the stem of what has to be done: 帰ら|んといけん."""

DUE = Phrases(
    ("には にわ にゃ", "出たい でたい 出らんと 出らな 出ないと 出んと 出なきゃ"),
    (
        maybe("ごろ 頃 ぐらい くらい"),
        maybe("まで 前 まえ"),
        maybe("に には にわ にゃ"),
        within(8, stops="、。"),
        either(
            ("帰り かえり 戻り もどり", "たい たか とう"),
            ("帰ら かえら 戻ら もどら", _MUST),
            ("帰っ かえっ 戻っ もどっ", "とか とき ておき ておか"),
            "帰れる かえれる 戻れる もどれる",
            (
                "家 いえ うち 自宅",
                "に へ",
                within(4, stops="、。"),
                either(("おら い", _MUST), "おりたい いたい おっとか おっとき"),
            ),
            (
                "連れて つれて 送って おくって 病院に 眼科に 歯医者に 学校に 保育園に 会社に 仕事に 駅に びょういんに がっこうに しごとに",
                "行か いか 出ら でら",
                _MUST,
            ),
            ("迎え むかえ", "に", maybe("は"), "行かん いかん 行かな いかな 行かに いかに"),
            ("出 で", "ないけん ないかん んといかん んといけん なきゃ なくちゃ ないと んならん"),
        ),
    ),
)
"""Behind a time at which one has to be gone: 四時には家におらな, 3時半前には帰りたい."""

IN_BETWEEN = Phrases(
    (
        "その そん この",
        "間 あいだ",
        either(
            ("の", maybe("どこか どっか")),
            "ぐらい くらい あたり で に なら やったら がい がよ っち ちゅう ということ $ 。 、",
        ),
    )
)
"""What points at what lies between two times: その間ぐらいか."""
