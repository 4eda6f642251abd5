"""Who and what a caller speaks of: kin, work, home, places, papers; and things that are no ward's business."""

from enum import StrEnum

from nlu.vocabulary.word import pair, pronounced


class Thing(StrEnum):
    KIN = "kin"
    SPOUSE = "spouse"
    CHILD = "child"
    GRANDCHILD = "grandchild"
    JOB = "job"
    STAFF_INSURANCE = "staff insurance"
    ADDRESS = "address"
    HOME = "home"
    FROM_OUTSIDE = "from outside"
    """A place outside of the city that somebody comes from."""
    TO_OUTSIDE = "to outside"
    WITHIN = "within"
    """Both homes are in the city."""
    FAMILY_REGISTER = "family register"
    AGE_20 = "age 20"
    AGE_75 = "age 75"
    SEAL = "seal"
    CARD = "card"
    """マイナンバーカード"""
    CERTIFICATE = "electronic certificate"
    PIN = "pin"
    PASSPORT = "passport"
    FUNERAL = "funeral"
    HOUSEHOLD = "household"
    OTHER = "other"
    """Of no procedure that a ward has."""


BROADER = {Thing.SPOUSE: Thing.KIN, Thing.CHILD: Thing.KIN, Thing.GRANDCHILD: Thing.CHILD}
PLACES = (Thing.FROM_OUTSIDE, Thing.TO_OUTSIDE, Thing.WITHIN)
"""Known with what joins them to a verb."""

_OUTSIDE = """市外=しがい 県外=けんがい 他県=たけん 他市=たし よそ よその市=よそのし よその町=よそのまち よその県=よそのけん 他の市=ほかのし ほかの市=ほかのし 別の市=べつのし 違う市=ちがうし
    他の県=ほかのけん ほかの県=ほかのけん 別の県=べつのけん 海外=かいがい 外国=がいこく 北海道=ほっかいどう 青森=あおもり 岩手=いわて 宮城=みやぎ 秋田=あきた 山形=やまがた 福島=ふくしま 茨城=いばらき
    栃木=とちぎ 群馬=ぐんま 埼玉=さいたま 千葉=ちば 東京=とうきょう 神奈川=かながわ 新潟=にいがた 富山=とやま 石川=いしかわ 福井=ふくい 山梨=やまなし 長野=ながの 岐阜=ぎふ 静岡=しずおか
    愛知=あいち 三重=みえ 滋賀=しが 京都=きょうと 大阪=おおさか 兵庫=ひょうご 奈良=なら 和歌山=わかやま 鳥取=とっとり 島根=しまね 岡山=おかやま 広島=ひろしま 山口=やまぐち 徳島=とくしま
    香川=かがわ 愛媛=えひめ 高知=こうち 福岡=ふくおか 佐賀=さが 長崎=ながさき 熊本=くまもと 大分=おおいた 宮崎=みやざき 鹿児島=かごしま 沖縄=おきなわ 札幌=さっぽろ 仙台=せんだい
    横浜=よこはま 川崎=かわさき 名古屋=なごや 神戸=こうべ 下関=しものせき 博多=はかた 久留米=くるめ 行橋=ゆくはし 中間市=なかまし 直方=のおがた 宗像=むなかた 苅田=かんだ 遠賀=おんが 水巻=みずまき 岡垣=おかがき 芦屋町=あしやまち 豊前=ぶぜん 田川=たがわ 飯塚=いいづか
    福津=ふくつ 古賀=こが 春日市=かすがし 大野城=おおのじょう 太宰府=だざいふ 筑紫野=ちくしの 糸島=いとしま 柳川=やながわ 大牟田=おおむた 鞍手=くらて 築上=ちくじょう みやこ町=みやこまち 中津=なかつ 別府=べっぷ
    宇部=うべ 周南=しゅうなん 岩国=いわくに 佐世保=させぼ 唐津=からつ 鳥栖=とす 関東=かんとう 関西=かんさい 東北=とうほく 四国=しこく 本州=ほんしゅう"""
_STANDS_OUT = 4
"""Kana."""

_AREAS = ("", "市", "県", "府", "都", "の方", "のほう")

_KINDS: dict[Thing, str] = {
    Thing.KIN: """父=ちち 母=はは 父親=ちちおや 母親=ははおや お父さん=おとうさん お母さん=おかあさん 父さん=とうさん 母さん=かあさん お父ちゃん=おとうちゃん お母ちゃん=おかあちゃん 父ちゃん=とうちゃん
        母ちゃん=かあちゃん おやじ 親父=おやじ おふくろ お袋=おふくろ じいさん ばあさん じいちゃん ばあちゃん おじいさん おばあさん おじいちゃん おばあちゃん じいじ ばあば 祖父=そふ 祖母=そぼ 兄=あに 姉=あね 弟=おとうと 妹=いもうと 兄さん=にいさん
        姉さん=ねえさん 兄ちゃん=にいちゃん 姉ちゃん=ねえちゃん きょうだい 兄弟=きょうだい 姉妹=しまい おじさん おばさん 叔父=おじ 伯父=おじ 叔母=おば 伯母=おば いとこ 従兄弟=いとこ 甥=おい 姪=めい 義父=ぎふ
        義母=ぎぼ 舅=しゅうと 姑=しゅうとめ 親=おや 両親=りょうしん 家族=かぞく 身内=みうち 親戚=しんせき 親類=しんるい 同居人=どうきょにん パパ ママ""",
    Thing.SPOUSE: """主人=しゅじん 夫=おっと 旦那=だんな 旦那さん=だんなさん 亭主=ていしゅ 妻=つま 家内=かない 女房=にょうぼう 嫁=よめ 嫁さん=よめさん 奥さん=おくさん つれあい 連れ合い=つれあい 配偶者=はいぐうしゃ
        相方=あいかた うちの人=うちのひと""",
    Thing.CHILD: """子=こ 子供=こども 子ども=こども 赤ちゃん=あかちゃん 赤ん坊=あかんぼう 赤子=あかご 息子=むすこ 娘=むすめ 長男=ちょうなん 次男=じなん 三男=さんなん 長女=ちょうじょ 次女=じじょ
        三女=さんじょ 男の子=おとこのこ 女の子=おんなのこ 双子=ふたご 第一子=だいいっし 第二子=だいにし 二人目=ふたりめ 三人目=さんにんめ""",
    Thing.GRANDCHILD: "孫=まご 孫娘=まごむすめ 初孫=はつまご ひ孫=ひまご 曾孫=ひまご",
    Thing.JOB: "会社=かいしゃ 仕事=しごと 勤め=つとめ 勤め先=つとめさき お勤め=おつとめ 職場=しょくば パート バイト アルバイト 勤務先=きんむさき 工場=こうじょう",
    Thing.STAFF_INSURANCE: "社会保険=しゃかいほけん 社保=しゃほ 会社の保険=かいしゃのほけん 職場の保険=しょくばのほけん 扶養=ふよう 健康保険組合=けんこうほけんくみあい",
    Thing.ADDRESS: "住所=じゅうしょ 住民票=じゅうみんひょう 住民登録=じゅうみんとうろく",
    Thing.HOME: "家=いえ アパート マンション 団地=だんち 新居=しんきょ 実家=じっか 借家=しゃくや 一軒家=いっけんや 新しい家=あたらしいいえ",
    Thing.WITHIN: """市内=しない 区内=くない 同じ市=おなじし 同じ区=おなじく 同じ町内=おなじちょうない 同じ町=おなじまち 同じ区の中=おなじくのなか 区の中=くのなか 市の中=しのなか 町内=ちょうない 校区=こうく 隣の区=となりのく 別の区=べつのく ほかの区=ほかのく 他の区=ほかのく よその区=よそのく 違う区=ちがうく 近所=きんじょ すぐ近く=すぐちかく 隣町=となりまち""",
    Thing.FAMILY_REGISTER: "籍=せき",
    Thing.AGE_20: "20歳=はたち 20歳=にじゅっさい 20才=はたち 二十歳=はたち 二十才=はたち 20=にじゅう はたち",
    Thing.AGE_75: "75歳=ななじゅうごさい 75才=ななじゅうごさい 七十五歳=ななじゅうごさい 七十五才=ななじゅうごさい 75=ななじゅうご 七十五=ななじゅうご 後期高齢者=こうきこうれいしゃ",
    Thing.SEAL: "印鑑=いんかん はんこ ハンコ=はんこ 判子=はんこ 実印=じついん 印鑑登録カード=いんかんとうろくかーど 印鑑カード=いんかんかーど 印鑑登録証=いんかんとうろくしょう",
    Thing.CARD: "マイナンバーカード=まいなんばーかーど マイナカード=まいなかーど マイナンバー=まいなんばー 個人番号カード=こじんばんごうかーど カード=かーど",
    Thing.CERTIFICATE: "電子証明書=でんししょうめいしょ 電子証明=でんししょうめい 電子=でんし",
    Thing.PIN: "暗証番号=あんしょうばんごう 暗証=あんしょう パスワード=ぱすわーど",
    Thing.PASSPORT: "パスポート=ぱすぽーと 旅券=りょけん",
    Thing.FUNERAL: "葬儀=そうぎ 葬式=そうしき お葬式=おそうしき 告別式=こくべつしき 通夜=つや 四十九日=しじゅうくにち",
    Thing.HOUSEHOLD: "世帯主=せたいぬし 世帯=せたい",
    Thing.OTHER: """犬=いぬ 猫=ねこ 子犬=こいぬ 子猫=こねこ 飼い主=かいぬし 飼い犬=かいいぬ 飼い猫=かいねこ 愛犬=あいけん ペット=ぺっと 金魚=きんぎょ 小鳥=ことり うさぎ 鶏=にわとり 牛=うし 豚=ぶた 電話=でんわ 携帯=けいたい スマホ=すまほ パソコン=ぱそこん
        テレビ=てれび 時計=とけい 電池=でんち 財布=さいふ 鍵=かぎ 荷物=にもつ 眼鏡=めがね 傘=かさ 車=くるま 自動車=じどうしゃ 軽自動車=けいじどうしゃ バイク=ばいく 原付=げんつき 自転車=じてんしゃ 銀行=ぎんこう
        口座=こうざ 通帳=つうちょう クレジットカード=くれじっとかーど キャッシュカード=きゃっしゅかーど ポイントカード=ぽいんとかーど 図書館=としょかん 図書カード=としょかーど etcカード=いーてぃーしーかーど 学生証=がくせいしょう 社員証=しゃいんしょう
        診察券=しんさつけん 定期券=ていきけん 回数券=かいすうけん 在留カード=ざいりゅうかーど 通知カード=つうちかーど 免許=めんきょ 免許証=めんきょしょう 運転免許=うんてんめんきょ 運転免許証=うんてんめんきょしょう
        障害者手帳=しょうがいしゃてちょう 療育手帳=りょういくてちょう 身体障害=しんたいしょうがい 障害年金=しょうがいねんきん 敬老パス=けいろうぱす 紙おむつ=かみおむつ おむつ タクシー券=たくしーけん 商品券=しょうひんけん
        給付金=きゅうふきん 一時金=いちじきん 出産一時金=しゅっさんいちじきん 出産育児一時金=しゅっさんいくじいちじきん 葬祭費=そうさいひ 自治会=じちかい 町内会=ちょうないかい 補助金=ほじょきん 助成金=じょせいきん 支援金=しえんきん 退職金=たいしょくきん 失業手当=しつぎょうてあて 失業保険=しつぎょうほけん 奨学金=しょうがくきん 生活保護=せいかつほご 市営住宅=しえいじゅうたく 県営住宅=けんえいじゅうたく
        罹災=りさい 被災=ひさい 診断書=しんだんしょ 埋葬=まいそう 改葬=かいそう 火葬=かそう 火葬場=かそうば 斎場=さいじょう 墓地=ぼち お墓=おはか 墓=はか 建築=けんちく 営業許可=えいぎょうきょか 飲食店=いんしょくてん
        結婚式=けっこんしき 披露宴=ひろうえん 七五三=しちごさん 成人式=せいじんしき 法事=ほうじ 法要=ほうよう
        名字=みょうじ 苗字=みょうじ 保証人=ほしょうにん 通知書=つうちしょ マイナポイント=まいなぽいんと ふるさと納税=ふるさとのうぜい""",
}  # fmt: skip

GENERAL = frozenset({"カード", "家", "電子", "パスワード", "暗証番号", "暗証"})
"""Words that are something else behind a word of another thing (病院のカード), so that short ones are known by their writing."""


def outside_places() -> tuple[str, ...]:
    """How places outside of the city are written, and read where that is long enough to be no piece of another word."""
    places = [pair(place) for place in _OUTSIDE.split()]
    heard = (form for _, said in places for form in (said, pronounced(said)) if len(said) >= _STANDS_OUT)
    return tuple({*(text for text, _ in places), *heard})


def things() -> list[tuple[Thing, str, str]]:
    """(kind, how it is written, its reading in hiragana) of every word."""
    found = [(kind, *pair(word)) for kind, words in _KINDS.items() for word in words.split()]
    for place, said in map(pair, _OUTSIDE.split()):
        for area in _AREAS:
            spoken = said + (
                "のほう"
                if area.startswith("の")
                else {"市": "し", "県": "けん", "府": "ふ", "都": "と"}.get(area, "")
            )
            found.append((Thing.FROM_OUTSIDE, place + area + "から", spoken + "から"))
            found += [(Thing.TO_OUTSIDE, place + area + to, spoken + to) for to in ("に", "へ", "え")]
    return found
