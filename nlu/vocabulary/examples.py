"""Words behind the names of procedures that are but examples of what one counter does, or of what an age brings."""

from nlu.vocabulary.phrase import Phrases, either, maybe, within

ONE_STOP = Phrases(
    (
        either(
            "やら とか だの なんか",
            (maybe("を ば お の"), within(6, stops="。、"), "たり"),
        ),
        within(24, stops="。?"),
        "いっぺん 一度に いちどに 一度で いちどで まとめ 一か所 一カ所 いっかしょ 一回で いっかいで 全部 ぜんぶ 一つの ひとつの",
        within(14, stops="。?"),
        "窓口 まどぐち コーナー こーなー ところ とこ",
    )
)
"""年金やら保険やらをいっぺんにしてくれる窓口."""

BEREAVED = Phrases(
    "葬 そうぎ そーぎ そうしき そーしき 亡 死んだ 死にま 死んで しにまし しんだ 死亡 しぼう しぼー なくなりま なくなった なくなって 見送 みおく 他界 先立 さきだ"
)
"""Somebody died, whoever handed in the notice."""

REPLACED_BY_AGE = Phrases(
    (
        maybe("証 しょう しょー"),
        either(
            ("が は も の わ", within(6, stops="。、"), "変わ かわ 替わ 切り替 きりか"),
            ("から", within(8, stops="。、"), "変わ かわ 替わ 切り替 きりか"),
            ("が は わ", maybe("、"), "どう どー どげ"),
        ),
    )
)
"""75になると健康保険が変わる: not the one that is left."""
