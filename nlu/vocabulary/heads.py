"""Words that many papers and procedures end on, so that they tell nothing by themselves: 罹災証明書 is no 証明書 of a ward's."""

from nlu.vocabulary.word import pair

_WORDS = """証明書=しょうめいしょ 証明=しょうめい 手当=てあて 年金=ねんきん 保険証=ほけんしょう 保険=ほけん 手帳=てちょう 届け=とどけ 届=とどけ 登録=とうろく 申請=しんせい 更新=こうしん
    手続き=てつづき 手続=てつづき 申し込み=もうしこみ 申込=もうしこみ 受け取り=うけとり 受取=うけとり 交付=こうふ カード=かーど 暗証番号=あんしょうばんごう パスワード=ぱすわーど 認定=にんてい
    番号=ばんごう 免除=めんじょ 変更=へんこう 入所=にゅうしょ 入園=にゅうえん 再設定=さいせってい 切り替え=きりかえ 相談=そうだん 医療=いりょう 写し=うつし 有効期限=ゆうこうきげん 期限=きげん
    新規=しんき 窓口=まどぐち コーナー=こーなー を取りたい=をとりたい を作りたい=をつくりたい を忘れた=をわすれた が切れる=がきれる が届いた=がとどいた ができた が必要になった=がひつようになった
    を取りに=をとりに に行く=にいく を預けたい=をあずけたい を登録したい=をとうろくしたい がロックされた=がろっくされた になった が終わった=がおわった した する"""
HEADS = tuple(map(pair, _WORDS.split()))
"""Written and as their reading."""

OWNERS = "方人者分私僕俺家員身族父母夫妻親子供孫兄姉弟妹庭主今次新旧度回月日年時市区"
"""What a word ends on that tells whose or when, before の: 母の年金, 今度の手当, 来月の更新."""

PEOPLE = (
    "わたし",
    "わたくし",
    "ぼく",
    "おれ",
    "うち",
    "じぶん",
    "ほんにん",
    "いま",
    "まえ",
    "さき",
    "ほか",
    "ぶん",
)
"""The same as they sound, where no thing of `things` is meant."""

BEHIND = (
    "予定",
    "希望",
    "手続",
    "申",
    "届",
    "加入",
    "脱退",
    "資格",
    "関係",
    "以外",
    "後",
    "前",
    "中",
    "時",
    "用",
    "分",
    "の",
    "等",
    "者",
)
"""What goes on from a short name without making it another: 転入予定, but not 介護福祉士."""

WHEN = "月日時年曜週"
"""The same where nothing stands between: 十二月四日証明書."""

SUCH_AS = ("やら", "とか", "だの")
"""Behind what is but an example: 保険とか年金とか."""
