"""What pydantic found wrong in an office file, in words that need no knowledge of the library."""

from pydantic_core import ErrorDetails

Path = tuple[str | int, ...]
"""Keys and indexes that lead to a place in the file."""

_REMEDIES = {
    "int_parsing": "整数を書いてください",
    "int_type": "整数を書いてください",
    "int_parsing_size": "もっと小さい数を書いてください",
    "bool_parsing": "true か false を書いてください",
    "greater_than_equal": "{ge} 以上の数を書いてください",
    "less_than_equal": "{le} 以下の数を書いてください",
    "tuple_type": "「- 」で始まる行を並べて、一覧にしてください",
    "too_short": "1つ以上書いてください",
    "too_long": "{max_length} 個までにしてください",
    "model_type": "下の行に、字下げして「名前: 値」を書いてください",
    "model_attributes_type": "下の行に、字下げして「名前: 値」を書いてください",
    "string_type": "コロンの後ろに文字を書いてください",
    "string_too_short": "1文字以上書いてください",
    "string_too_long": "{max_length} 文字までにしてください",
    "string_pattern_mismatch": "1 から 9 までの数字を1つ書いてください",
    "literal_error": "{expected} と書いてください",
}
"""By pydantic's type of error, filled with its context."""


def explain(error: ErrorDetails) -> tuple[str, str]:
    """Problem and remedy, Japanese, without the closing mark."""
    field = next((str(step) for step in reversed(error["loc"]) if isinstance(step, str)), "ファイル全体")
    kind, given, context = error["type"], error.get("input"), error.get("ctx", {})
    if kind == "missing":
        return f"「{field}」がありません", f"「{field}: …」の行を足してください"
    if kind == "extra_forbidden":
        return f"「{field}」という名前は使えません", "つづりを直すか、その行を消してください"
    if kind == "value_error" and len(context["error"].args) == 2:
        problem, remedy = context["error"].args
        return f"{field}: {problem}", remedy
    if given == "":
        return f"「{field}」に値がありません", "コロンの後ろに値を書いてください"
    if isinstance(given, str) and kind in ("too_short", "too_long"):
        kind = f"string_{kind}"
    shown = (
        "一覧" if isinstance(given, list) else "名前と値の組" if isinstance(given, dict) else f"「{given}」"
    )
    remedy = _REMEDIES.get(kind, error["msg"]).format(**context)
    return f"{field} に{shown}は書けません", remedy
