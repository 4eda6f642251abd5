"""Things that a caller asks about whether they are to be brought."""

BROUGHT = "写真 しゃしん 免許証 めんきょしょう 保険証 ほけんしょう 身分証 みぶんしょう 通帳 つうちょう"
