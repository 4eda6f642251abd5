"""What may be said at any moment, wishes among free places, and slots named without a value."""

import re

from nlu.meaning import Command, Order
from nlu.question import Expect

_COMMANDS: tuple[tuple[Command, re.Pattern[str]], ...] = (
    (
        Command.AGENT,
        re.compile(
            r"係員|係り?の(?:[人者方]|ひと|かた)|係り?に|オペレータ|担当の?(?:[者人方]|ひと|かた)|担当者|職員|窓口の(?:人|方|ひと|かた)(?:と(?:話|お話|直接)|に(?:代|替|つな|繋|お願い|直接|話)|を?お願い)|人間|人[にとへ][、]?(?:代|変|替|かわ|つない|繋|話|お話|お願い)"
            r"|(?:誰|だれ)か(?:に|と)|(?:電話|直接).{0,3}(?:つない|繋)|かかりいん|かかりの(?:ひと|かた)|たんとーしゃ|たんとうしゃ|たん(?:とう|とー)の(?:ひと|かた|もの)|まどぐちの(?:ひと|かた)(?:と(?:はな|おはな)|に(?:か|つな|おねがい|はな))|おぺれーたー?|ひとにかわ|(?:にんげん|ひと)(?:と|に)(?:はな|つな|おねがい)|だれか(?:でて|に|と)|しょくいん"
        ),
    ),
    (
        Command.START_OVER,
        re.compile(
            r"(?:最初|始め|初め|はじめ|さいしょ|頭|あたま)から(?!\d)|[一1いち]からやり|やり直|やりなお"
        ),
    ),
    (
        Command.GOODBYE,
        re.compile(
            r"もういいです|もう結構|もうけっこう|予約は?(?:やめ|止め|しな(?!くても|ければ|いと)|しませ(?!んか)|いりません|要りません|いらない|結構)|(?:^|、|やっぱり?|今日は|もう)"
            r"(?:やめ|止め)(?:ます|とき|とく|てお|る)|切ります|さようなら|さよなら|またに?(?:します|かけ|電話|今度)|かけ直し|電話し?直"
            r"|あとでかけ|^失礼(?:し|いたし)ます|よやく(?:は)?しません|やめときます"
        ),
    ),
    (
        Command.REPEAT,
        re.compile(
            r"もう[一1いっ]+[度回かいぺんどち]|もっかい|もういっかい|もういちど|もういっぺん|もう1遍|聞こえ(?:ない|ませ|な|ん)|きこえ(?:な|ませ)"
            r"|聞き(?:取れ|とれ|逃|のが)|ききとれ|何て|なんて(?:言|い|おっしゃ|$)|何と(?:言|おっしゃ)|繰り返|くりかえ|^え[?？]?$|^えっ|^何(?:です|でしょう)か|^何[?？]?$|^なに$|^え、?(?:なん|何)(?:です|て)"
        ),
    ),
    (
        Command.BACK,
        re.compile(
            r"(?:戻|もど)(?:って|し)(?:$|[、。]|く|も|ほ|欲|お|て(?:$|[、。くもほお]))|(?:戻|もど)(?:る|りたい|れます)|[一1ひと]つ前|前の(?:質問|ところ)"
        ),
    ),
    (
        Command.SLOWER,
        re.compile(
            r"ゆっくり(?:と|め)?(?:に|で)?、?(?:お願い|おねがい|話|はな|しゃべ|喋|言|$|。|して)|早口|(?:速|早)すぎ|(?:話|しゃべり).{0,4}(?:速|早)い"
        ),
    ),
)
_ORDERS: tuple[tuple[Order, re.Pattern[str]], ...] = (
    (
        Order.EARLIEST,
        re.compile(
            r"(?:なるべく|なるたけ|できるだけ|出来るだけ|できれば|とにかく)(?:早|はや|すぐ|近い)|[一1]番(?:早|近)い|いちばん(?:早|はや|近)い|最短|最速|直近"
            r"|早ければ早い|早い(?:日|時間|とき|ほう|方)?(?:なら|が|で|に|ほど)|すぐ(?:に|が|で|$)|早め|空いて(?:い)?る(?:一番|中で)"
        ),
    ),
    (
        Order.ANY,
        re.compile(
            r"いつでも|何日でも|何曜日?でも|なんようび?でも|何時でも|なんじでも|なんにちでも|どの(?:日|時間)でも|いつだって|どこでも|(?:お)?任せ|おまかせ|空いて(?:い)?る(?:ところ|時間|日|とき)"
            r"|特に(?:希望|こだわり).{0,3}(?:な|ありません)"
        ),
    ),
)
_CHANGE = r"(?:を|が|は|の方を|だけ|も)?.{0,8}(?:変|かえ|替|違|ちが|間違|別|直|ほか|他)"
_TOPICS: tuple[tuple[Expect, re.Pattern[str]], ...] = (
    (Expect.TIME, re.compile(r"(?:お?時間|時刻|じかん)(?:" + _CHANGE + r"|の方|のほう|(?:を|です)?$)")),
    (
        Expect.DATE,
        re.compile(
            r"(?:日にち|日付|日程|ひにち|曜日|お?日取り|(?:^|[、。])日)(?:"
            + _CHANGE
            + r"|の方|のほう|(?:を|です)?$)"
        ),
    ),
    (
        Expect.PROCEDURE,
        re.compile(
            r"(?:お?手続き?|用件|要件|てつづき|ようけん)(?:" + _CHANGE + r"|の方|のほう|(?:を|です)?$)"
        ),
    ),
    (
        Expect.NAME,
        re.compile(r"(?:お?名前|氏名|なまえ)(?:" + _CHANGE + r"|が違|がちが|の方|のほう|(?:を|です|が)?$)"),
    ),
    (Expect.OFFICE, re.compile(r"(?:区?役所|くやくしょ|場所|どの区|(?:^|[、。])区)(?:" + _CHANGE + r"|を$)")),
)


def find_command(text: str) -> Command | None:
    """The first command that is named; a person before everything else."""
    return next((command for command, pattern in _COMMANDS if pattern.search(text)), None)


def find_order(text: str) -> Order | None:
    return next((order for order, pattern in _ORDERS if pattern.search(text)), None)


def find_topic(text: str) -> Expect | None:
    """「時間を変えたい」, or the bare 「日にち」 after 「どこが違いますか」."""
    return next((topic for topic, pattern in _TOPICS if pattern.search(text)), None)
