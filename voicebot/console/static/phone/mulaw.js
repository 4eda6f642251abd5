// G.711 mu-law: floats from -1 to 1 to bytes and back, as voicebot/speech/mulaw.py does it.
const BIAS = 0x84;
const CLIP = 32635;
export const SILENCE = 0xff;

/** One sample from -1 to 1 as a byte. */
export function encoded(value) {
  const sample = Math.max(-32768, Math.min(32767, Math.round(value * 32768)));
  const magnitude = Math.min(Math.abs(sample), CLIP) + BIAS;
  const segment = 31 - Math.clz32(magnitude) - 7;
  const mantissa = (magnitude >> (segment + 3)) & 0x0f;
  return ~((sample < 0 ? 0x80 : 0) | (segment << 4) | mantissa) & 0xff;
}

/** One byte as a sample from -1 to 1. */
export function decoded(byte) {
  const code = ~byte & 0xff;
  const magnitude = ((((code & 0x0f) << 3) + BIAS) << ((code & 0x70) >> 4)) - BIAS;
  return (code & 0x80 ? -magnitude : magnitude) / 32768;
}
