"""Wards of cities, by name: written, and as they sound."""

from nlu.vocabulary.word import pair

_KITAKYUSHU = "門司=もじ 小倉北=こくらきた 小倉南=こくらみなみ 若松=わかまつ 八幡東=やはたひがし 八幡東=やわたひがし 八幡西=やはたにし 八幡西=やわたにし 戸畑=とばた"
WARDS = tuple(pair(word) for word in _KITAKYUSHU.split())
"""Without 区."""

CITY_HALL = "区役所 市役所 役所 くやくしょ しやくしょ やくしょ"
"""Of whichever ward: 区役所の人."""

WHEREABOUTS = "どの辺 どのへん どの辺り どのあたり どこら どこらへん どこら辺 どこらあたり どこら辺り どこいら どこいらへん どのへんあたり"
"""Where a place is, roughly."""

OFFICE = "区 く の区役所 のくやくしょ の役所 のやくしょ 役所 やくしょ"
"""Behind the name of a ward that is named."""

NEARER = "近 ちか いい よか ええ よろし 便利 べんり 都合 行きやす いきやす 変え かえ 替え"
"""Behind the one of two that is rather meant: 小倉南のほうが近い."""

FROM_THERE = "から に引っ越 に引越 にひっこ に転 にてん に聞いた にきいた で聞いた できいた に電話した にでんわした に尋ねた に行った で言われ 役所に聞いた 役所にきいた 役所で聞いた 役所に電話した 役所に行った 役所で言われ やくしょにきいた"
"""Behind a ward that somebody leaves or moves to, or was sent on from, and whose office is not meant."""
