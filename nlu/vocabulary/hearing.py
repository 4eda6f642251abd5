"""Words of a caller who does not hear well: what was said is wanted once more, and louder."""

from nlu.vocabulary.phrase import Phrases, Row, either, maybe, never, never_behind, several, within

_LOUD = "大きな 大きい 大きか おおきな おおきい おおきか でかい でっかい"
_WHAT = "は はい へ え えっ ん うん あ"

_EXCUSES = several(
    "え えっ は はあ はい ん あ あの あら すみません すいません ごめんなさい ごめん いま 今 、 。 ? ー"
)
_ASKED_BACK = "何時 なんじ 何日 なんにち 何曜日 何曜 なんようび 何月 いつ 何番 なんばん どこ 何階 なんかい"
_OF_IT = maybe("から に の が は まで")
_QUOTES = "って っち ち て と っと"
_ENDS = (several("か ね な かね かいな の と です でした やった っけ ? 。 ー"), "$")

MISSED: tuple[Row, ...] = (
    ("聞き きき", "取れ とれ 取り とり", "ん な ませ ず にく づら きら", never("んでしたか かったか", (within(10, stops="。"), "でしょ やろ"))),
    ("聞き きき", "逃 のが 漏ら もらし 洩ら そびれ 損ね そこね 落と", maybe("し"), maybe("ました た て", never("か"))),
    (
        either(
            ("何 なん", maybe("て と ち ちゅうて"), maybe("今 いま")),
            ("^ 、 。 ?", maybe("今 いま"), _ASKED_BACK, _OF_IT, _QUOTES),
            ("^ 、 。 ? 今 いま", "どう どげん"),
        ),
        either(
            ("言 い ゆ", "いました いますた いまし った うた うとった うとっ んしゃった いんしゃった んさった わっしゃった われた われました っとる っとった", never("て")),
            ("おっしゃ", "いました いますた いまし った られた られました", never("て")),
        ),
    ),
)  # fmt: skip
"""It was not caught, or asks what was said: 「聞き取れんやった」, 「いま何とおっしゃいました」, 「何日って言いました？」."""

ASKED_BACK = Phrases(
    ("^", _EXCUSES, _ASKED_BACK, _OF_IT, maybe(_ASKED_BACK), _OF_IT, *_ENDS),
)
"""The whole of it asks anew for something that was said: 「何時から？」, 「何日の何時ですか」."""

WHAT = Phrases(
    ("^", _EXCUSES, _ASKED_BACK, _OF_IT, "って っち ち ですって ですと だって なんて っちな っちね", *_ENDS),
    ("^", "え えっ へ はあ", _EXCUSES, _ASKED_BACK, _OF_IT, *_ENDS),
    ("^", maybe(("え えっ は なんち 何ち なんて 何て", maybe("? 、 。"))), _EXCUSES, maybe("予約 よやく その今の それ"), "が は を", "なんち 何ち なんて 何て なんですって 何ですって", *_ENDS),
    ("^", "え えっ", maybe("。"), "$"),
    ("^", _EXCUSES, "何を 何が なにを なにが どれを どれが 何の なんの", "変える かえる 変わる 取り消す とりけす する 予約 よやく こと", "って ち っち と", several("? 。 ね か な"), "$"),
    ("^", maybe("、"), _WHAT, maybe("ー"), "?", maybe("、"), maybe("何 なに なん なんて 何て なんち"), maybe("ですか ですと です です?"), maybe("?"), "$"),
    ("^", "はい はいはい", maybe("、 ?"), "何 なん なに", either("です でしょう", ("て", "$ ? です 言 い")), maybe("か"), maybe("? 。"), "$"),
    ("^", maybe("え えっ は はい へ"), maybe("、 ?"), "何て なんて なんち 何ち 何と", maybe("ね な や 言うた ゆうた 言った いった いうた 言いました いいました"), maybe("ですか です か と"), maybe("? 。"), "$"),
    ("^", "え えっ へ は", maybe("、 ?"), "なん 何", "ね な や", maybe("? 。"), "$"),
    ("^", maybe("すみません すいません ごめん ごめんなさい"), maybe("、"), "何ですって なんですって 何ですと なんですと"),
    ("^", "もしもし", maybe("、"), "聞こえん 聞こえな 聞こえま きこえん きこえな きこえま"),
)  # fmt: skip
"""The whole of it asks what was said: 「え？」, 「はい？」, 「なんて？」."""

_SAID = "言いました いいました 言いよった 言いよりました 言った いった 言うた いうた ゆうた 言わした 言うとった おっしゃいました おっしゃった"
WHETHER = Phrases(
    ("^", _EXCUSES, _OF_IT, _QUOTES, maybe("、 今 いま"), _SAID, either(("か", maybe("ね いな い")), "?", ("と", "? ね"), ("です やった", "か")), several("? 。 か ね"), "$"),
    ("^", "え えっ へ は", "、 ? ー", _EXCUSES, _OF_IT, _QUOTES, maybe("、 今 いま"), _SAID, several("か ね と ? 。"), "$"),
)  # fmt: skip
"""The whole of it but a day or a time asks whether that was said: 「7日って言うた？」. 「7日って言うたやろ」 does not ask."""

_IS = "でした やった だった"
RECALLS = Phrases(
    (
        maybe("日 の"),
        _IS,
        "か かね かしら かいな かな っけ け",
        several("ね ねえ え ー な"),
        maybe("? 。"),
        "$",
    ),
    (
        "じゃ では や",
        either(
            (
                "ありませんで ない なか",
                maybe("った したか した"),
                maybe("です ん と"),
                "か かね かしら っけ ?",
            ),
            ("ありません ない なか", maybe("です"), "よね でしょうね やろうね やろね だろうね ろうね ろーね"),
        ),
        several("ね ねえ え ー な"),
        maybe("? 。"),
        "$",
    ),
)
"""Behind a day or a time, how it is remembered or feared: 「たしか火曜でしたか」, 「7時じゃなかろうね」."""

HARD_OF_HEARING = Phrases(
    *MISSED,
    (never_behind("耳が みみが"), "聞こえ きこえ", either("んかっ ん な ませ づら にく にっか とらん よらん", ("が", "悪 遠")), never("したか")),
    ("耳が みみが 耳も みみも 耳の みみの", maybe("ちょっと 少し だいぶ"), "遠 とお 悪 わる 聞こえ きこえ"),
    ("聞き取り ききとり 聞き 聞きとり", "にく づら", never((within(10, stops="。"), "でしょ やろ"))),
    ("もっと もう少し もうちょっと もすこし もうすこし もちっと もうちっと", _LOUD, "声 こえ 音 おと"),
    (_LOUD, maybe("な"), "声 こえ 音 おと", either("で 出 だ", ("を", "出 だ"), ("に", "し"))),
    ("声 こえ 音 おと 音量", maybe("が を は も"), maybe("もっと もう少し ちょっと 少し もうちょっと"), either("小さ ちいさ ちっちゃ 遠 とお こま", ("大き おおき", "く"))),
    ("大声 おおごえ", "で"),
    ("電話 でんわ", "が", maybe("ちょっと 少し すこし なんか"), "遠 とお"),
    ("大きく おおきく", "して 話して はなして しゃべって 言って ゆって"),
)  # fmt: skip
