"""What an utterance means, and how sure that is."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Generic, TypeVar

from nlu.calling import Calling
from nlu.question import Existing, Expect

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Scored(Generic[T]):
    """A value with its score, 0 to 1."""

    value: T
    score: float


NUMBER_ALONE = 0.7
"""The highest score of a day or a time whose unit was not heard: 9."""


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A day (first == last) or a run of days, both ends included."""

    first: date
    last: date

    @property
    def single(self) -> bool:
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A start time (first == last) or a range of start times, both ends included."""

    first: time
    last: time
    about: bool = False
    """The caller said ごろ: near it will do."""

    @property
    def single(self) -> bool:
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Moved:
    """How far from where a booking is."""

    days: int = 0
    minutes: int = 0


class Bare(StrEnum):
    """The part of a day that alone was said: what was known before says which day it is."""

    DAY = "day"
    """10日, without its month"""
    WEEKDAY = "weekday"
    """木曜日, without its week"""
    THIRD = "third"
    """下旬, without its month"""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, a time, or both."""

    day: DateSpan | None = None
    time: TimeSpan | None = None


class Answer(StrEnum):
    YES = "yes"
    NO = "no"


class Command(StrEnum):
    """What may be said at any moment, whatever was asked."""

    REPEAT = "repeat"
    """もう一度"""
    AGENT = "agent"
    """係員"""
    START_OVER = "start_over"
    """最初から"""
    BACK = "back"
    """戻って"""
    SLOWER = "slower"
    """ゆっくり"""
    GOODBYE = "goodbye"
    """もういいです, やめます: the caller wants to end the call without a booking."""


class Order(StrEnum):
    """A wish among whatever is free."""

    EARLIEST = "earliest"
    """なるべく早く, 一番早い日"""
    ANY = "any"
    """いつでも"""
    LATEST = "latest"
    """一番遅い時間, of a day"""


class Request(StrEnum):
    """What a caller may want other than a new booking."""

    CHANGE = "change"
    """予約を変更したい"""
    CANCEL = "cancel"
    """予約を取り消したい"""
    CHECK = "check"
    """予約を確認したい"""
    LATE = "late"
    """遅れそうです"""
    CANNOT_COME = "cannot_come"
    """行けなくなりました"""
    CALLBACK = "callback"
    """折り返しお電話をください"""
    BRING = "bring"
    """持ち物は"""
    HOURS = "hours"
    """何時まで開いていますか"""
    OPEN_ON = "open_on"
    """土曜日は開いていますか: the days are in `Meaning.dates`."""
    OPEN_LATE = "open_late"
    """遅くまで開いている日はありますか"""
    LAST_OPEN = "last_open"
    """何日まで開いていますか, before the office closes for days"""
    FREE = "free"
    """空いているところは, いつが空いていますか"""
    DEADLINE = "deadline"
    """いつまでに出せばいいですか"""
    COUNTER = "counter"
    """何階ですか, どの窓口ですか"""
    DURATION = "duration"
    """どのくらいかかりますか"""
    WRONG_NUMBER = "wrong_number"
    """間違い電話です"""
    FEE = "fee"
    PARKING_FEE = "parking_fee"
    """駐車場はお金がかかりますか"""
    BY_PHONE = "by_phone"
    """この電話で予約できますか"""
    WALK_IN = "walk_in"
    """予約なしで行ってもいいですか, 今から行ってもいいですか"""
    PRIVACY = "privacy"
    """名前を何に使うんですか"""
    UNDECIDED = "undecided"
    """いつがいいかねえ, of the day that is asked for"""
    PROXY = "proxy"
    """代理でもいいですか"""
    SEAL = "seal"
    """はんこはいりますか"""
    CONVENIENCE_STORE = "convenience_store"
    """コンビニで取れますか"""
    PARKING = "parking"
    ACCESS = "access"
    """区役所はどこですか"""
    WELFARE = "welfare"
    """生活保護のことで"""
    COPIES = "copies"
    """二通いるんですが, 本籍の載ったのがいるんです: of what is read back or was just booked"""
    UNDO = "undo"
    """行けなくなったら、どうしたらいいですか"""
    WAITING_LIST = "waiting_list"
    """キャンセルが出たら電話をもらえますか"""
    REMINDER = "reminder"
    """はがきか何か、届きますか"""
    NAMELESS = "nameless"
    """名前は言わなくていいんですか"""
    SETTLED = "settled"
    """それで決まりですか, of what is read back"""
    CHANGE_COST = "change_cost"
    WHOSE = "whose"
    """変えると、ご迷惑になりますか, 取った覚えがないんですが, asked whether it is to be changed"""
    OTHER_NUMBER = "other_number"
    THIS_PHONE = "this_phone"
    BOTH_NUMBERS = "both_numbers"
    WHERE_NUMBER = "where_number"
    """マイナンバーでも, この電話の番号では, 名前では, どの番号ですか, where a booking's number is asked for"""
    ONE_EACH = "one_each"
    """二人分お願いできますか"""
    ERRANDS = "errands"
    """ほかに、何ができるんですか"""
    WEEKDAY = "weekday"
    """それは何曜日ですか"""
    MACHINE = "machine"
    """あんた機械？"""
    WHY = "why"
    """なんで時間まで言わんといけんと"""
    FRAUD = "fraud"
    """還付金の電話があって, ATMに行けと言われた"""
    CANCEL_COST = "cancel_cost"
    """キャンセル料はかかりますか; this and the next two only where it is asked whether to cancel."""
    CANCEL_AFTER = "cancel_after"
    """取り消したら、また一からですか"""
    OTHERS = "others"
    """ほかに予約は残っていませんか"""
    NUMBER = "number"
    """番号は変わりますか, 番号をなくしたんですが"""
    STANDS_UNTIL = "stands_until"
    """いまのが先に消えたら困る, where it is asked to when a booking is to be moved"""
    EXPLAIN = "explain"
    """どう違うんですか, of the procedures of `Question.procedures`; no other question has it."""


class Ordinal(StrEnum):
    """Which of several bookings, by their order."""

    EARLIEST = "earliest"
    """先のほう"""
    MIDDLE = "middle"
    """真ん中の"""
    LATEST = "latest"
    """あとのほう"""


class Emergency(StrEnum):
    """What 119 and 110 are for."""

    FIRE = "fire"
    AMBULANCE = "ambulance"
    POLICE = "police"


class Elsewhere(StrEnum):
    """What other offices than a ward's do. Who that is, and its number, is the city's data."""

    WATER = "water"
    WASTE = "waste"
    TAX_OFFICE = "tax_office"
    """The state's 税務署; taxes of the city are a procedure."""
    PENSION_OFFICE = "pension_office"
    POLICE_STATION = "police_station"
    """運転免許, 落とし物, 車庫証明"""
    FIRE_STATION = "fire_station"
    LEGAL_AFFAIRS = "legal_affairs"
    """法務局: 登記"""
    IMMIGRATION = "immigration"
    """在留期間の更新"""
    JOB_CENTRE = "job_centre"
    HEALTH_CENTRE = "health_centre"
    HOSPITAL = "hospital"
    SCHOOL = "school"
    """学校, 教育委員会"""
    COURT = "court"
    GAS_OR_POWER = "gas_or_power"
    POST_OFFICE = "post_office"
    TRANSPORT = "transport"
    """バス, モノレール"""
    OTHER = "other"
    """Whosever it is: 罹災証明書, 通帳の再発行, a move between two other towns."""


class Shift(StrEnum):
    """A wish to move away from what was offered: もう少し遅く, もっと先の日."""

    EARLIER_TIME = "earlier_time"
    LATER_TIME = "later_time"
    EARLIER_DAY = "earlier_day"
    LATER_DAY = "later_day"


@dataclass(frozen=True, slots=True)
class Excluded:
    """What was named only to be refused: 「木曜以外」, 「午前中はちょっと」. One of the fields is set."""

    days: DateSpan | None = None
    weekday: int | None = None
    """0 is Monday: every such day."""

    times: TimeSpan | None = None


@dataclass(frozen=True, slots=True)
class Impossible:
    """What was named but cannot be."""

    said: str
    """As the caller said it: 2月30日, 25時."""

    slot: Expect
    """DATE or TIME."""

    past: bool = False
    """A day that lies behind us: 昨日, 先週の火曜."""


@dataclass(frozen=True, slots=True)
class Detail:
    """Something that an office may ask besides."""

    name: str
    value: str
    """`NONE`: it is not needed; empty: it is, and which was not said."""

    score: float


NONE = "none"


@dataclass(frozen=True, slots=True)
class Meaning:
    """Everything found in one utterance. Empty tuples and None: not said. Best first."""

    spoken: bool = False
    """There were words, understood or not."""
    trails_off: bool = False
    """They end in the middle: 再来週の, えーと."""
    procedures: tuple[Scored[str], ...] = ()
    """Procedure ids. Several with close scores: ask which."""
    asked_for: tuple[str, ...] = ()
    """Ids of those whose name is asked for, or stands alone; of the others is only spoken: 15日が年金やけん."""
    needed: tuple[str, ...] = ()
    """Ids of those of which nothing is asked but whether they are needed: 戸籍謄本も要りますか."""
    timed_by: tuple[str, ...] = ()
    """Ids of those before or after which something else is to be: 介護のほうが終わってから."""
    joined: tuple[Scored[str], ...] = ()
    """What と joins to the best of `procedures`: one nearly heard (住民賞と印鑑証明), or several to choose from (住民票とパスポート)."""
    more: bool = False
    """What is named comes on top of what was named before, and does not take its place: 印鑑証明も, あと住民票."""
    moved: Moved | None = None
    """How far a booking is to move that is not known yet: 30分遅らせて, 一週間延ばして."""

    unchanged: tuple[Expect, ...] = ()
    """Which of day and time is to stay as it is: 時間は同じで, 日と時間はそのままで, 同じ日の."""
    dropped: tuple[str, ...] = ()
    """Ids of procedures that are not wanted, or in whose place another is: 年金はいりません, 住民票じゃなくて戸籍."""
    mistaken: bool = False
    """What is named is meant in the place of what was booked: ほんとに要るのは戸籍やったんです."""
    only: bool = False
    """Nothing but what is named is wanted: 戸籍だけで."""
    dates: tuple[Scored[DateSpan], ...] = ()
    bare: Bare | None = None
    """Set where `dates` are named by a part alone. They are the next such days; another may be meant."""
    times: tuple[Scored[TimeSpan], ...] = ()
    order: Order | None = None
    answer: Scored[Answer] | None = None
    answer_heard: float = 1.0
    """How probable the recognizer takes the words of the answer to be: all hypotheses together that answer so."""
    choice: Scored[int] | None = None
    """Index into Question.choices."""

    command: Command | None = None
    topic: Expect | None = None
    """A slot named without a value: 「時間を変えたい」 is TIME, 「日にちを」 DATE, 「手続きを」 PROCEDURE."""
    impossible: tuple[Impossible, ...] = ()
    moments: tuple[Scored[Moment], ...] = ()
    """`dates` and `times` as they were said together; of neither without the other."""
    otherwise: Moment | None = None
    """What is to be taken where these are not free: だめなら金曜の11時. A part that is None is as wished first."""

    excluded: tuple[Excluded, ...] = ()
    shift: Shift | None = None
    request: Request | None = None
    also: tuple[Request, ...] = ()
    """Further questions of the same breath: お金はなんぼで、家内に頼んでもいいとかね; without `request`, those behind a yes."""

    floor: bool = False
    """A COUNTER is asked for by where in the building it is."""
    weekday_of: DateSpan | None = None
    """The day whose weekday is asked, where it was named: 12月4日は何曜日ですか. It is no wish."""

    ordinal: Ordinal | None = None
    """Which of several bookings that stand: あとのほうの."""

    every: bool = False
    """Every one of them: 両方とも."""

    gives_back: bool = False
    """Nothing but which is meant, that it is given back, or why; only with CHOICE where `Question.standing`."""
    staying: tuple[str, ...] = ()
    """Ids of procedures whose booking stays while another one is spoken of, where `Question.standing`, `further` or `effect`."""
    touched: tuple[str, ...] = ()
    """Ids of procedures whose name is written anywhere, be it no wish; where `Question.standing` or `further`."""
    hindered: bool = False
    """A reason stands before a wish, or something that came up is told; only where `Question.standing`."""
    when_in_reason: bool = False
    """Something is said behind that reason, but no day and no time; only where `Question.standing`."""

    keeps: bool = False
    """It is not to be moved or given back after all: 変えんでいいです, 取り消さないで."""

    anew: bool = False
    """A new booking, where there is none: そんなら新しく予約してください."""

    existing: Existing | None = None
    """Where `Question.existing` is asked; unasked, only SECOND: もう1件予約したい."""
    digits: tuple[Scored[str], ...] = ()
    """A telephone or booking number, digits only. Unless it was asked for, not looked for beside a day or a time."""
    names: tuple[Scored[str], ...] = ()
    """Readings in katakana, surname and given name with a space between. Only when the name was asked for."""
    offices: tuple[Scored[str], ...] = ()
    """Ids of `Question.offices`. Several with the same score (こくら): ask which."""
    ward: str = ""
    """A ward of a city whose office may be meant, whatever is asked: 八幡西区."""
    people: Scored[int] | None = None
    """How many are coming: 二人で, 3名."""
    details: tuple[Detail, ...] = ()
    life_event: str = ""
    """The id of a life event that was told with a question what is to be done then; no procedure is named by its name.
    `answer`: whether what has to be handed in then is with the office."""
    answers: tuple[str, ...] = ()
    """Ids of `Question.answers`."""
    calling: Calling | None = None
    """Only where `Question.phones_back`."""
    usual: bool = False
    """What it is for is told by an earlier time alone, where it was asked for: いつものやつ."""
    unknown: bool = False
    """The caller does not know what was asked: わかりません, 忘れました, 手元にありません."""
    emergency: Emergency | None = None
    elsewhere: Elsewhere | None = None
    foreign: str | None = None
    """The language of a caller who speaks no Japanese: `zh`, or `en` for any other."""
    greets: bool = False
    """Nothing but how a call is opened: もしもし、区役所ですか, 予約をお願いしたいんですが."""
    hard_of_hearing: bool = False
    """え？, 聞こえません, もっと大きい声で."""
    closes: bool = False
    """Nothing more is wanted of a talk: 用はそれだけです, ありがとう、コンビニで取ります."""
    asks: bool = False
    """A question, whatever it is about."""
    apart: tuple[str, ...] = ()
    """Ids of procedures that are to be booked by themselves, on another day than what is read back: 年金も、それは別の日で."""
    checks: bool = False
    """Asks whether something is so; only of what is read back: 二日は水曜やろ？, カードがいるとやったね."""

    talks: bool = False
    """A whole sentence of which nothing was understood: it was heard, and is no answer."""

    @property
    def understood(self) -> bool:
        """Whether anything at all was found."""
        found = (
            self.procedures, self.dropped, self.dates, self.times, self.order, self.unchanged, self.answer, self.choice,
            self.command, self.topic, self.impossible, self.excluded, self.shift, self.request, self.existing, self.digits,
            self.names, self.offices, self.ward, self.people, self.details, self.unknown, self.emergency,
            self.elsewhere, self.foreign, self.greets,
        )  # fmt: skip
        return any(found)
