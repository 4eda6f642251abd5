"""What is asked or said to open a call, as one usually says it and as it sounds: what is misheard is known by the nearest."""

from nlu.meaning import Request
from nlu.vocabulary.phrase import Phrases, ahead, several, within

GREETINGS = [
    "おせわになります",
    "ごめんくださいおせわになります",
    "もしもしくやくしょですか",
    "おはようございます",
    "こんにちわ",
    "ちょっとおたずねします",
    "よやくおおねがいします",
    "よやくおおねがいしたいんですが",
    "よやくおとりたいんですが",
]

ASKED: dict[Request, str] = {
    Request.FEE: "おかねわいくらかかりますか いくらかかりますか てすうりょうわいくらですか おかねわなんぼいりますか",
    Request.PARKING: "ちゅうしゃじょうわありますか くるまわとめられますか くるまでいってもいいですか",
    Request.BRING: "なにおもっていけばいいですか もちものわなんですか なにがいりますか",
    Request.HOURS: "なんじまであいていますか なんじからあいていますか",
    Request.ACCESS: "くやくしょわどこですか じゅうしょおおしえてください どうやっていけばいいですか",
    Request.PROXY: "むすめがいってもいいですか かわりにいってもいいですか ほんにんでないとだめですか",
    Request.DURATION: "どのくらいかかりますか じかんわどのくらいかかりますか",
    Request.COUNTER: "まどぐちわどこですか まどぐちわなんかいですか",
}

_FILLER = "あのう あの えーと すみません もしもし"
OPENS = Phrases(("^", _FILLER, several(_FILLER), ahead(within(6, least=6))))
"""What is said before a saying and is none of it."""
