"""One action loop for calls on a line, typed calls and calls without a stream."""
