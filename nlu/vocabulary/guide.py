"""Words of who tells what has happened, and asks what is to be done."""

from nlu.vocabulary.phrase import Phrases, never, within

_WHAT = "何 なに なん どんな どう どげん どういう"
_DONE = (
    "したらいい したらよか したらええ したらよろ すればいい すればよろ すればよか するといい しなきゃ せんといけ せないけ しないといけ"
    " やったらいい やればいい が必要 がいる がいり が要る が要り をしたら をすれば をやれば から始め からはじめ から手 からすれば からしたら"
    " したらいっちょ いりますか 要りますか 必要ですか"
)

ASKS_WHAT_TO_DO = Phrases(
    (_WHAT, never("か"), within(8, stops="。"), _DONE),
    ("手続 てつづ", within(6, stops="。"), "教え おしえ 全部 ぜんぶ 一覧"),
    ("手続 てつづ", within(4, stops="。"), "何 なに なん どんな"),
)
"""何をしたらいいですか, 手続きは何がいりますか, どうしたらいいですか. Not なんか届けがいるんでしょう, of one that is not known by its name."""

NONE_OF_THEM = Phrases(
    "なし 無し ありません ない いません いない おりません おらん どれも どちらも違 いずれも"
)
"""No choice of several is so."""
