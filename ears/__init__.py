"""Training of the phoneme listener. Needs the optional dependency group `train`; never imported at run time."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "var" / "ears"
"""What is made on the way lies here; a stage leaves alone what is already there."""
