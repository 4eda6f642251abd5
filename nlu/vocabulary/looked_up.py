"""What is asked about a booking that stands, though it is not named: when it is, its number, whether it was made, whether one may
still come or not."""

from nlu.vocabulary.bookings import NOUN
from nlu.vocabulary.phrase import Phrases, either, maybe, never, never_behind, within

_ASKED_WHEN = either(
    "いつ 何曜日 なんようび",
    ("何日 なんにち 何時 なんじ", never("まで から開 からあ 間")),
)
LOOKED_UP = Phrases(
    (
        "時 半 分 じ",
        "に",
        maybe("、"),
        "着い つい 着け つけ 行っ いっ 行け いけ 来れ くれ 伺え",
        within(6, stops="。、"),
        "ば らば たら",
        maybe("いい よか よろし 間に合"),
        within(4, stops="。、"),
        "か ? ん?",
    ),
    (
        _ASKED_WHEN,
        either(
            ("の", "何時 なんじ"),
            (maybe("に"), maybe("、"), "伺 うかが 参 まい 行 い 来 く 着 つ", within(10, stops="。、"), "か よか いい よろし ?"),
            (maybe("の何時 のなんじ"), maybe("に"), "なっと なって なり"),
        ),
    ),
    (never_behind("今 いま"), "何時 なんじ", "です でした やった でしょう", "か ? $ う"),
    ("いつ 何日 なんにち", "でした やった", "か ? $"),
    ("行く いく 伺う うかがう 参る まいる 来る", "ん の と", "やった だった でした じゃった", "か かね よね ね ? っけ"),
    ("何時 なんじ", "から", "やった でした だった"),
    ("どっち どちら", maybe("が"), within(4, stops="、。"), "やった でした だった", "か ? $"),
    (
        "日 ひ 時 じ 半 時間 じかん",
        maybe("が は か"),
        maybe("、"),
        "分から わから",
        "んごと んごつ んのです んとです んようにな なくな",
    ),
    ("もう一つ もう1つ もうひとつ 片方 方 ほう 予約 よやく 行く日 行くと", maybe("の"), "は が わ って", "いつ"),
    ("日時 日にち ひにち 日取り 時間 じかん", maybe("を が も ば"), "忘れ わすれ", "ま た て と"),
    ("行く いく 伺う うかがう もらう", "日 ひ 時間 じかん", maybe("にち"), maybe("を ば が"), "教え おしえ 忘れ わすれ"),
    ("間違い まちがい", "ない なか ありません", within(6), "か ね ?"),
    (
        "日 曜 時 半 分 明日 あした あさって 曜日 か",
        maybe("で"),
        either(
            ("よか よ", "った", maybe("ん と の です"), "か よね やろ ね ?"),
            ("やなかった じゃなかった でした だった やった", maybe("ん です"), "よね やろ か ね ?"),
        ),
    ),
    (
        "時間 じかん 日にち ひにち 日取り 日時",
        within(12, stops="。"),
        "教え おしえ",
        "て",
    ),
)  # fmt: skip

LOST = Phrases(
    (
        never_behind(
            "暗証 あんしょう あんしょー 電話 でんわ 個人 口座 年金 お客様 おきゃくさま マイナンバー"
        ),
        "予約番号 よやくばんごう よやくばんごー 番号 ばんごう ばんごー 紙 かみ メモ めも 控え ひかえ",
        maybe("を ば が は も"),
        within(12, stops="。"),
        "なくし 失くし 無くし のうな なくな 忘れ わすれ 覚えと おぼえと 覚えて おぼえて 見つから みつから 見当た みあた 捨て すて わから 分から わすれ",
        never("たら ても"),
    ),
)
"""The number or the note of a booking."""

CALLED_UP = Phrases(
    (
        "そちら そっち 役所 区役所 市役所 やくしょ お宅",
        maybe("のほう の方"),
        "から",
        maybe("、"),
        "電話 でんわ 着信 留守電 連絡 れんらく",
        maybe("が を は"),
        "あっ あり 入 はい もら もろ いただ 来 き かか 掛か",
    ),
)
"""「そちらから電話があったみたいなんですけど」: it may be about what stands."""

OF_NUMBER = Phrases("番号 ばんごう ばんごー")
WHETHER_TO_COME = Phrases(
    (
        "行ける いける 行かれる 来れる 来られる",
        "か",
        maybe("、"),
        either("どうか", ("行け いけ 行かれ 来れ 来られ", "ん ない ません", "か")),
        within(16, stops="。"),
        "分から わから 分かり わかり",
    )
)
"""It is not known yet: 「行けるか行けないか当日の朝までわからない」."""

_MADE = "取れ とれ 入っ はいっ でき 出来"
WHETHER_MADE = Phrases(
    (
        NOUN,
        maybe("を ば は"),
        maybe("し 取っ とっ 入れ いれ"),
        "た",
        maybe("ん の よう"),
        either("と思 と、思 とおも っち思 はず つもり", ("ような ごたる", within(3), "気 き")),
    ),
    (
        f"{_MADE} 取られ とられ 生き 残っ のこっ 受け付けられ 通っ とおっ",
        "てい てる とる て とり と",
        within(8, stops="。"),
        "か",
        within(12, stops="。"),
        "心配 しんぱい 見 み 確 たしか 気に きに 知 しり 教え おしえ わか 分か 調べ 聞き ? 不安 ふあん",
    ),
    (
        "取られ とられ 消え きえ 流れ ながれ 取り消され とりけされ なくなっ",
        "て と",
        within(5, stops="。"),
        "ない らん いか 心配 しんぱい か",
    ),
    (
        NOUN,
        maybe("は が って、 を も"),
        maybe("、"),
        within(6, stops="。"),
        f"{_MADE} なっ",
        "とり ちょり ており てい とる ちょる てる て",
        within(3, stops="。"),
        "か ? よね やろ",
    ),
    ("確認 かくにん", maybe("の を"), maybe("お"), "電話 でんわ だけ したい したく しよう し させ です"),
    (
        "行く いく 伺う うかがう 行かせ",
        "ことにな ことになっ ごとな ごとなっ ようにな",
        "って っと っとる",
        within(6, stops="。"),
        "よね か ね ?",
    ),
    (
        NOUN,
        maybe("して"),
        maybe("の しとる している"),
        "こと 件",
        maybe("で に"),
        maybe("ついて"),
        maybe("、"),
        either("$ 。", within(10, stops="。")),
        either("$ 。", "たず 尋 聞き きき 伺い うかがい お話 話 相談 わかる 分かる 教え"),
    ),
    ("ほんとに 本当に ちゃんと", within(4), NOUN, within(6), f"{_MADE} なっ"),
)
"""Whether it stands, or what it is."""
