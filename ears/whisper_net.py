"""Whisper base in torch, from the weights that CTranslate2 runs, so that its encoder can be trained on.

Its own weights stay as they are; beside those of the layers sit low-rank additions (LoRA, Hu et al. 2021, arXiv 2106.09685).
"""

import math
from collections.abc import Mapping
from typing import cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from ears.encoder import WIDTH

HEADS = 8
LAYERS = 6
RANK = 64
_EPSILON = 1e-5
"""Of CTranslate2's layer norms."""

Variables = Mapping[str, NDArray[np.floating]]


class Linear(nn.Module):
    """A frozen linear layer with an addition: y = Wx + b + B(Ax)."""

    def __init__(self, variables: Variables, name: str, rank: int = 0) -> None:
        super().__init__()
        self.name = f"{name}/weight"
        self.register_buffer("weight", _tensor(variables[self.name]))
        self.register_buffer("bias", _tensor(variables[f"{name}/bias"]))
        self.down: nn.Parameter | None = None
        if rank:
            weight = cast(Tensor, self.weight)
            self.down = nn.Parameter(torch.randn(rank, weight.shape[1]) / math.sqrt(weight.shape[1]))
            self.up = nn.Parameter(torch.zeros(weight.shape[0], rank))

    def forward(self, x: Tensor) -> Tensor:
        weight, bias = cast(Tensor, self.weight), cast(Tensor, self.bias)
        found = functional.linear(x, weight, bias)
        return (
            found
            if self.down is None
            else found + functional.linear(functional.linear(x, self.down), self.up)
        )


class Norm(nn.Module):
    def __init__(self, variables: Variables, name: str) -> None:
        super().__init__()
        self.register_buffer("gamma", _tensor(variables[f"{name}/gamma"]))
        self.register_buffer("beta", _tensor(variables[f"{name}/beta"]))

    def forward(self, x: Tensor) -> Tensor:
        return functional.layer_norm(
            x, x.shape[-1:], cast(Tensor, self.gamma), cast(Tensor, self.beta), _EPSILON
        )


class Attention(nn.Module):
    """Of frames or tokens to each other."""

    def __init__(self, variables: Variables, name: str, rank: int = 0, causal: bool = False) -> None:
        super().__init__()
        self.norm = Norm(variables, f"{name}/layer_norm")
        self.into = Linear(variables, f"{name}/linear_0", rank)
        self.out = Linear(variables, f"{name}/linear_1", rank)
        self.causal = causal

    def forward(self, x: Tensor) -> Tensor:
        query, key, value = (_split(part) for part in self.into(self.norm(x)).chunk(3, -1))
        found = functional.scaled_dot_product_attention(query, key, value, is_causal=self.causal)
        return x + cast(Tensor, self.out(_joined(found)))


class Across(nn.Module):
    """Of tokens to the frames of the encoder."""

    def __init__(self, variables: Variables, name: str) -> None:
        super().__init__()
        self.norm = Norm(variables, f"{name}/layer_norm")
        self.query = Linear(variables, f"{name}/linear_0")
        self.key_value = Linear(variables, f"{name}/linear_1")
        self.out = Linear(variables, f"{name}/linear_2")

    def forward(self, x: Tensor, vectors: Tensor) -> Tensor:
        query = _split(self.query(self.norm(x)))
        key, value = (_split(part) for part in self.key_value(vectors).chunk(2, -1))
        found = functional.scaled_dot_product_attention(query, key, value)
        return x + cast(Tensor, self.out(_joined(found)))


class Forward(nn.Module):
    def __init__(self, variables: Variables, name: str, rank: int = 0) -> None:
        super().__init__()
        self.norm = Norm(variables, f"{name}/layer_norm")
        self.into = Linear(variables, f"{name}/linear_0", rank)
        self.out = Linear(variables, f"{name}/linear_1", rank)

    def forward(self, x: Tensor) -> Tensor:
        return x + cast(Tensor, self.out(functional.gelu(self.into(self.norm(x)))))


class Encoder(nn.Module):
    """Mel spectra to vectors."""

    def __init__(self, variables: Variables, rank: int = RANK) -> None:
        super().__init__()
        for conv in ("conv1", "conv2"):
            for part in ("weight", "bias"):
                self.register_buffer(f"{conv}_{part}", _tensor(variables[f"encoder/{conv}/{part}"]))
        self.register_buffer("places", _tensor(variables["encoder/position_encodings/encodings"]))
        self.layers = nn.ModuleList()
        for number in range(LAYERS):
            name = f"encoder/layer_{number}"
            self.layers.append(
                nn.ModuleList(
                    [
                        Attention(variables, f"{name}/self_attention", rank),
                        Forward(variables, f"{name}/ffn", rank),
                    ]
                )
            )
        self.norm = Norm(variables, "encoder/layer_norm")

    def forward(self, mel: Tensor) -> Tensor:
        """Shape (batch, 80, frames of 10 ms) to vectors, shape (batch, frames of 20 ms, 512)."""
        x = functional.gelu(functional.conv1d(mel, self.conv1_weight, self.conv1_bias, padding=1))
        x = functional.gelu(functional.conv1d(x, self.conv2_weight, self.conv2_bias, stride=2, padding=1))
        x = x.transpose(1, 2)
        x = x + cast(Tensor, self.places)[: x.shape[1]]
        for layer in self.layers:
            for part in cast(nn.ModuleList, layer):
                x = part(x)
        return cast(Tensor, self.norm(x))

    def additions(self) -> dict[str, tuple[Tensor, Tensor]]:
        """Variable to (up, down), whose product is added to it."""
        return {
            module.name: (module.up, module.down)
            for module in self.modules()
            if isinstance(module, Linear) and module.down is not None
        }

    def add(self, additions: Mapping[str, tuple[NDArray[np.float32], NDArray[np.float32]]]) -> None:
        """Goes on from these."""
        own = self.additions()
        with torch.no_grad():
            for name, parts in additions.items():
                for kept, part in zip(own[name], parts, strict=True):
                    kept.copy_(torch.from_numpy(part))


class Decoder(nn.Module):
    """Frozen: tokens and vectors to log-probabilities of the next token."""

    def __init__(self, variables: Variables) -> None:
        super().__init__()
        self.register_buffer("words", _tensor(variables["decoder/embeddings/weight"]))
        self.register_buffer("places", _tensor(variables["decoder/position_encodings/encodings"]))
        self.layers = nn.ModuleList(
            nn.ModuleList(
                [
                    Attention(variables, f"decoder/layer_{number}/self_attention", causal=True),
                    Across(variables, f"decoder/layer_{number}/attention"),
                    Forward(variables, f"decoder/layer_{number}/ffn"),
                ]
            )
            for number in range(LAYERS)
        )
        self.norm = Norm(variables, "decoder/layer_norm")

    def forward(self, tokens: Tensor, vectors: Tensor, first: int) -> Tensor:
        """Shape (batch, tokens) to scores, shape (batch, tokens from `first` on, vocabulary)."""
        words = cast(Tensor, self.words)
        x = words[tokens] + cast(Tensor, self.places)[: tokens.shape[1]]
        for layer in self.layers:
            attention, across, forward = cast(nn.ModuleList, layer)
            x = forward(across(attention(x), vectors))
        return functional.linear(self.norm(x)[:, first:], words)


def _tensor(values: NDArray[np.floating]) -> Tensor:
    return torch.from_numpy(values.astype(np.float32))


def _split(x: Tensor) -> Tensor:
    return x.unflatten(-1, (HEADS, WIDTH // HEADS)).transpose(1, 2)


def _joined(x: Tensor) -> Tensor:
    return x.transpose(1, 2).flatten(2)
