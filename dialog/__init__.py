"""What to do next: `step(state, event) -> (state, actions)`. Pure: no audio, no SQL, no clock of its own."""
