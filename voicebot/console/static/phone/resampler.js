// A stream of samples at another rate: windowed sinc (Hann), 16 zero crossings a side, 256 fractions of a sample.
const CROSSINGS = 16;
const FRACTIONS = 256;

export class Resampler {
  /** Rates in Hz. */
  constructor(from, to) {
    this.step = from / to;
    const cutoff = 0.94 * Math.min(1, to / from);
    this.half = Math.ceil(CROSSINGS / cutoff);
    this.kernels = Array.from({ length: FRACTIONS + 1 }, (_, index) => kernel(this.half, cutoff, index / FRACTIONS));
    this.kept = new Float32Array(2 * this.half);
    this.at = this.half - 1;
  }

  /** Takes samples and gives those that they complete, shape (n,). */
  push(samples) {
    const all = new Float32Array(this.kept.length + samples.length);
    all.set(this.kept);
    all.set(samples, this.kept.length);
    const made = [];
    for (; Math.floor(this.at) + this.half < all.length; this.at += this.step) {
      const whole = Math.floor(this.at);
      const weights = this.kernels[Math.round((this.at - whole) * FRACTIONS)];
      let sum = 0;
      for (let tap = 0; tap < weights.length; tap++) sum += weights[tap] * all[whole - this.half + 1 + tap];
      made.push(sum);
    }
    const start = Math.max(0, Math.floor(this.at) - this.half + 1);
    this.kept = all.slice(start);
    this.at -= start;
    return made;
  }
}

function kernel(half, cutoff, fraction) {
  const weights = Float32Array.from({ length: 2 * half }, (_, tap) => {
    const x = tap - half + 1 - fraction;
    const sinc = x === 0 ? 1 : Math.sin(Math.PI * cutoff * x) / (Math.PI * cutoff * x);
    return sinc * Math.cos((Math.PI * x) / (2 * half + 2)) ** 2;
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
