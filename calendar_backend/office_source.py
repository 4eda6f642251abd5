"""The text of an office file, with that of the file it is like."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from calendar_backend.errors import OfficeFileError
from calendar_backend.yaml_source import Plain, YamlProblem, YamlSource

DEPTH = 5
"""How many files may be like each other in a row."""


class OfficeSource:
    """Plain data out of one file, or of several that follow each other by `like`."""

    def __init__(self, path: str | Path, depth: int = DEPTH, content: bytes | None = None) -> None:
        """`like: other.yaml` takes from that file every key that does not stand in this one; the guide only with the procedures.

        `content`: what was sent from elsewhere under the name `path`; no file is read then, and nothing is like another.
        Raises OfficeFileError.
        """
        self.path = Path(path)
        self._sent = content is not None
        self._yaml = _parsed(self.path, _read(self.path) if content is None else content)
        self._base: OfficeSource | None = None
        self.data: Plain = self._yaml.data
        if isinstance(self.data, dict) and "like" in self.data:
            self._base = self._other(self.data["like"], depth)
            inherited = self._base.data if isinstance(self._base.data, dict) else {}
            own = {key: value for key, value in self.data.items() if key != "like"}
            if "procedures" in own:  # the guide names those of the other file
                inherited = {key: value for key, value in inherited.items() if key != "guide"}
            self.data = inherited | own

    def at(self, path: Sequence[str | int]) -> tuple[str, int]:
        """The file and the line, counted from 1, of a value; of its nearest parent if it is missing."""
        own = self._yaml.data
        if self._base and path and isinstance(own, dict) and path[0] not in own:
            return self._base.at(path)
        return str(self.path), self._yaml.line(path)

    def _other(self, like: Plain, depth: int) -> "OfficeSource":
        line = self._yaml.line(["like"])
        if self._sent:
            raise OfficeFileError(
                str(self.path),
                line,
                "like のあるファイルは受け取れません",
                "画面か voicebot office dump で書き出した、全部の書いてあるファイルを使ってください",
            )
        if not isinstance(like, str) or not like:
            raise OfficeFileError(
                str(self.path),
                line,
                "like にファイルの名前がありません",
                "like: ほかの役所のファイルの名前 と書いてください",
            )
        if depth <= 0:
            raise OfficeFileError(
                str(self.path),
                line,
                "like がいつまでも続きます",
                "like の書かれていないファイルを指してください",
            )
        path = self.path.parent / like
        if not path.is_file():
            raise OfficeFileError(
                str(self.path),
                line,
                f"ファイル「{like}」がありません",
                "このファイルのある場所から見た名前を書いてください",
            )
        return OfficeSource(path, depth - 1)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        problem = f"ファイルが読めません（{error.strerror}）"
        raise OfficeFileError(str(path), None, problem, "役所のファイルの場所を確かめてください") from error


@lru_cache(maxsize=8)
def _parsed(path: Path, content: bytes) -> YamlSource:
    """Once for all files that are like this one."""
    name = str(path)
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise OfficeFileError(
            name, line, "文字コードが UTF-8 ではありません", "UTF-8 を選んで保存し直してください"
        ) from error
    try:
        return YamlSource(text)
    except YamlProblem as error:
        remedy = "字下げ、コロン、引用符を前後の行と比べてください"
        raise OfficeFileError(name, error.line, error.problem, remedy) from error
