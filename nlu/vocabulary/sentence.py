"""Words of a sentence that change what a day or a time in it is for: corrections, refusals, reasons, facts, questions to oneself."""

from collections.abc import Callable

from nlu.vocabulary.events import ACTS, OF_SOMEBODY, Act
from nlu.vocabulary.inflection import Inflection, ahead, over
from nlu.vocabulary.sounding_alike import BEHIND_NOUN, OTHER_NOUNS, OTHER_WORDS
from nlu.vocabulary.word import Word, pair, words

_THINKS = (
    "やったかね やったかな やったか やったっけ だったかな だったかね だったか だったっけ だっけ でしたっけ でしたかね やろか かな かね かしら やろうか だろうか がいいかな がいいかね がよかろうか がよかろか にしようかね にしようかな にしようか"
    " やったかいな だったかしら やったかのう かねえ かなあ になるかな がよかかな にしましょうか"
)
_ASKED = "何曜日 何曜 なんようび なんよう 何日 なんにち 何時 なんじ いつ どの日 何月 何月何日 何日の何時"

_NO_COMPARISON = tuple("前後早遅手あまはも")
"""What 「より」 is followed by where it compares nothing: より前, よりあと."""

_NOT = ("じゃない", "やない", "ではない", "でわない", "じゃなか", "やなか", "じゃなかった", "やなかった")
"""Before the とよ of who tells something: 3日じゃないとよ."""

OCCUPIES = ("Busy", "Occasion")
"""Kinds of words for what else is on a day of the caller's: 透析, 結婚式."""


def sentence_words() -> list[Word]:
    """All of them."""
    out: list[Word] = []
    out += words("Aside", None, [asked + thinks for asked in _ASKED.split() for thinks in _THINKS.split()])
    out += words(
        "Aside",
        None,
        "あれ えっとですね ちょっと待って ちょっと待ってね ちょっと待ってくださいね ちょっと待ってください 待ってくださいね できれば できたら 出来れば 忘れた",
    )
    out += words(
        "Correct",
        None,
        "違う ちがう 違った 違って 違い ちがい ちがわ ちごうた ちごた ちごうとった"
        " 間違えました 間違えた 間違い 間違 まちがえました まちがえた まちがい やっぱり やっぱ やはり 訂正 もとい ごめんなさい ごめん すみません すいません 失礼 失礼しました っち言うた っち言った って言った って言いました って言ってもわか って言うてもわか で言うたけど で言ったけど で言いましたけど で頼んだけど で予約したけど で取ったけど"
        " と言い と言いました と申しまし はやめて わやめて をやめて やめて はよして よして はキャンセルして をキャンセルして キャンセルして つもりでし つもりだっ つもりやっ 予定でした 予定だった 予定やった 思ってた 思っていた 思ってまし 思っていまし と思ったけど",
        never=("いけ", "すが"),
    )
    out += words("Object", None, "を ば")
    out += words(
        "Correct",
        None,
        "っていい っていう っちいう",
        never=("の", "もの", "もん", "やつ", "こと", "と", "紙", "書類"),
    )
    out += words("Correct", None, "いや いえ いやいや", never=("した", "して", "する", "だ", "な", "で"))
    out += words(
        "Negated",
        None,
        "じゃなくて じゃない じゃなかった じゃなく じゃねえ じゃのうて じゃのう ではなくて ではない ではなく ではなかった でわなくて でわなく でなくて でなく やなくて やない やのうて やなかった",
        never=(
            "と",
            "ですか",
            "も、",
            "も。",
            "もい",
            "もよ",
            "もえ",
            "もだ",
            "も大",
            "も構",
            "もか",
            "も結",
            "もけ",
            "もん",
            "もの",
            "いけ",
            "ても",
            "くても",
        ),
    )
    out += words(
        "Negated",
        None,
        "じゃありません ではありません でわありません やありません じゃございません ではございません",
        never=("か",),
    )
    out += words(
        "Negated",
        None,
        [f"{no}と{end}" for no in _NOT for end in ("よ", "です", "ばい", "たい", "やけど", "やけん", "だ")],
        never=("か", "う", "く", "り", "め"),
    )
    out += words("Correct", None, "あ っ", behind="^、。をはとで", ahead="、。") + words(
        "Correct", None, "よりも よりは より", never=_NO_COMPARISON
    )
    out += words(
        "Needs",
        None,
        "じゃないと じゃなくても でないと ではないと やないと じゃなきゃ やなかったら じゃなければ",
    )
    out += words(
        "Except",
        None,
        "以外 いがい を除く を除いて を除き のほか のほかは ほか 避けて を避けて は避けて を避け",
    )
    out += words("Topic", None, "は わ も だと やと だったら では じゃ でわ には にわ じゃあ だけは ならもう")
    out += words(
        "Busy",
        None,
        "がみえる が見える がみえます が見えます がみえて が見えて デイサービス デイケア ゲートボール 老人会 教室 稽古 会合 集まり 寄り合い ヘルパー 運動会 来客 診察 手術 入院 墓参り テレビ が来る がくる が来よる 仕事 用事 予定 用が 用のあ いっぱい 病院 通院 留守 旅行 デイ 透析 法事 葬式 混む 混んで 混みます 休み 休館 リハビリ 歯医者 医者 お医者 検査 眼科 歯科 内科 外科 耳鼻科 皮膚科 整形 接骨院 整骨院 診療 検診 健診 面会 付き添い 同窓会 納会 忘年会 新年会 三回忌 婦人会 町内会 自治会 命日 会議 面接 法要 当番 俳句 カラオケ 出勤 夜勤 当直 孫守 子守",
        never=("あと", "のあと", "帰り"),
    )
    out += words("Busy", None, "ほうじ", ahead="のがでや")
    out += words(
        "Busy",
        None,
        "びょういん つういん はいしゃ しごと しんさつ とうせき そうしき にゅういん しゅじゅつ かいぎ",
        never=("あと", "のあと", "かえり", "もな", "わな", "はな"),
    )
    out += words(
        "Refusal",
        None,
        "ちょっと いかんごと いけんごと いかんくな いけんくな だめ あかん ダメ 駄目 無理 むり 都合が 都合悪 行けな 避け 難し むずかし 嫌 困 忙し いそがし できな できません 来られ 来れ 行かれ 行けん 違 大丈夫じゃ だいじょうぶじゃ やめ よして 早すぎ はやすぎ 早過ぎ はや過ぎ 遅すぎ おそすぎ 遅過ぎ"
        " 早い はやい 早か 早く 遅い おそい 遅か 急 厳し きつ 埋ま つまらん 好かん おらん いません 空いてない 空いていない 空いてません 空いていません 空いてん 間に合わ 来れん 来られん 出られ 出れん 塞が ふさが わるい 悪い 弱い よわい 弱か よわか 弱く 苦手 にがて 起きれ 起きられ 起ききら ききらん ききりません いやです いやだ いやなん いやや もうなし もう無し",
        never=(
            "ほうが",
            "方が",
            "時間",
            "うち",
            "め",
            "ですかね",
            "でしょうか",
            "ですやろか",
            "やろうか",
            "だろうか",
        ),
    )
    out += words("Refusal", None, [f"{ride}{lacks}" for ride in _RIDES.split() for lacks in _LACKS.split()])
    out += words(
        "Because",
        None,
        "ので があって、 ありまして、 けん けぇ けえ けんね やけん やけ なので だから ですから ますから やから けんが さかい さけ もんで もんやけん ものですから ですので じゃけん",
    )
    out += words(
        "Because", None, "け", behind="るうくすたいむつ", ahead="、。$一二三四五六七八九十0123456789"
    )
    out += words(
        "Because",
        None,
        "やき やきね やきに やきん",
        ahead="、。$一二三四五六七八九十0123456789明今来次午朝昼夕月火水木金",
    )
    out += words(
        "Because",
        None,
        "き",
        behind="るうくすむんた",
        ahead="、。一二三四五六七八九十0123456789明今来次午朝昼夕",
    )
    out += words("Because", None, "んで なんで", never=("す", "しょ", "した", "し、", "しょう"))
    out += words("Because", None, "から", behind="るいたすだうむくぐぶぬつ") + words(
        "Because", None, "し", behind="るいたすだう", ahead="、。"
    )
    out += words(
        "Contrast",
        None,
        "けど けれど けども けれども ですけど ですけれど ばってん ばってんが やけど のに が、 ますが ですが やけども",
    )
    out += words(
        "Fact",
        None,
        "ですよね やろ でしょう でしょ やろう よね やもんね ですもんね でしたよね やったよね だよね ですよ だったね やったね だったな やったな ですね やね だね",
        ahead="、。$じだそほ",
    )
    out += words(
        "Positive",
        None,
        "空いて 空いと 大丈夫 だいじょうぶ いいです がいい でいい よか 行ける 行けます 行けそう お願い おねがい 助かり 都合がいい 都合がよ 都合がええ 都合が良 ありがたい",
    )
    out += words("Asking", None, "ですか でしょうか ますか ませんか かね かな か")
    out += words(
        "Or", None, "か とか と も または もしくは それか あるいは それと それとも あと でも か、だめなら"
    )
    out += words("Or", None, "や", never=tuple("ねっもけろなのでよ"))
    out += words(
        "Within",
        None,
        "だったら やったら なら だと でしたら のうち の中 は で には では に のうちの でしたら、できれば なら、できれば だったら、できれば なら、できたら のうちで ならば",
    )
    ends = [
        a + b
        for a in ("で", "に", "は", "が", "")
        for b in ("", "です", "お願いします", "おねがいします", "いいです", "いい", "よか")
    ]
    out += words("AnswerEnd", None, [e for e in ends if e and e[0] in "でにはが"], ahead="、。$")
    out += words(
        "SoftLink",
        None,
        "でお願いします お願いします がいいです でいいです がよか ごろ 頃 くらい から よ ですよ や です ですね で は が ね やね よ でも だと なら に ですけど なんですが なんですけど やけど じゃ の方 のほう",
    ) + words("Ah", None, "あ", ahead="、")
    out += words(
        "AfterIt",
        None,
        "そのあと その後 それから後 それからあと それ以降 それいこう それよりあと それより後 終わってから おわってから 済んでから すんでから それが済んだら それがすんだら それが終わったら それがおわったら",
    )
    out += words(
        "Occasion",
        None,
        "結婚式 けっこんしき 披露宴 結納 成人式 せいじんしき 卒業式 入学式 旅行 りょこう 海外 留学 りゅうがく 出張 しゅっちょう 就職 しゅうしょく 進学",
    )
    out += words(
        "BeforeIt",
        None,
        "それに間に合 それに間にあ それにまにあ それまで それまでに その前 そのまえ それより前 それよりまえ その前に そのまえに",
    )
    out += words(
        "Of-",
        None,
        "ちょうど ちょうどの きっかり きっちり ぴったり まるまる 丸々 だいたい すぐ もう また",
        behind="のら",
    )
    out += words("Soonest", None, "1番早い 一番早い いちばんはやい いちばん早い")
    out += words("Between", None, "間 あいだ")
    out += words("Only", None, "しか", never=("し", "ら", "た"))
    out += words(
        "Soft",
        None,
        "です ですね ですけど ですけれど なんですけど なんですけれども なんですが ですが で に の が は を ね やね よ じゃあ ほな えっと あの だね でお願いします お願いします ですねえ やけど の方で のほうで なんですけれど よね じゃ",
    )
    out += words(
        "Asks",
        None,
        "何曜日 何曜 なんようび なんよう 何日 何時 なんにち なんじ",
        never=("でも", "間", "が空", "があいて", "があいと", "なら空", "ならあいて", "なら大丈夫"),
    )
    out += words("Quoted", None, "って て とは っち")
    out += (
        words("Did", None, "ました まして てから とって っとる")
        + words("Did", None, "た", never=tuple("いらめびてけちもりくと"))
        + words(
            "Did",
            None,
            "たけん たけえ たけぇ 頼んだけん 済んだけん 呼んだけん 住んだけん 休んだけん たけど たけども たけれど たもん たとです たとよ たとやけど",
        )
        + words("Did", None, "て", behind="しっいりきえめれ", ahead="、。$い")
    )
    out += words("Born", None, "生年月日 誕生は") + words("Born", None, "生まれは 生まれが 生まれ年 うまれは")
    out += words("Refusal", None, "いけな いけん いかん いかれ", behind="はもゃでとがにわや、")
    out += words("Refusal", None, "いけま", behind="はもゃでとがにわや、", never=("す", "し"))
    out += words("Refusal", None, "行けま", never=("す", "し"))
    out += words("Since", None, "より", never=_NO_COMPARISON)
    return out + _told() + _others()


_RIDES = "バス ばす 電車 でんしゃ 汽車 きしゃ モノレール 便 足 あし 車 くるま"
_LACKS = "がない がなく がなか がのう が無 がありませ もない もなく もなか ものう も無 もありませ"

_AGES = "ろくじゅうご ななじゅう ななじゅうご はちじゅう はちじゅうご きゅうじゅう"
_LIFE = (Act.MOVE, Act.MARRY, Act.DIVORCE, Act.GIVE_BIRTH, Act.RETIRE)
_TO_THINGS = (Act.BE_BORN, Act.DIE, Act.LOSE, Act.RENEW, Act.QUIT)
"""Of these only verbs: 更新 is a wish."""

_NOT_AHEAD = (Act.DIE, Act.LOSE, Act.QUIT)
_OTHER_EVENTS = "転入 転居 転出 死亡 退院 入院"
"""What happens to people and leads to no counter by itself, or is the name of a procedure."""

_PAID = "年金 ねんきん 給料 きゅうりょう 手当 てあて ボーナス ぼーなす お金 おかね 仕送り しおくり"
_COMES = "入る 入り はいる はいり 出る 出ま でる でま 下りる 下りま おりる おりま 振り込まれ ふりこまれ"

MIN_SPOKEN = 3
"""Kana of a verb that is in no other one: not こす, which ends のこす."""


def _forms(inflected: Callable[[str, Inflection], tuple[str, ...]], *but: Act) -> list[str]:
    forms = []
    for act in (act for act in (*_LIFE, *_TO_THINGS) if act not in but):
        for how in (how for how in ACTS[act] if act in _LIFE or how is not Inflection.NOUN):
            for text, reading in map(pair, ACTS[act][how].split()):
                spoken = act is not Act.QUIT and text not in OF_SOMEBODY and len(reading) >= MIN_SPOKEN
                said = (text, reading) if spoken else (text,) if text != reading else ()
                forms += [form for one in dict.fromkeys(said) for form in inflected(one, how)]
    return forms + [form for word in _OTHER_EVENTS.split() for form in inflected(word, Inflection.NOUN)]


def _told() -> list[Word]:
    out = words("Happened", None, [*_forms(over), *["届いて", "届いた", "届きまし", "届いとる"]])
    out += words("WillHappen", None, [*_forms(ahead, *_NOT_AHEAD), "引っ越しを", "引越しを"])
    out += words("WillHappen", None, [f"{paid}が{end}" for paid in _PAID.split() for end in _COMES.split()])
    ages = [f"{age}{years}" for age in range(60, 101) for years in ("歳", "才", "")]
    ages += [f"{age}{years}" for age in _AGES.split() for years in ("さい", "")]
    out += words("WillHappen", None, [f"{age}に{end}" for age in ages for end in ("なる", "なり", "なっ")])
    return out + words(
        "BornAt",
        None,
        "生まれです 生まれの 生まれ、 生まれ。 生まれ",
        never=("て", "た", "ま", "る", "ち", "と"),
    )


def _others() -> list[Word]:
    """Words that hold one of days or times and are none."""
    asked_back = words("Other", None, "いつかちゃ", never=("ろ",))
    # なのかね behind an hour, written as a day: days come before hours.
    asked_back += words("Other", None, "7日ね 7日な 7日よね", behind="時半分")
    alike = words("Other", None, OTHER_WORDS) + words("Other", None, OTHER_NOUNS, ahead=BEHIND_NOUN)
    return (
        asked_back
        + alike
        + words(
            "Other",
            None,
            "つかあさい つかーさい 朝食 朝日 朝顔 朝刊 朝鮮 朝市 朝礼 朝倉 昼食 昼寝 昼休憩 昼ごはん 昼ご飯 お昼ご飯 お昼ごはん 夕焼け 夕食 夜間 夜勤 夜景 夜食 日本 日本語 毎日 時間 何時でも 何日でも 何曜日でも 時間帯 お時間"
            " 一日も早く 一日でも早く 一日中 1日中 一日仕事 四半期 世紀 1時間以内 以内 金額 水道 木村 土地 火事 日曜大工 朝ドラ 半額 月額 半分 一番 1番 年金 お正月前 丸一日 丸1日 まる一日 おねがい4月 おねがいしがつ お願い4月 いつか来 いつか行 いつかい いつかゆ いつかくる いつかは行 いつかや いつか取 いつかまた いつかその いつかちゅう いつかということ いつかっていうこと いつかっちゅう いつかと聞 いつかときい いつかち言 いつかちい いつかって言 いつかってい いつかって聞 いつかってき いつかと言 いつかとい いつかなあ いつかなー いつか言 いつからやっ いつからあい いつから開 いつからひら いつからなら いつからとれ いつから取れ いつからよやく いつから予約 いつからでき きょうび 今日び 盆も正月も ぼんもしょうがつも 盆も暮れも まえのひとより まえのひとが まえのひとは まえのひとも 今日のところ きょうのところ 今日は聞くだけ きょうはきくだけ 今日はお尋ねだけ 毎日が日曜 毎日日曜 まいにちがにちよう まいにちにちよう 四十九日 しじゅうくにち"
            " なのかどうか なのかわから なのか分から なのか教え なのかおし なのかな なのかね なのかも なのかしら なのか知 必要なのか ひつようなのか ものなのか もんなのか ことなのか いいのなのか 本当なのか ほんとなのか ほんとうなのか そうなのか どうなのか 何なのか なんなのか いつなのか どれなのか だれなのか どこなのか いくらなのか"
            " さいきんよう 最近よう かようわからん かようわかりません かよう分からん かよう分かりません かようしらん"
            " 行く日 いく日 ゆく日 着く日 届く日 空く日 開く日 働く日 聞く日 書く日 引く日 続く日"
            " 二十歳にな 二十歳にも 二十歳を 二十歳の娘 二十歳の息子 二十歳の孫 二十歳の子 二十歳の誕 いよる きよる による によるわ によるけ によるよ によるばい によるき によります しよる みよる りよる えよる れよる めよる",
        )
    )
