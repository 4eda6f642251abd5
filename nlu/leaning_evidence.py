"""Evidence for which way an answer leans, with its weight for yes, no and neither.

The patterns are ours, written with the whole of ASDC (Megagon Labs, CC BY 4.0) in view; the weights are a logistic
regression fitted on one half of its questions, rounded. Figures on ASDC flatter a little, since the patterns were chosen
knowing all of it.
"""

import re

Weights = tuple[float, float, float]
"""For yes, no, neither; they add up."""

BIAS: Weights = (-0.3, 0.2, 0.1)

IN_ANSWER: dict[str, tuple[re.Pattern[str], Weights]] = {
    "asks": (re.compile(r"(?:です|ます|でしょう|ません|ました|たい|ない|る|の|た|だろう|ん)(?:か|かね|かな|かしら)[ねぇ]?[?。!]*$|[?]$|か[?。]*$|教えて|知りたい|かなあ?[。!]*$"), (-0.5, -0.7, 1.2)),
    "asks_what": (re.compile(r"どんな|どの|どれ|どう(?!も)|いくら|何(?!も|で)|いつ|どこ|くらい(?:です|です?か)"), (-0.5, -0.4, 0.9)),
    "will_see": (re.compile(r"(?:し|聞い|調べ|考え|確認し|相談し)てみ|相談|確認|検討|聞いて|考え(?:ま|て|さ|た)|迷|悩|待って"), (-1.0, -0.6, 1.5)),
    "depends": (re.compile(r"によ(?:り|る|って)|次第|場合|決(?:め|ま)(?:て|って)(?:い)?(?:な|ま)|未定|予定がわか|分か(?:ら|り)|わから|わかりません"), (-1.0, -0.6, 1.6)),
    "whichever": (re.compile(r"どちら(?:で|と)も|どっちでも|どれでも|何でも|なんでも|任せ|おまかせ|気にし(?:ない|ません)|構わない|こだわ(?:り|ら)"), (-0.9, -0.2, 1.1)),
    "particular": (re.compile(r"特に|とくに|別に"), (-0.7, 0.4, 0.3)),
    "if2": (re.compile(r"(?:れば|たら|なら)"), (0.2, -0.6, 0.4)),
    "but": (re.compile(r"(?:です|ます|い|だ|る|た)(?:が|けど|けれど)[、。]|(?:けど|けれど|が)[。]?$"), (-0.6, 0.0, 0.6)),
    "noneed": (re.compile(r"(?:必要|予定|つもり|用|希望)(?:は|も|が)?(?:ない|な[いく]|あり?ません|ございません)|(?:要|い)(?:らな|りません|らん)|不要"), (-1.1, 1.3, -0.3)),
    "without": (re.compile(r"(?:無|な)くて(?:も)?(?:いい|良|よ|大丈夫|構|結構|平気)|(?:ない|なし)(?:で|方|ほう)|(?:無|な)しで"), (-0.6, 0.9, -0.2)),
    "not_but": (re.compile(r"でなく|じゃな|ではな|より(?:も)?|むしろ|もっと|もう少し|他の|別の|違う|以外|逆に"), (-0.7, 0.8, -0.1)),
    "masen": (re.compile(r"(?:ません|ないです|ないので|ないんで|ないから|ない)(?:[。!よね]|$|ので|から|し|です)"), (0.2, 0.0, -0.2)),
    "dislike": (re.compile(r"苦手|嫌|きらい|だめ|ダメ|無理|高すぎ|高い(?:です|な|ので)|避け|遠慮|困|不便|残念|不安|心配|怖|うるさ"), (-0.6, 0.7, -0.1)),
    "please": (re.compile(r"お願い|おねがい|ください|下さい"), (0.6, -0.1, -0.5)),
    "sore_de": (re.compile(r"それで|そちら|それが|その(?:方|ほう|よう|まま|部屋|条件)|そこ(?:で|に|が)|そうして|そうしま|そうです(?!ね)"), (0.9, -0.5, -0.3)),
    "glad": (re.compile(r"嬉し|うれし|楽しみ|助か|ありがた|有難|有り難|最高|素敵|魅力|好き|大好|好み|便利"), (0.8, -0.6, -0.2)),
    "need": (re.compile(r"(?<!不)必要(?:です|に|なの|で|と|$|。)|必須|絶対|欲し|ほし(?:い|く)|ないと|なければ"), (0.1, -0.2, 0.1)),
    "fine": (re.compile(r"問題(?:は)?(?:ない|あり|無)|構いません|かまいません|大丈夫|十分|okです"), (0.3, -0.1, -0.2)),
    "kekko": (re.compile(r"結構"), (0.0, 0.5, -0.5)),
    "good": (re.compile(r"(?:いい|良い|よい)(?:です|な|ね|と|わ)|いいです|良いです"), (0.6, -0.3, -0.3)),
    "hou": (re.compile(r"(?:方|ほう)が"), (0.2, 0.2, -0.4)),
    "gaii": (re.compile(r"が(?:いい|良い|よい)"), (-0.6, 0.4, 0.2)),
    "want": (re.compile(r"希望(?:です|し|が)|たいです|たい(?:$|。|な|と|の)"), (0.4, -0.1, -0.3)),
    "zehi": (re.compile(r"ぜひ|是非|もちろん|勿論|確かに"), (1.0, -1.0, -0.1)),
    "sou": (re.compile(r"^(?:そう(?:です)?ね|そうだ)"), (0.9, -0.9, 0.0)),
    "un": (re.compile(r"^(?:う[ー~]?ん|えーと|え[、ー])"), (-0.4, 0.2, 0.3)),
    "yes": (re.compile(r"^(?:はい|ええ|うん(?!ー))"), (2.1, -1.2, -0.9)),
    "no": (re.compile(r"^(?:いいえ|いえ|いや|ううん)"), (-0.9, 2.2, -1.3)),
    "demo": (re.compile(r"でも(?:いい|良い|構|大丈夫|問題)|ても(?:いい|良い|構|大丈夫|問題|平気)"), (-0.7, 0.3, 0.3)),
    "desu_ne": (re.compile(r"ですね[。!]*$|ますね[。!]*$"), (0.4, -0.7, 0.2)),
}  # fmt: skip
"""What is looked for in the answer."""

IN_QUESTION: dict[str, tuple[re.Pattern[str], Weights]] = {
    "q_offer": (re.compile(r"必要|利用|希望|お?探し|しましょうか|要り|いります|ございますか|ありますか|召し上が|なさいますか|されますか"), (0.2, -0.4, 0.2)),
    "q_accept": (re.compile(r"(?:よろし|宜し)(?:い|かった)|(?:で|ても)(?:いい|良い)です|構いません|大丈夫|なりますが|ですが|ますが"), (0.0, 0.0, 0.0)),
    "q_pref": (re.compile(r"が(?:いい|良い|よい|よろし|宜し)"), (0.0, 0.0, 0.0)),
    "q_how": (re.compile(r"いかが|どう(?:です|でしょ)"), (0.1, 0.2, -0.3)),
    "q_neg": (re.compile(r"(?:ない|ません|なし|無い)(?:が|の|部屋|けど|で|です)"), (-0.4, 0.9, -0.5)),
    "q_or": (re.compile(r"どちら|どの|どのよう|何か|もしくは"), (-0.4, -0.9, 1.3)),
}  # fmt: skip
"""What is looked for in the question."""

SHARED = "shared"
"""The answer takes up a word of the question."""

SHARED_WEIGHTS: Weights = (0.2, 0.1, -0.3)

TOGETHER: dict[tuple[str, str], Weights] = {
    ("not_but", "shared"): (-0.4, 0.0, 0.4),
    ("masen", "shared"): (-0.3, 0.4, -0.2),
    ("masen", "q_offer"): (-0.7, 0.7, 0.0),
    ("please", "shared"): (0.3, -0.3, 0.1),
    ("glad", "shared"): (0.5, -0.2, -0.3),
    ("need", "shared"): (0.4, 0.1, -0.5),
    ("fine", "q_accept"): (0.5, -0.9, 0.3),
    ("fine", "q_offer"): (-0.1, 0.7, -0.6),
    ("good", "q_pref"): (0.2, -0.2, 0.0),
}
"""Evidence that only counts in pairs: 「結構です」 after 「必要ですか」."""
