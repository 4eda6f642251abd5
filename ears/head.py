"""The network on top of the frozen encoder: vectors in, log-probabilities of sounds out."""

import torch
from torch import Tensor, nn

from ears.encoder import WIDTH
from voicebot.speech.kana_model import SYMBOLS

_INNER = 256
_MEMORY = 192


class Head(nn.Module):
    """LayerNorm, Linear, two bidirectional GRU layers, softmax: 1.3 M weights."""

    def __init__(self, dropout: float = 0.2) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH)
        self.inner = nn.Linear(WIDTH, _INNER)
        self.memory = nn.GRU(_INNER, _MEMORY, 2, batch_first=True, bidirectional=True, dropout=dropout)
        self.out = nn.Linear(2 * _MEMORY, len(SYMBOLS))
        self.dropout = nn.Dropout(dropout)

    def forward(self, vectors: Tensor) -> Tensor:
        """Shape (batch, frames, 512) to log-probabilities, shape (batch, frames, len(SYMBOLS))."""
        inner = self.dropout(torch.relu(self.inner(self.norm(vectors))))
        remembered, _ = self.memory(inner)
        scores: Tensor = self.out(self.dropout(remembered))
        return scores.log_softmax(-1)
