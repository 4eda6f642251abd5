"""Words said alone: numbers, counters, digits, everyday words, and words that no one has ever said."""

from random import Random

from ears.booking_talk import PLACES, SHORT_ANSWERS, SURNAMES
from ears.spoken_dates import clock, date

_COUNTERS = (
    "個 人 枚 回 階 番 台 本 冊 歳 泊 杯 円 年 か月 週間 分 時間 日間 番目 つ 年生 号 丁目 番地 号室 名 件 通 度 秒 割 パーセント".split(" ")
)  # fmt: skip
_DIGITS = "ゼロ レイ マル イチ ニ サン ヨン シ ゴ ロク ナナ シチ ハチ キュウ ク".split(" ")
_WORDS = (
    "朝 昼 夜 今 後 先 前 次 今日 明日 昨日 一昨日 今週 先週 来週 今月 先月 来月 今年 去年 来年 毎日 毎週 毎月 午前 午後 時間 時刻 期間 期限 "
    "最初 最後 途中 以上 以下 以内 以外 全部 半分 少し 多い 少ない 早い 遅い 長い 短い 高い 安い 近い 遠い 新しい 古い 良い 悪い 行く 来る 帰る "
    "待つ 話す 聞く 読む 書く 見る 言う 思う 知る 使う 払う 買う 送る 届く 受ける 始める 終わる 続ける 変える 戻る 忘れる 覚える 間違う 教える "
    "申し込む 問い合わせる 伺う 参る いたす いただく 電話 番号 名前 住所 職業 年齢 生年月日 家族 父 母 夫 妻 主人 息子 娘 孫 兄 弟 姉 妹 祖父 祖母 "
    "男 女 子ども 大人 赤ちゃん 先生 医者 看護師 患者 病院 薬局 薬 熱 咳 痛い 診察 検査 予防接種 手術 入院 退院 学校 会社 仕事 休み 銀行 郵便局 駅 "
    "バス 電車 車 タクシー 駐車場 入口 出口 窓口 受付 書類 用紙 はがき 手紙 封筒 印鑑 はんこ 免許証 保険証 通帳 写真 手数料 料金 税金 支払い 現金 "
    "代理 本人 委任状 相談 説明 質問 返事 連絡 確認 変更 取消 予約 希望 都合 予定 理由 場所 方法 問題 大丈夫 結構 無理 必要 便利 簡単 丁寧 親切 "
    "雨 雪 風 台風 天気 春 夏 秋 冬 東 西 南 北 右 左 上 下 中 外 赤 青 白 黒 水 お茶 コーヒー ご飯 魚 肉 野菜 果物 犬 猫 花 山 川 海 空 "
    "店 ホテル 旅館 部屋 風呂 席 椅子 机 階段 エレベーター トイレ 荷物 傘 眼鏡 時計 財布 鍵 洋服 靴 テレビ ラジオ パソコン メール インターネット"
).split(" ")  # fmt: skip
_MORAS = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワガギグゲゴザジズゼゾダデドバビブベボパピプペポ"
)  # fmt: skip
_YOON = (
    "キャ キュ キョ シャ シュ ショ チャ チュ チョ ニャ ニュ ニョ ヒャ ヒュ ヒョ ミャ ミュ ミョ リャ リュ リョ ギャ ギュ ギョ ジャ ジュ ジョ "
    "ビャ ビュ ビョ ピャ ピュ ピョ ファ フィ フェ フォ ティ ディ シェ ジェ チェ ウィ ウェ ウォ ヴァ トゥ デュ"
).split(" ")  # fmt: skip


def number(rng: Random) -> str:
    """A count, a price, a year or an age."""
    value = rng.choice((rng.randint(1, 10), rng.randint(1, 10), rng.randint(11, 99), rng.randint(100, 30_000)))
    return f"{value}{rng.choice(('', rng.choice(_COUNTERS), rng.choice(_COUNTERS)))}"


def digits(rng: Random) -> str:
    """Digits one by one, in groups as a telephone number is said."""
    groups = [rng.choices(_DIGITS, k=rng.randint(2, 4)) for _ in range(rng.choice((1, 1, 2, 3)))]
    between = rng.choice(("、", "ノ、", "…"))
    return between.join("".join(group) for group in groups) + rng.choice(("", "", "です"))


def birthday(rng: Random) -> str:
    """A date of birth."""
    era = rng.choice((f"昭和{rng.randint(1, 63)}年", f"平成{rng.randint(1, 30)}年", f"{rng.randint(1935, 2005)}年"))
    return f"{era}{rng.randint(1, 12)}月{rng.randint(1, 31)}日{rng.choice(('', '生まれです', 'です'))}"


def nonsense(rng: Random) -> str:
    """Two to six moras that make no word: every sound after every other."""
    moras: list[str] = []
    for place in range(rng.randint(2, 6)):
        kind = rng.random()
        if place and kind < 0.08 and moras[-1] not in "ッンー":
            moras.append("ー")
        elif place and kind < 0.16 and moras[-1] not in "ッンー":
            moras.append("ン")
        elif kind < 0.4:
            moras.append(rng.choice(_YOON))
        else:
            moras.append(rng.choice(_MORAS))
        if kind > 0.93 and place < 3:
            moras.append("ッ" + rng.choice("カキクケコサシスセソタチツテトパピプペポ"))
    return "".join(moras)


def word(office: list[str], rng: Random) -> str:
    """One short thing said alone."""
    kind = rng.random()
    if kind < 0.2:
        return number(rng)
    if kind < 0.32:
        return digits(rng)
    if kind < 0.37:
        return birthday(rng)
    if kind < 0.52:
        return rng.choice(_WORDS)
    if kind < 0.6:
        return rng.choice(SHORT_ANSWERS)
    if kind < 0.68:
        return date(rng)
    if kind < 0.74:
        return clock(rng)
    if kind < 0.8:
        return rng.choice(office)
    if kind < 0.85:
        return rng.choice((rng.choice(SURNAMES), rng.choice(PLACES)))
    return nonsense(rng)
