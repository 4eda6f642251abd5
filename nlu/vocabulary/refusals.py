"""How a day or a time is given up for another one."""

from nlu.vocabulary.phrase import Phrases, maybe

IF_NOT = Phrases(
    (
        maybe("の のほう の方"),
        "が は も って",
        maybe("もう どうしても やっぱり"),
        "だめ ダメ 駄目 無理 むり いかん いけん つまらん いっぱい 一杯 埋まっと うまっと 埋まって うまって ふさがっと ふさがって 塞がっと 塞がって 取れん とれん 取れない とれない 空いとらん あいとらん 空いてない あいてない",
        maybe("ん と の る いる"),
        maybe("の"),
        "なら だったら やったら でしたら んやったら んだったら",
    )
)
"""Behind the one that cannot be had: 「10時がだめなら、9時でも」."""
