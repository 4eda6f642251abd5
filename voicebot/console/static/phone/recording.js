// A recording as the line carries it.
import { SILENCE, encoded } from "./mulaw.js";

const RATE = 8000;
const FRAME = 160;
export const MOST_S = 300;

/** {name, frames: 160 bytes of mu-law each, speechEnd: frames up to the last with speech}. Throws "bad_file", "long_file". */
export async function recording(file) {
  const audio = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(await file.arrayBuffer()).catch(() => {
    throw new Error("bad_file");
  });
  if (audio.duration > MOST_S) throw new Error("long_file");
  const mono = new Float32Array(audio.length);
  for (let channel = 0; channel < audio.numberOfChannels; channel++) {
    audio.getChannelData(channel).forEach((sample, at) => { mono[at] += sample / audio.numberOfChannels; });
  }
  const frames = [];
  const levels = [];
  for (let at = 0; at < mono.length; at += FRAME) {
    const part = mono.subarray(at, at + FRAME);
    const frame = new Uint8Array(FRAME).fill(SILENCE);
    frame.set(Uint8Array.from(part, encoded));
    frames.push(frame);
    levels.push(part.reduce((sum, sample) => sum + sample * sample, 0) / FRAME);
  }
  const loudest = Math.max(...levels);
  const voiced = levels.findLastIndex((level) => level > Math.max(loudest / 1000, 1e-5));
  return { name: file.name, frames, speechEnd: voiced + 1 };
}

/** A frame of the hiss of a quiet line, -65 dBFS. */
export function hiss() {
  return Uint8Array.from({ length: FRAME }, () => encoded((Math.random() - 0.5) * 0.002));
}
