"""Stage 5: low-rank additions to Whisper's encoder, and the head with them, trained on people beside synthetic speech.

The head's CTC loss, and the cross entropy of Whisper's own decoder on the written text, so that the second listener still
reads what the encoder writes. In two courses: the first leaves out those who are kept apart, and is watched on them; the second
hears everybody, as the first has settled how. A checkpoint after every epoch; goes on from the last one. `python -m ears.adapt`
goes on from the committed weights, and puts what it made in their place. `--apart` ends after the first course: what is fitted on
people (`bench.ears_fit`) is to be fitted on those whom the listener has not heard.
"""

import argparse
import functools
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

THREADS = int(os.environ.get("EARS_THREADS", "2"))
os.environ.setdefault("OMP_NUM_THREADS", str(THREADS))

import numpy as np  # noqa: E402
import tokenizers  # noqa: E402
import torch  # noqa: E402
from faster_whisper.tokenizer import Tokenizer  # noqa: E402
from rapidfuzz.distance import Levenshtein  # noqa: E402
from torch import Tensor, nn  # noqa: E402
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn  # noqa: E402

from ears import FOLDER, export, further, people, texts, whisper_net  # noqa: E402
from ears.further import Example, Said  # noqa: E402
from ears.head import Head  # noqa: E402
from ears.restore import restored  # noqa: E402
from ears.symbols import labels  # noqa: E402
from voicebot.speech import ears_files, whisper_additions, whisper_files, whisper_weights  # noqa: E402
from voicebot.speech.ctc_beam import greedy  # noqa: E402

FORGETS = 0.99
DECODER_SHARE = 0.3
"""Of the decoder's loss beside the head's."""

_DECODED = 4
"""The decoder sees one batch in so many, with so many times the weight: it costs as much as the encoder."""

_WATCHED = 2
"""One clip in so many of those kept apart, and unlike what is trained on, is heard after an epoch."""

BFLOAT16 = torch.cpu._is_amx_tile_supported()
"""Processors with units for it multiply matrices about eight times as fast."""

_SKIPPED = -100
"""Target of what no loss is counted on."""


Additions = Mapping[str, whisper_additions.Pair]
Weights = tuple[Head, Additions]


@dataclass(frozen=True, slots=True)
class Course:
    """`name`: of the folder with its checkpoints. `rate`: the highest, of learning. `everybody`: also those who are kept apart."""

    name: str
    epochs: int
    rate: float
    everybody: bool = False

    def folder(self, folder: Path) -> Path:
        return folder / self.name


COURSES = (Course("adapted", 12, 4e-4), Course("everybody", 6, 2e-4, everybody=True))
_START = "start"
"""Stem of the file with what a course begins with, beside its checkpoints."""


class Listener(nn.Module):
    """The encoder with the additions, and the head."""

    def __init__(self, encoder: whisper_net.Encoder, head: Head) -> None:
        super().__init__()
        self.encoder, self.head = encoder, head

    def forward(self, mel: Tensor) -> tuple[Tensor, Tensor]:
        """Shape (batch, 80, frames of 10 ms) to vectors and log-probabilities of sounds, a frame each 20 ms."""
        with torch.autocast("cpu", torch.bfloat16, enabled=BFLOAT16):
            vectors = self.encoder(mel).float()
        return vectors, self.head(vectors)


@dataclass
class Training:
    """What goes on from checkpoint to checkpoint."""

    listener: Listener
    mean: AveragedModel
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LRScheduler

    def parts(self) -> dict[str, Any]:
        own = {"listener": learnt(self.listener), "mean": learnt(self.mean.module)}
        return own | {"optimizer": self.optimizer.state_dict(), "schedule": self.schedule.state_dict()}

    def load(self, parts: dict[str, Any]) -> None:
        self.listener.load_state_dict(parts["listener"], strict=False)
        self.mean.module.load_state_dict(parts["mean"], strict=False)
        self.optimizer.load_state_dict(parts["optimizer"])
        self.schedule.load_state_dict(parts["schedule"])


class Writing:
    """Whisper's decoder and its tokens."""

    def __init__(self) -> None:
        files = whisper_files.load(whisper_files.part_paths())
        self.variables = whisper_weights.variables(files.model["model.bin"])
        self._decoder = whisper_net.Decoder(self.variables)
        known = tokenizers.Tokenizer.from_str(files.tokenizer.decode())
        self._tokenizer = Tokenizer(known, True, task="transcribe", language="ja")

    def loss(self, vectors: Tensor, batch: Sequence[Example]) -> Tensor:
        """Cross entropy of the written texts, mean over their tokens."""
        start = [*self._tokenizer.sot_sequence, self._tokenizer.no_timestamps]
        lines = [[*start, *self._tokenizer.encode(one.text), self._tokenizer.eot] for one in batch]
        length = max(map(len, lines))
        padded = torch.tensor([line + [self._tokenizer.eot] * (length - len(line)) for line in lines])
        targets = torch.tensor([line + [_SKIPPED] * (length - len(line)) for line in lines])
        first = len(start) - 1
        with torch.autocast("cpu", torch.bfloat16, enabled=BFLOAT16):
            found = self._decoder(padded[:, :-1], vectors, first).float()
        return nn.functional.cross_entropy(
            found.flatten(0, 1), targets[:, first + 1 :].flatten(), ignore_index=_SKIPPED
        )


def train(folder: Path, course: Course, begin: Callable[[], Weights]) -> None:
    """What is left of the course. `begin`: the weights to start it with, asked only at its beginning."""
    checkpoints = course.folder(folder)
    checkpoints.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(THREADS)
    os.environ["OMP_NUM_THREADS"] = "1"  # of the process that makes the calls
    torch.manual_seed(0)
    clips = people.clips()
    spoken = further.of_people([clip for clip in clips if course.everybody or not clip.kept])
    watched = [] if course.everybody else _watched(further.of_people(people.unfamiliar(clips)[::_WATCHED]))
    beside = further.synthetic(folder, texts.load(folder / "texts.jsonl"))
    writing = Writing()
    listener = Listener(whisper_net.Encoder(writing.variables), Head())
    start = checkpoints / f"{_START}.pt"
    if not start.is_file():
        head, additions = begin()
        listener.head.load_state_dict(head.state_dict())
        listener.encoder.add(additions)
        _save(learnt(listener), start)
    listener.load_state_dict(torch.load(start, weights_only=True), strict=False)
    steps = course.epochs * (round((1 + further.BESIDE) * len(spoken)) // further.BATCH + 3)
    training = fresh(listener, steps, course.rate)
    saved = _saved(checkpoints)
    done = int(saved[-1].stem) if saved else 0
    if saved:
        training.load(torch.load(saved[-1], weights_only=True))
    _say(
        f"{len(spoken)} clips of people, {len(beside)} synthetic, {len(watched)} watched; {done} epochs done"
    )
    if not saved and watched:
        _say(f"before: errors {errors(listener, watched):.2%}")
    for number in range(done + 1, course.epochs + 1):
        torch.manual_seed(number)
        begun = time.monotonic()
        loss = _epoch(training, writing, further.epoch(spoken, beside, number, 1))
        minutes = (time.monotonic() - begun) / 60
        mean = f"errors {errors(training.mean.module, watched):.2%}, " if watched else ""
        _say(f"{course.name}, epoch {number} of {course.epochs}: loss {loss}, {mean}{minutes:.1f} minutes")
        _save(training.parts(), checkpoints / f"{number:03}.pt")


def trained(folder: Path, course: Course = COURSES[-1]) -> Weights:
    """Half way between what the course began with and its last checkpoint's mean weights: on texts unlike those that it was
    trained on this hears better than either (Wortsman et al. 2022, arXiv 2109.01903). Raises IndexError where there is none."""
    checkpoints = course.folder(folder)
    end = torch.load(_saved(checkpoints)[-1], weights_only=True)["mean"]
    start = torch.load(checkpoints / f"{_START}.pt", weights_only=True)
    listener = Listener(whisper_net.Encoder(Writing().variables), Head())
    halfway = {name: (start[name] + value) / 2 for name, value in end.items()}
    listener.load_state_dict(halfway, strict=False)
    pairs = listener.encoder.additions().items()
    return listener.head, {name: (up.detach().numpy(), down.detach().numpy()) for name, (up, down) in pairs}


def courses(folder: Path, begin: Callable[[], Weights], those: Sequence[Course] = COURSES) -> None:
    """Each from what the one before it came to."""
    for course in those:
        train(folder, course, begin)
        begin = functools.partial(trained, folder, course)


def _saved(checkpoints: Path) -> list[Path]:
    return sorted(path for path in checkpoints.glob("*.pt") if path.stem != _START)


def _save(parts: Mapping[str, Any], path: Path) -> None:
    unfinished = path.with_suffix(".part")
    torch.save(parts, unfinished)
    unfinished.rename(path)


def committed() -> Additions:
    """None where the weights have no additions yet."""
    folder, name = ears_files.FOLDER, ears_files.ADDITIONS
    return whisper_additions.read(ears_files.checked(folder, name)) if (folder / name).is_file() else {}


def errors(listener: nn.Module, watched: Sequence[Example]) -> float:
    """Insertions, deletions and substitutions per sound, by the likeliest symbol of every frame."""
    listener.eval()
    wrong = 0
    with torch.no_grad():
        for one in watched:
            _, found = listener(torch.from_numpy(one.mel)[None])
            wrong += Levenshtein.distance(greedy(found[0, : one.frames].numpy()), one.sounds)
    return wrong / max(1, sum(len(one.sounds) for one in watched))


def fresh(listener: Listener, steps: int, rate: float) -> Training:
    additions = [one for pair in listener.encoder.additions().values() for one in pair]
    groups = [
        {"params": additions, "lr": rate, "weight_decay": 0.0},
        {"params": list(listener.head.parameters()), "lr": rate, "weight_decay": 1e-2},
    ]
    optimizer = torch.optim.AdamW(groups)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps, pct_start=0.1)
    mean = AveragedModel(listener, multi_avg_fn=get_ema_multi_avg_fn(FORGETS))
    return Training(listener, mean, optimizer, schedule)


def learnt(listener: nn.Module) -> dict[str, Tensor]:
    """Without what is Whisper's own."""
    names = {name for name, _ in listener.named_parameters()}
    return {name: value for name, value in listener.state_dict().items() if name in names}


def _epoch(training: Training, writing: Writing, batches: Any) -> str:
    listener = training.listener
    criterion = nn.CTCLoss(zero_infinity=True)
    heard: list[float] = []
    written: list[float] = []
    for number, batch in enumerate(batches):
        listener.train()
        vectors, found = listener(torch.from_numpy(np.stack([one.mel for one in batch])))
        targets = [labels(one.sounds) for one in batch]
        loss = criterion(
            found.transpose(0, 1),
            torch.tensor([column for target in targets for column in target]),
            torch.tensor([one.frames for one in batch]),
            torch.tensor([len(target) for target in targets]),
        )
        heard.append(loss.item())
        if number % _DECODED == 0:
            text = writing.loss(vectors, batch)
            written.append(text.item())
            loss = loss + DECODER_SHARE * _DECODED * text
        training.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(listener.parameters(), 5.0)
        training.optimizer.step()
        training.schedule.step()
        training.mean.update_parameters(listener)
        if number % 10 == 9:
            _say(f"step {number + 1}: {np.mean(heard[-10:]):.3f}, text {np.mean(written[-4:]):.3f}")
    return f"{np.mean(heard):.3f}, text {np.mean(written):.3f}"


def _watched(said: Sequence[Said]) -> list[Example]:
    found = (further.plain(one, np.random.default_rng(n)) for n, one in enumerate(said))
    return [one for one in found if one is not None]


def _say(text: str) -> None:
    print(f"adapting: {text}", file=sys.stderr, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--apart", action="store_true", help="without those who are kept apart")
    those = COURSES[:1] if parser.parse_args().apart else COURSES
    courses(FOLDER, lambda: (restored(), committed()), those)
    export.export(*trained(FOLDER, those[-1]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
