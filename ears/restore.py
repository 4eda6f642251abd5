"""The committed weights back in torch, so that training can go on from them."""

from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from ears.head import Head
from voicebot.speech.ears_files import FOLDER, HEAD

Array = NDArray[np.float32]


def restored(folder: Path = FOLDER) -> Head:
    """The head whose ONNX file lies in `folder`, as `export` wrote it. Raises KeyError for another kind of network."""
    graph = onnx.load(folder / HEAD).graph
    known = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    products = [known[node.input[1]] for node in graph.node if node.op_type == "MatMul"]
    memories = [node for node in graph.node if node.op_type == "GRU"]
    weights = {name: known[name] for name in ("norm.weight", "norm.bias", "inner.bias", "out.bias")}
    weights["inner.weight"], weights["out.weight"] = (product.T for product in products)
    for layer, node in enumerate(memories):
        inputs, hidden, biases = (known[name] for name in node.input[1:4])
        for direction, suffix in enumerate(("", "_reverse")):
            own = np.split(biases[direction], 2)
            for name, value in (
                ("weight_ih", inputs[direction]),
                ("weight_hh", hidden[direction]),
                ("bias_ih", own[0]),
                ("bias_hh", own[1]),
            ):
                weights[f"memory.{name}_l{layer}{suffix}"] = _gates(value)
    head = Head()
    head.load_state_dict({name: torch.from_numpy(value.copy()) for name, value in weights.items()})
    return head


def _gates(stacked: Array) -> Array:
    """ONNX stacks a GRU's gates as update, reset, new; torch as reset, update, new."""
    update, reset, new = np.split(stacked, 3)
    return np.concatenate([reset, update, new])
