"""Answers that say neither yes nor no in so many words: 「駅から近い方がいいです」 to 「駅から近い宿がよろしいですか」.

They only lean: a score is at most 0.6, and nothing is found without the words of the question.
"""

import re

from nlu.meaning import Answer, Scored

_ASKS = re.compile(
    r"(?:です|ます|でしょう|ません|ました|たい|ない|る|の|た|だろう)(?:か|かね|かな|かしら)[ねぇ]?[?。]?$|[?]|か[?。]?$|かな|教えて|くださいますか|知りたい"
)
_DEPENDS = re.compile(
    r"(?:に|と)?よ(?:り(?:ます|けり)|って)|によ(?:る|り)|次第|場合|どちら(?:で|と)も|どっち(?:で|と)も|どれでも|何でも|なんでも|お?任せ|おまかせ|こだわ(?:り|ら)"
    r"|気にし(?:ない|ません)|分か(?:ら|り)|わから|考え|迷|悩|相談|検討|未定|決(?:め|ま)(?:て|って)(?:い)?(?:な|ま)|特に(?:希望)?(?:な|あ)|(?:れば|たら|なら).{0,12}(?:いい|良い|ですが|ですけど|けど|かな)"
    r"|どう(?:しよう|かな)|とりあえず|安ければ|値段"
)
_AGAINST = re.compile(
    r"(?:必要|予定|つもり|用)(?:は|も|が)?(?:ない|な[いく]|あり?ません|ございません)|(?:要|い)ら(?:な|ん)|(?:要|い)りません|不要|(?:無|な)くて(?:も|いい|良)|(?:でなく|じゃなく|ではなく)"
    r"|(?:ない|な[いし])(?:方|ほう)が|むしろ|もっと|もう少し|苦手|嫌|きらい|だめ|ダメ|無理|高すぎ|高い(?:です|な|ので)|避け|遠慮|困|不便|ません(?:ので|でした|から|$|。)"
    r"|ない(?:です|ので|んで|から|と(?:困|だめ|嫌|不))|持参|持って(?:い|行)|残念|他の|別の|違う|より(?:も)?.{0,12}(?:方|ほう)が|以外|いません|いない"
)
_FOR = re.compile(
    r"お願い|おねがい|希望(?:です|し|が)|(?:嬉|うれ)し|楽しみ|助か|ありがた|有難|有り難|必要(?:です|に|なの|で$|。)|欲し|ほし(?:い|く)|絶対|問題(?:は)?(?:ない|あり)|構いません|かまいません"
    r"|最高|素敵|(?:いい|良い|よい)(?:です|な|ね|と)|ぜひ|是非|その(?:方|ほう)|同じ|好き|大好|そうして|(?:ある|付い|つい)(?:て|と|た)|大丈夫|利用(?:し|する)|乗って|行きたい|したい|見たい|入りたい|食べたい"
)
_WORDS = re.compile(r"[一-龥々]+|[ァ-ヺー]{2,}|\d+")
_HIGHEST = 0.6


def lean(text: str, question: str) -> Scored[Answer] | None:
    """Which way an answer leans. None: neither, or the question's words are not known."""
    if not question or _ASKS.search(text) or _DEPENDS.search(text):
        return None
    against, in_favour = _AGAINST.search(text), _FOR.search(text)
    if against and not in_favour:
        return Scored(Answer.NO, 0.55)
    repeats = _shared(text, question)
    if against and in_favour:
        return Scored(Answer.NO, 0.5)
    if in_favour:
        return Scored(Answer.YES, _HIGHEST) if repeats or not _WORDS.search(text) else Scored(Answer.YES, 0.5)
    return None


def _shared(text: str, question: str) -> bool:
    return any(word in question for word in _WORDS.findall(text))
