"""Evidence for which way an answer leans, with its weight for yes, no and neither.

The words are ours, chosen with the whole of ASDC (Megagon Labs, CC BY 4.0) in view; the weights are a logistic
regression fitted on one half of its questions, rounded. Figures on ASDC flatter a little, since the words were chosen
knowing all of it.
"""

from nlu.vocabulary.phrase import Phrases, maybe, never, never_behind, several

Weights = tuple[float, float, float]
"""For yes, no, neither; they add up."""

BIAS: Weights = (-0.3, 0.2, 0.1)

IN_ANSWER: dict[str, tuple[Phrases, Weights]] = {
    "asks": (Phrases(("です ます でしょう たい ない る の た だろう ん", "か", maybe("ね な しら"), maybe("ね ぇ"), several("? 。 !"), "$"), ("?", "$"), ("かな かなあ", several("。 !"), "$"), ("か", several("? 。"), "$"), "教えて 知りたい"), (-0.5, -0.7, 1.2)),
    "asks_what": (Phrases("どんな どの どれ いくら いつ どこ くらいです くらいでか", ("どう", never("も")), ("何", never("も で"))), (-0.5, -0.4, 0.9)),
    "will_see": (Phrases("してみ 調べてみ 相談 確認 検討 聞いて 考えま 考えて 考えさ 考えた 迷 悩 待って"), (-1.0, -0.6, 1.5)),
    "depends": (Phrases("により による によって 次第 場合 未定 予定がわか 分から 分かり わから わかりません", ("決め 決ま", "て って", maybe("い"), "な ま")), (-1.0, -0.6, 1.6)),
    "whichever": (Phrases("どちらでも どちらとも どっちでも どれでも 何でも なんでも 任せ おまかせ 気にしない 気にしません 構わない こだわり こだわら"), (-0.9, -0.2, 1.1)),
    "particular": (Phrases("特に とくに 別に"), (-0.7, 0.4, 0.3)),
    "if2": (Phrases("れば たら なら"), (0.2, -0.6, 0.4)),
    "but": (Phrases(("です ます い だ る た", "が、 が。 けど、 けど。 けれど、 けれど。"), ("けど けれど が", maybe("。"), "$")), (-0.6, 0.0, 0.6)),
    "noneed": (Phrases(("必要 予定 つもり 用 希望", maybe("は も が"), "ない なく ありません あません ございません"), "要らな 要りません 要らん いらな いりません いらん 不要"), (-1.1, 1.3, -0.3)),
    "without": (Phrases(("無くても 無くて なくても なくて", "いい 良 よ 大丈夫 構 結構 平気"), "ないで ない方 ないほう なしで なし方 なしほう 無しで"), (-0.6, 0.9, -0.2)),
    "not_but": (Phrases("でなく じゃな ではな より むしろ もっと もう少し 他の 別の 違う 以外 逆に"), (-0.7, 0.8, -0.1)),
    "masen": (Phrases(("ません ないです ないので ないんで ないから ない", "。 ! よ ね $ ので から し です")), (0.2, 0.0, -0.2)),
    "dislike": (Phrases("苦手 嫌 きらい だめ ダメ 無理 高すぎ 高いです 高いな 高いので 避け 遠慮 困 不便 残念 不安 心配 怖 うるさ"), (-0.6, 0.7, -0.1)),
    "please": (Phrases("お願い おねがい ください 下さい"), (0.6, -0.1, -0.5)),
    "sore_de": (Phrases("それで そちら それが その方 そのほう そのよう そのまま その部屋 その条件 そこで そこに そこが そうして そうしま", ("そうです", never("ね"))), (0.9, -0.5, -0.3)),
    "glad": (Phrases("嬉し うれし 楽しみ 助か ありがた 有難 有り難 最高 素敵 魅力 好き 大好 好み 便利"), (0.8, -0.6, -0.2)),
    "need": (Phrases((never_behind("不"), "必要", "に なの で と $ 。"), "必須 絶対 欲し ほしい ほしく ないと なければ"), (0.1, -0.2, 0.1)),
    "fine": (Phrases("問題はない 問題はあり 問題は無 問題ない 問題あり 問題無 構いません かまいません 大丈夫 十分 okです"), (0.3, -0.1, -0.2)),
    "kekko": (Phrases("結構"), (0.0, 0.5, -0.5)),
    "good": (Phrases(("いい 良い よい", "です な ね と わ"), "いいです 良いです"), (0.6, -0.3, -0.3)),
    "hou": (Phrases("方が ほうが"), (0.2, 0.2, -0.4)),
    "gaii": (Phrases("がいい が良い がよい"), (-0.6, 0.4, 0.2)),
    "want": (Phrases("希望です 希望し 希望が たいです", ("たい", "$ 。 な と の")), (0.4, -0.1, -0.3)),
    "zehi": (Phrases("ぜひ 是非 もちろん 勿論 確かに"), (1.0, -1.0, -0.1)),
    "sou": (Phrases(("^", "そうですね そうね そうだ")), (0.9, -0.9, 0.0)),
    "un": (Phrases(("^", "うーん う~ん うん え、 えー")), (-0.4, 0.2, 0.3)),
    "yes": (Phrases(("^", "はい ええ"), ("^", "うん", never("ー"))), (2.1, -1.2, -0.9)),
    "no": (Phrases(("^", "いいえ いえ いや ううん")), (-0.9, 2.2, -1.3)),
    "demo": (Phrases("でもいい でも良い でも構 でも大丈夫 でも問題 てもいい ても良い ても構 ても大丈夫 ても問題 ても平気"), (-0.7, 0.3, 0.3)),
    "desu_ne": (Phrases(("ですね ますね", several("。 !"), "$")), (0.4, -0.7, 0.2)),
}  # fmt: skip
"""What is looked for in the answer."""

IN_QUESTION: dict[str, tuple[Phrases, Weights]] = {
    "q_offer": (Phrases("必要 利用 希望 探し しましょうか 要り いります ございますか ありますか 召し上が なさいますか されますか"), (0.2, -0.4, 0.2)),
    "q_accept": (Phrases("よろしい よろしかった 宜しい 宜しかった でいいです で良いです てもいいです ても良いです 構いません 大丈夫 ですが ますが"), (0.0, 0.0, 0.0)),
    "q_pref": (Phrases("がいい が良い がよい がよろし が宜し"), (0.0, 0.0, 0.0)),
    "q_how": (Phrases("いかが どうです どうでしょ"), (0.1, 0.2, -0.3)),
    "q_neg": (Phrases(("ない ません なし 無い", "が の 部屋 けど で")), (-0.4, 0.9, -0.5)),
    "q_or": (Phrases("どちら どの 何か もしくは"), (-0.4, -0.9, 1.3)),
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
