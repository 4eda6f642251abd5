"""Words of a question that sets one procedure against another: 転居ですか、転入じゃないと？; behind its name."""

from nlu.vocabulary.phrase import Phrases, either, maybe, never, within

_OF_IT = maybe(
    "届 届け とどけ の手続き のてつづき の方 のほう のほー のやつ 証明 しょうめい 登録 とうろく 証 者 しゃ 医療 保険"
)
_ASKED = either(
    ("です でしょう だ や とです んです", "か", maybe("ね な いな")),
    "かね かな かいな やろか と? ん? か? ?",
    ("とね とかね んかね んか とか のか", "$"),
)

DENIED = Phrases(
    (
        _OF_IT,
        maybe("と"),
        "じゃ や では でわ とは とわ",
        maybe("、"),
        "な",
        either("い", ("か", never("っ"))),
    ),
    (_OF_IT, "じゃ や では でわ", "なくて のうて", "いい よか ええ 大丈夫"),
)
"""転入|じゃないと？, 転入|やないんですか."""

IS_IT = Phrases((_OF_IT, maybe("なん"), _ASKED))
"""転居|ですか."""

WILL_IT_DO = Phrases(
    (_OF_IT, "で", either("いい よか ええ よろし 合っ あっ 大丈夫 だいじょうぶ", ("間違い まちがい", maybe("は わ"), "な")), within(10, stops="。、"), "か かね かな と? ?"),
    (_OF_IT, "に", "なる なり なっ", within(8, stops="。、"), "か かね かな と? ?"),
)  # fmt: skip
"""転居届|でいいんですかね."""

DIFFERENT = Phrases(
    (_OF_IT, "と とは とわ", maybe("は わ"), within(8, stops="。"), "違 ちが", within(8, stops="。"), "か かね と? ん? の? ?"),
    (_OF_IT, "と", within(16, stops="。"), "どっち どちら どれ", never("も"), within(8, stops="。"), "か かね な と? ?"),
)  # fmt: skip
"""転入届|とは違うと？, 転居|と転入、どっちですかね."""
