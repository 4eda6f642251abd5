"""Stage 4: trains the head with CTC, from nothing or from the committed weights. A checkpoint after every epoch; goes on
from the last one."""

import sys
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from rapidfuzz.distance import Levenshtein
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from ears import features
from ears.features import Example
from ears.head import Head
from ears.restore import restored
from ears.symbols import frames_needed, labels
from voicebot.speech.ctc_beam import greedy

BATCH = 64
FORGETS = 0.998
"""What is exported is a running mean of the weights; so much of it stays from one step to the next."""


@dataclass(frozen=True, slots=True)
class Course:
    """How long and how fast."""

    epochs: int
    peak_rate: float


FROM_NOTHING = Course(8, 3e-3)
FURTHER = Course(8, 1.2e-3)
"""From the committed weights."""

_DEV_SHARE = 25
"""One text in so many is kept apart; all its recordings with it."""


def load(folder: Path) -> tuple[list[Example], list[Example]]:
    """Examples to train on, and to watch the training with."""
    found = [e for path in sorted((folder / "features").glob("*.npz")) for e in features.load(path)]
    usable = [e for e in found if frames_needed(labels(e.sounds)) < 0.9 * len(e.vectors)]
    watched = [zlib.crc32(e.sounds.encode()) % _DEV_SHARE == 0 for e in usable]
    train = [e for e, w in zip(usable, watched, strict=True) if not w]
    return train, [e for e, w in zip(usable, watched, strict=True) if w]


def train(folder: Path, threads: int = 2, further: bool = False) -> None:
    """Trains for what is left of the course; `further`: from the committed weights."""
    course = FURTHER if further else FROM_NOTHING
    epochs = course.epochs
    checkpoints = folder / "checkpoints"
    checkpoints.mkdir(parents=True, exist_ok=True)
    if (checkpoints / f"{epochs:03}.pt").is_file():
        return
    torch.set_num_threads(threads)
    torch.manual_seed(0)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    examples, watched = load(folder)
    print(
        f"training: {len(examples)} examples, {len(watched)} watched, on {device}",
        file=sys.stderr,
        flush=True,
    )
    head = Head()
    if further:
        head.load_state_dict(_start(folder))
    head = head.to(device)
    optimizer = torch.optim.AdamW(head.parameters(), course.peak_rate, weight_decay=1e-2)
    steps = epochs * -(-len(examples) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, course.peak_rate, total_steps=steps, pct_start=0.2
    )
    mean = AveragedModel(head, multi_avg_fn=get_ema_multi_avg_fn(FORGETS))
    parts: dict[str, Any] = {"head": head, "mean": mean, "optimizer": optimizer, "schedule": schedule}
    done = _resume(checkpoints, parts)
    for epoch in range(done + 1, epochs + 1):
        torch.manual_seed(epoch)
        loss = _epoch(head, mean, optimizer, schedule, examples, np.random.default_rng(epoch), device)
        errors = phoneme_errors(mean.module, watched, device)
        print(
            f"training: epoch {epoch} of {epochs}, loss {loss:.3f}, errors {errors:.2%}",
            file=sys.stderr,
            flush=True,
        )
        unfinished = checkpoints / "unfinished.part"
        torch.save({name: part.state_dict() for name, part in parts.items()}, unfinished)
        unfinished.rename(checkpoints / f"{epoch:03}.pt")


def _start(folder: Path) -> dict[str, Tensor]:
    """The weights that were the committed ones when further training began."""
    kept = folder / "start.pt"
    if not kept.is_file():
        unfinished = kept.with_suffix(".part")
        torch.save(restored().state_dict(), unfinished)
        unfinished.rename(kept)
    weights: dict[str, Tensor] = torch.load(kept, weights_only=True)
    return weights


def _resume(checkpoints: Path, parts: dict[str, Any]) -> int:
    """Puts the parts back as the last checkpoint has them; returns its epoch, 0 where there is none."""
    saved = sorted(checkpoints.glob("*.pt"))
    if not saved:
        return 0
    state = torch.load(saved[-1], weights_only=True)
    for name, part in parts.items():
        part.load_state_dict(state[name])
    return int(saved[-1].stem)


def trained(folder: Path, further: bool = False) -> Head:
    """The head with the mean weights of the last checkpoint; `further`: half way from the committed ones to these.

    Half way hears strangers better than either end (Wortsman et al. 2022, robust fine-tuning).
    """
    last = sorted((folder / "checkpoints").glob("*.pt"))[-1]
    mean = AveragedModel(Head())
    mean.load_state_dict(torch.load(last, weights_only=True, map_location="cpu")["mean"])
    head: Head = mean.module
    if further:
        before, after = _start(folder), head.state_dict()
        head.load_state_dict({name: (before[name] + after[name]) / 2 for name in after})
    head.eval()
    return head


def _epoch(
    head: Head,
    mean: AveragedModel,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.OneCycleLR,
    examples: list[Example],
    rng: np.random.Generator,
    device: torch.device,
) -> float:
    head.train()
    criterion = nn.CTCLoss(zero_infinity=True)
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].vectors) + rng.random() * 20)
    batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
    rng.shuffle(batches)
    total = 0.0
    for batch in batches:
        chosen = [examples[i] for i in batch]
        vectors = torch.nn.utils.rnn.pad_sequence([_disturbed(e, rng) for e in chosen], batch_first=True)
        targets = [labels(e.sounds) for e in chosen]
        with torch.autocast(device.type, torch.bfloat16):
            found = head(vectors.to(device))
        loss = criterion(
            found.float().transpose(0, 1),
            torch.tensor([column for target in targets for column in target]),
            torch.tensor([len(e.vectors) for e in chosen]),
            torch.tensor([len(target) for target in targets]),
        )
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(head.parameters(), 5.0)
        optimizer.step()
        mean.update_parameters(head)
        schedule.step()
        total += loss.item()
    return total / len(batches)


def _disturbed(example: Example, rng: np.random.Generator) -> Tensor:
    """The vectors with stretches and columns blanked (after SpecAugment, Park et al. 2019) and a little noise."""
    vectors = example.vectors.astype(np.float32)
    vectors += rng.standard_normal(vectors.shape, np.float32) * np.float32(
        rng.uniform(0, 0.2) * vectors.std()
    )
    for _ in range(int(rng.integers(0, 5))):
        width = int(rng.integers(1, 11))
        start = int(rng.integers(0, max(1, len(vectors) - width)))
        vectors[start : start + width] = 0
    vectors[:, rng.random(vectors.shape[1]) < rng.choice((0.0, 0.05, 0.1))] = 0
    return torch.from_numpy(vectors)


def phoneme_errors(head: Head, examples: list[Example], device: torch.device) -> float:
    """Insertions, deletions and substitutions per sound, greedy decoding."""
    head.eval()
    wrong = 0
    with torch.no_grad():
        for example in examples:
            vectors = torch.from_numpy(example.vectors.astype(np.float32))[None].to(device)
            wrong += Levenshtein.distance(greedy(head(vectors)[0].cpu().numpy()), example.sounds)
    return wrong / max(1, sum(len(e.sounds) for e in examples))
