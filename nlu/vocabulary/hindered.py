"""What stands before いけん where it tells of nobody who cannot come."""

MUST = "な んと ると にゃ にゃあ ねば んば なきゃ なくちゃ んと、 んば、 にゃ、"
"""It has to be done: 「保証人にならんといけんごとなって」."""

FAILS = "が 膝は 膝も ひざは ひざも 腰は 腰も こしは こしも 足は 足も あしは あしも 目は 目も 耳は 耳も 体は 体も からだは からだも 頭は"
"""Before もう: a part of the body is bad, 「膝がもういけん」."""
