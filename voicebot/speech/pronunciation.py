"""Which writing of a sentence a Japanese front end reads as it must be heard."""

import jaconv
import pyopenjtalk

from prompts.sentence import Sentence

_VOWELS = {
    kana: vowel
    for vowel, row in {
        "あ": "あかがさざただなはばぱまやらわぁゃゎ",
        "い": "いきぎしじちぢにひびぴみりぃ",
        "う": "うくぐすずつづぬふぶぷむゆるぅゅゔ",
        "え": "えけげせぜてでねへべぺめれぇ",
        "お": "おこごそぞとどのほぼぽもよろをぉょ",
    }.items()
    for kana in row
}

_LENGTHENED_BY = {"あ": "あ", "い": "い", "う": "う", "え": "えい", "お": "おう"}

_SAME_SOUND = str.maketrans("をづぢ", "おずじ")


def front_end(text: str) -> str:
    """What Open JTalk's front end reads, in katakana; both Open JTalk and Kokoro speak from it."""
    return str(pyopenjtalk.g2p(text, kana=True, use_sudachi_kanji_yomi=False))


def sound(kana: str) -> str:
    """Kana with one spelling for each sound: long vowels as ー, no punctuation, を as お."""
    heard = ""
    vowel = ""
    for letter in jaconv.kata2hira(kana).translate(_SAME_SOUND):
        if letter == "ー" or (vowel and letter in _LENGTHENED_BY[vowel]):
            heard += "ー"
        elif "ぁ" <= letter <= "ゖ":
            heard += letter
            vowel = _VOWELS.get(letter, "")
    return heard


def writing(sentence: Sentence) -> str:
    """`text` where it is read right, for its kanji carry the accent; else `speech`."""
    if sound(front_end(sentence.text)) == sound(sentence.reading):
        return sentence.text
    return sentence.speech
