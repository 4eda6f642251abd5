"""Words of what other offices do, and of emergencies."""

from nlu.meaning import Elsewhere, Emergency
from nlu.vocabulary.phrase import Phrases, either, maybe, never, within

# Told and over (火事で焼けた家, 救急車で運ばれて), or only named (救急車の費用), it is no emergency.
EMERGENCIES: dict[Emergency, Phrases] = {
    Emergency.FIRE: Phrases(
        ("火事 かじ", "や", never("な")),
        ("火事 かじ", "です なんです だ ばい が起 が出 がお $ !"),
        ("家 うち 台所 隣 部屋 建物", "が から", "火"),
        ("家 うち 台所 隣 部屋 建物", "が から", "燃え", never("た てしま てなく")),
        ("火が出", never("た")),
    ),
    Emergency.AMBULANCE: Phrases(
        ("救急車 きゅうきゅうしゃ 救急", maybe("を お"), maybe("、"), "呼 よん よび お願い おねがい 頼 たのみ です 、 $"),
        ("倒れ たおれ", "てる ている ています とる ました たん"),
        ("息 いき", "を が", "し", maybe("て"), maybe("い"), "ない ません とらん"),
        "意識がない 意識がありません 意識がなか 意識ない 意識ありません 意識なか 血が止まら 血がとまら",
        ("胸が むねが", "苦しくて 苦しい 痛くて 痛い"),
    ),
    Emergency.POLICE: Phrases(
        ("警察 けいさつ パトカー", maybe("を に お"), maybe("、"), "呼んで 呼び よんで つないで 通報"),
        ("泥棒 どろぼう 強盗 ごうとう 不審者", "です が入 がいる がいます が来"),
        ("襲われ 殴られ 刺され", "て た まし"),
    ),
}  # fmt: skip
HELP = Phrases(("助けて", "ください くれ $ ! 、"), ("たすけて", "ください くれ $"))

TO_BE_PHONED = Phrases(
    ("番 ばん", "、 。 ! $"),
    (
        "番 ばん",
        maybe("に へ え を お"),
        maybe("、"),
        either(
            "お願い おねがい せな しな 通報して 通報て つうほうして つうほーして つーほうして つーほーして 電話して 電話て でんわして でんわて"
            " 連絡して かけて つない 繋 呼ん よん 回して",
            ("して", never("い")),
        ),
    ),
)
"""Behind the digits of 110 and 119."""

NAMED = Phrases("番です 番だ ばんです ばんだ")
A_NUMBER = Phrases("番号 ばんごう ばんごー 窓口 整理券 受付 うけつけ 札 ふだ 順番 じゅんばん 待ち まち")
"""Where such words stand, 110番 is the number of something else."""

ELSEWHERE: dict[Elsewhere, Phrases] = {
    Elsewhere.WATER: Phrases("水道 すいどう 断水 漏水 水漏れ みずもれ 下水"),
    Elsewhere.WASTE: Phrases(("ごみ ゴミ 塵", never("ん")), "粗大 収集日 回収日 不法投棄 し尿 くみ取り 汲み取り"),
    Elsewhere.TAX_OFFICE: Phrases("税務署 ぜいむしょ 確定申告 かくていしんこく 相続税 贈与税 所得税 消費税 インボイス 青色申告 e-tax etax イータックス"),
    Elsewhere.PENSION_OFFICE: Phrases(
        "厚生年金 年金事務所 年金機構 年金ダイヤル 年金ネット 年金の振り込み 年金の振込み 年金の支払い ねんきんじむしょ ねんきんきこう ねんきんネット ねんきんねっと"
    ),
    Elsewhere.POLICE_STATION: Phrases(
        "警察署 けいさつしょ 交番 こうばん 落とし物 おとしもの 遺失物 車庫証明 しゃこしょうめい",
        ("運転免許", never("証を持 証で")),
        ("免許証 免許", maybe("の"), "更新 切り替 切替 返納 書き換 書換"),
        ("めんきょ", maybe("しょーう しょー しょう しょ"), maybe("の"), "こうしん こーしん へんのう"),
        ("免許証 免許 めんきょしょー めんきょしょう めんきょ", "の", maybe("ほうの"), "住所 じゅうしょ じゅーしょ"),
    ),
    Elsewhere.FIRE_STATION: Phrases(("消防", never("団")), "しょうぼう しょーぼー"),
    Elsewhere.LEGAL_AFFAIRS: Phrases(
        "法務局 ほうむきょく ほーむきょく",
        ("登記", never("のため ため")),
        ("不動産 土地 建物 相続 会社", "の登記 登記"),
        ("不動産 土地 建物 家屋 家 マンション 山 田んぼ 畑 ふどうさん とち たてもの いえ まんしょん", "の", "名義 めいぎ めーぎ"),
    ),
    Elsewhere.IMMIGRATION: Phrases("入管 にゅうかん 入国管理 出入国 在留期間 在留資格 ビザ 帰化"),
    Elsewhere.JOB_CENTRE: Phrases("ハローワーク はろーわーく 職安 職業安定所 失業保険 失業手当 失業給付 雇用保険 仕事を探"),
    Elsewhere.HEALTH_CENTRE: Phrases("保健所 ほけんじょ 保健センター 予防接種 ワクチン わくちん 犬の登録 狂犬病 健康診断 がん検診 食中毒"),
    Elsewhere.HOSPITAL: Phrases(
        "市立病院 市立センター 医療病院 医療センター",
        ("病院 診察 外来 歯医者 眼科 内科", "の予約 予約"),
        ("びょういん しんさつ", "のよやく よやく"),
    ),
    Elsewhere.SCHOOL: Phrases(
        ("学校 がっこーう がっこー がっこう がっこ", maybe("の"), "入学 給食 手続 こと 制服 てつづき"),
        "教育委員会 転校 入学式 学童 がくどう 奨学金",
    ),
    Elsewhere.COURT: Phrases("裁判所 さいばんしょ 調停 相続放棄 そうぞくほうき 自己破産 成年後見"),
    Elsewhere.GAS_OR_POWER: Phrases(
        ("電気 ガス でんき がす", maybe("料金 代 の を が"), "止 開 停 契約 使 名義 支払 とめ つか"),
        "停電 九州電力 九電 西部ガス",
    ),
    Elsewhere.POST_OFFICE: Phrases("郵便局 ゆうびんきょく ゆーびんきょく 転送届 郵便の転送 書留 再配達"),
    Elsewhere.OTHER: Phrases(
        ("障害者 しょうがいしゃ しょーがいしゃ 身体障害 療育 りょういく", maybe("の"), "手帳 てちょう てちょー"),
        ("おむつ タクシー 商品 温泉 しょうひん", maybe("の"), "券 助成 支給 じょせい しきゅう"),
        ("隣 となり 近所 きんじょ 裏の家", within(6, stops="。、"), "うるさ やかまし 騒音 そうおん 迷惑 めいわく 枝 えだ"),
        ("街灯 がいとう 外灯 防犯灯 道路 どうろ 公園 側溝 カーブミラー", within(6, stops="。、"), "切れ きれ 消え きえ 壊れ こわれ 穴 あな 詰ま つま 直し なおし つかん"),
        ("市民税 住民税 固定資産税 自動車税 しみんぜい じゅうみんぜい", within(12, stops="。"), "高 たか 払え はらえ 払う はらう 通知 つうち 分割 滞納"),
        "市営住宅 しえいじゅうたく 県営住宅 けんえいじゅうたく 公営住宅 こうえいじゅうたく 市営の団地 市営団地",
        "野良猫 のらねこ 期日前投票 きじつぜんとうひょう 投票所",
    ),
    Elsewhere.TRANSPORT: Phrases(("バス", "の は が", "時 定期 遅 路線 乗"), ("モノレール ものれーる", never((maybe("の"), "駅 えき で から に 降り おり"))), "敬老パス 定期券"),
}  # fmt: skip
