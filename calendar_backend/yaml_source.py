"""A YAML text with the line of everything in it.

All scalars stay text as the clerk wrote them: YAML 1.1 would read an unquoted 8:30 as 510 and a
telephone number with a leading zero as octal.
"""

from collections.abc import Sequence

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

Plain = str | list["Plain"] | dict[str, "Plain"]

MOST_VALUES = 50_000
"""An office of a city has some thousand. References (`*name`) count each time: a few lines of them make billions."""


class YamlProblem(Exception):
    """The text is not usable YAML; the problem is told in Japanese."""

    def __init__(self, line: int | None, problem: str) -> None:
        super().__init__(problem)
        self.line = line
        self.problem = problem


class YamlSource:
    """Parsed text: plain data, and where each part of it stands."""

    def __init__(self, text: str) -> None:
        """Raises YamlProblem."""
        try:
            root = yaml.compose(text, Loader=yaml.BaseLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            raise YamlProblem(mark.line + 1 if mark else None, _told(error)) from error
        except RecursionError as error:
            raise YamlProblem(None, "かっこや字下げの段が深すぎます") from error
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, error.position) + 1
            raise YamlProblem(line, f"読めない文字（#x{int(error.character):04x}）があります") from error
        if root is None:
            raise YamlProblem(None, "ファイルに何も書かれていません")
        self._root = root
        self._values = 0
        self.data = self._plain(root, ())

    def line(self, path: Sequence[str | int]) -> int:
        """Line of the value at a path of keys and indexes, counted from 1; of its nearest parent if missing."""
        node: Node = self._root
        found = node
        for step in path:
            pair = _child(node, step)
            if pair is None:
                break
            found, node = pair
        return int(found.start_mark.line) + 1

    def _plain(self, node: Node, inside: tuple[Node, ...]) -> Plain:
        if node in inside:
            raise YamlProblem(node.start_mark.line + 1, "自分自身を含んでいます")
        self._values += 1
        if self._values > MOST_VALUES:
            raise YamlProblem(node.start_mark.line + 1, "値が多すぎます")
        inside = (*inside, node)
        if isinstance(node, ScalarNode):
            return str(node.value)
        if isinstance(node, SequenceNode):
            return [self._plain(item, inside) for item in node.value]
        assert isinstance(node, MappingNode)
        found: dict[str, Plain] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, ScalarNode):
                raise YamlProblem(line, "コロンの前が言葉ではありません")
            if key.value in found:
                raise YamlProblem(line, f"「{key.value}」が2回書かれています")
            found[key.value] = self._plain(value, inside)
        return found


def _told(error: yaml.MarkedYAMLError) -> str:
    """The parser's own words are English; they are kept for whoever looks them up."""
    if "'\\t'" in str(error.problem):
        return "タブが使われています"
    return f"YAML として読めません（{error.problem or error.context}）"


def _child(node: Node, step: str | int) -> tuple[Node, Node] | None:
    """Where the child is named, and the child."""
    if isinstance(node, MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), None)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None
