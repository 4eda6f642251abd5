"""Training of the phoneme listener. Needs the optional dependency group `train`; never imported at run time."""
