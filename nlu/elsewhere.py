"""What a ward's counter is the wrong place for: emergencies, and what other offices do."""

import re

from nlu.digit_words import runs
from nlu.meaning import Elsewhere, Emergency

# Told and over (火事で焼けた家, 救急車で運ばれて), or only named (救急車の費用), it is no emergency.
_EMERGENCIES: tuple[tuple[Emergency, re.Pattern[str]], ...] = (
    (
        Emergency.FIRE,
        re.compile(
            r"(?:火事|かじ)(?:です|なんです|だ|や|ばい|が(?:起|出|お)|$|[!！])|(?:家|うち|台所|隣|部屋|建物)(?:が|から)(?:燃え(?!た|て(?:しま|なく))|火)|火が出(?!た)"
        ),
    ),
    (
        Emergency.AMBULANCE,
        re.compile(
            r"(?:救急車|きゅうきゅうしゃ|救急)(?:を|お)?、?(?:呼|よん|よび|お願い|おねがい|頼|たのみ|です|、|$)|(?:倒れ|たおれ)(?:てる|てい(?:る|ます)|とる|ました|たん)|(?:息|いき)(?:を|が)し(?:て)?(?:い)?(?:ない|ません|とらん)"
            r"|意識(?:が)?(?:ない|ありません|なか)|血が(?:止まら|とまら)|(?:胸|むね)が(?:苦し|痛)(?:くて|い)"
        ),
    ),
    (
        Emergency.POLICE,
        re.compile(
            r"(?:警察|けいさつ|パトカー)(?:を|に|お)?、?(?:呼(?:んで|び)|よんで|つないで|通報)|(?:泥棒|どろぼう|強盗|ごうとう|不審者)(?:です|が(?:入|いる|います|来))"
            r"|(?:襲われ|殴られ|刺され)(?:て|た|まし)"
        ),
    ),
)
_HELP = re.compile(r"助けて(?:ください|くれ|$|[!！、])|たすけて(?:ください|くれ|$)")
_NUMBERS = {"110": Emergency.POLICE, "119": Emergency.AMBULANCE}
_POLICE_BY_SOUND = re.compile("(?<!ん)ひゃくと[おー](?=ばん)")
"""How 110 is read as the number of the police; any other number is read じゅう."""

_TO_BE_PHONED = re.compile(
    r"(?:番|ばん)(?:[、。!！]|$|(?:に|へ|え|を|お)?、?(?:お願い|おねがい|して(?!い)|せな|しな|通報し?て|つ[うー]ほ[うー]して|電話し?て|でんわして|連絡して|かけて|つない|繋|呼ん|よん|回して))"
)
_NAMED = re.compile(r"(?:番|ばん)(?:です|だ)")
_A_NUMBER = re.compile(r"番号|ばんご[うー]|窓口|整理券|受付|うけつけ|札|ふだ|順番|じゅんばん|待ち|まち")
_ELSEWHERE: tuple[tuple[Elsewhere, re.Pattern[str]], ...] = (
    (Elsewhere.WATER, re.compile(r"水道|すいどう|断水|漏水|水漏れ|みずもれ|下水")),
    (Elsewhere.WASTE, re.compile(r"(?:粗大|燃える|燃えん|資源|生)?(?:ごみ|ゴミ|塵)(?!ん)|粗大|収集日|回収日|不法投棄|し尿|くみ取り|汲み取り")),
    (Elsewhere.TAX_OFFICE, re.compile(r"税務署|ぜいむしょ|確定申告|かくていしんこく|相続税|贈与税|所得税|消費税|インボイス|青色申告|e-?tax|イータックス")),
    (Elsewhere.PENSION_OFFICE, re.compile(r"年金(?:事務所|機構|ダイヤル|ネット|の振り?込み|の支払い)|ねんきん(?:じむしょ|きこう|ネット|ねっと)|厚生年金")),
    (Elsewhere.POLICE_STATION, re.compile(r"警察署|けいさつしょ|交番|こうばん|運転免許(?!証を持|証で)|免許証?の?(?:更新|切り?替|返納|書き?換)|めんきょ(?:しょー?う?)?の?(?:こうしん|こーしん|へんのう)|落とし物|おとしもの|遺失物|車庫証明|しゃこしょうめい")),
    (Elsewhere.FIRE_STATION, re.compile(r"消防(?!団)|しょうぼう|しょーぼー")),
    (Elsewhere.LEGAL_AFFAIRS, re.compile(r"法務局|ほうむきょく|ほーむきょく|登記(?!の?ため)|(?:不動産|土地|建物|相続|会社)(?:の)?登記")),
    (Elsewhere.IMMIGRATION, re.compile(r"入管|にゅうかん|入国管理|出入国|在留(?:期間|資格)|ビザ|帰化")),
    (Elsewhere.JOB_CENTRE, re.compile(r"ハローワーク|はろーわーく|職安|職業安定所|失業(?:保険|手当|給付)|雇用保険|仕事を探")),
    (Elsewhere.HEALTH_CENTRE, re.compile(r"保健所|ほけんじょ|保健センター|予防接種|ワクチン|わくちん|犬の登録|狂犬病|健康診断|がん検診|食中毒")),
    (Elsewhere.HOSPITAL, re.compile(r"(?:市立|医療)(?:病院|センター)|(?:病院|診察|外来|歯医者|眼科|内科)の?予約|(?:びょういん|しんさつ)の?よやく")),
    (Elsewhere.SCHOOL, re.compile(r"(?:(?:小|中|高)?学校|がっこー?う?)の?(?:転校|入学|給食|手続|こと|制服|てつづき)|教育委員会|転校|入学式|学童|がくどう|奨学金")),
    (Elsewhere.COURT, re.compile(r"裁判所|さいばんしょ|調停|相続放棄|そうぞくほうき|自己破産|成年後見")),
    (Elsewhere.GAS_OR_POWER, re.compile(r"(?:電気|ガス|でんき|がす)(?:料金|代|の|を|が)?(?:止|開|停|契約|使|名義|支払|とめ|つか)|停電|九州電力|九電|西部ガス")),
    (Elsewhere.POST_OFFICE, re.compile(r"郵便局|ゆうびんきょく|ゆーびんきょく|転送届|郵便の転送|書留|再配達")),
    (Elsewhere.TRANSPORT, re.compile(r"(?:市営)?バス(?:の|は|が)(?:時|定期|遅|路線|乗)|モノレール|ものれーる|敬老パス|定期券")),
)  # fmt: skip


def find_emergency(text: str, digits: bool = False) -> Emergency | None:
    """`text`: normalized, or a reading; `digits`: a number was asked for, so that 「110番です」 tells one."""
    found = next((kind for kind, pattern in _EMERGENCIES if pattern.search(text)), None)
    return found or _number(text, digits) or (Emergency.AMBULANCE if _HELP.search(text) else None)


def _number(text: str, digits: bool) -> Emergency | None:
    """110 or 119 as a whole number that is to be phoned: not the end of 四千七百十番, not 110番地, not 110番の窓口."""
    numbers = [(run.end, _NUMBERS.get(run.digits)) for run in runs(text)]
    numbers += [(m.end(), Emergency.POLICE) for m in _POLICE_BY_SOUND.finditer(text)]
    for end, kind in numbers:
        if kind and (
            _TO_BE_PHONED.match(text, end)
            or (_NAMED.match(text, end) and not digits and not _A_NUMBER.search(text))
        ):
            return kind
    return None


def find_elsewhere(text: str) -> Elsewhere | None:
    """`text`: normalized, or a reading."""
    return next((kind for kind, pattern in _ELSEWHERE if pattern.search(text)), None)
