"""Words as a recognizer writes them by their sound alone: ひにちおかえたい, よおございます."""

from nlu.vocabulary.phrase import Phrases, ahead, never_behind

OBJECT = Phrases(
    (
        never_behind("^ 、 。 の"),
        "お",
        ahead(
            "かえた かえて かえま かえら かえる へんこう へんこー ずらし ずらせ うつし とりけ とりた とりや とって いどう きゃんせる けして けしたい やめ まちが わすれ だした つくり"
        ),
    )
)
"""お for を."""

WELL = Phrases(("よ", "お", ahead("じ ござ わか きこえ ない")))
"""よお for よう."""
