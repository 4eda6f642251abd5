// The telephone line in the audio thread: one clock for both ways. Every 20 ms of the microphone it posts
// {frame, due, empty}: 160 bytes of mu-law, the marks that are played by then, and whether nothing waits to be played.
// It takes {append: bytes}, {mark: name}, {clear: true} (answered with {cleared: names}), as voicebot/telephony/pstn.py does.
import { SILENCE, decoded, encoded } from "./mulaw.js";
import { Resampler } from "./resampler.js";

const RATE = 8000;
const FRAME = 160;

class Line extends AudioWorkletProcessor {
  constructor() {
    super();
    this.down = new Resampler(sampleRate, RATE);
    this.up = new Resampler(RATE, sampleRate);
    this.spoken = [];
    this.waiting = [];
    this.marks = [];
    this.played = [];
    this.port.onmessage = ({ data }) => this.take(data);
  }

  take({ append, mark, clear }) {
    if (append) for (const byte of append) this.waiting.push(byte);
    if (mark !== undefined) this.marks.push({ name: mark, left: this.waiting.length });
    if (clear) {
      this.waiting = [];
      this.port.postMessage({ cleared: this.marks.splice(0).map(({ name }) => name) });
    }
  }

  tick() {
    const frame = Uint8Array.from(this.spoken.splice(0, FRAME), encoded);
    const heard = this.waiting.splice(0, FRAME);
    while (heard.length < FRAME) heard.push(SILENCE);
    this.played.push(...this.up.push(Float32Array.from(heard, decoded)));
    const due = [];
    for (const mark of this.marks) mark.left -= FRAME;
    while (this.marks.length && this.marks[0].left <= 0) due.push(this.marks.shift().name);
    this.port.postMessage({ frame, due, empty: !this.waiting.length && !this.marks.length });
  }

  process([microphone], [speaker]) {
    const out = speaker[0];
    this.spoken.push(...this.down.push(microphone[0] ?? new Float32Array(out.length)));
    while (this.spoken.length >= FRAME) this.tick();
    const ready = this.played.splice(0, out.length);
    for (const channel of speaker) channel.set(ready);
    return true;
  }
}

registerProcessor("line", Line);
