// One call: rings, keeps a stream for as long as the service wants one, and says how it stands.
import { Stream } from "./stream.js";
import { Talk } from "./talk.js";

const LOOK_MS = 500;

/** Throws an Error whose message is a key of the page's texts. */
async function asked(path, options) {
  const reply = await fetch(path, options).catch(() => { throw new Error("no_service"); });
  if (reply.ok) return reply.status === 204 ? null : reply.json();
  const { error } = await reply.json().catch(() => ({}));
  throw new Error(["busy", "bad_number"].includes(error) ? error : "refused");
}

/** The microphone's stream. Throws as above. */
async function microphone() {
  if (!navigator.mediaDevices?.getUserMedia) throw new Error("insecure");
  const wanted = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
  return navigator.mediaDevices.getUserMedia({ audio: wanted }).catch(({ name }) => {
    throw new Error({ NotAllowedError: "denied", NotFoundError: "missing" }[name] ?? "in_use");
  });
}

export class Call {
  /** `show`: {state(key, values), words(turns)}. */
  constructor(lineScript, show) {
    Object.assign(this, { lineScript, show });
    this.gone = false;
    this.turns = "";
  }

  /** From ringing to the end; `steps`: recordings, more may be added. Resolves to how it went, {outcome, card, turns}, or null. */
  async run(form, steps) {
    if (!window.AudioWorkletNode) throw new Error(window.isSecureContext ? "old" : "insecure");
    const context = new AudioContext();
    try {
      await context.resume();
      if (!steps.length) {
        this.show.state("asking");
        this.microphone = await microphone();
      }
      await context.audioWorklet.addModule(this.lineScript);
      const line = new AudioWorkletNode(context, "line", { outputChannelCount: [1], channelCount: 1, channelCountMode: "explicit" });
      if (this.microphone) context.createMediaStreamSource(this.microphone).connect(line);
      line.port.onmessage = () => {}; // until there is a stream, nothing of it is kept
      line.connect(context.destination);
      this.talk = new Talk(steps, Boolean(this.microphone), (name) => this.show.state(name ? "playing" : "talking", { name }));
      if (this.gone) return null;
      this.show.state("ringing");
      const { sid, token, path } = await asked("/phone/calls", { method: "POST", body: form });
      this.path = path;
      await this.streams(sid, token, line.port);
      return await this.look();
    } finally {
      clearInterval(this.looking);
      this.microphone?.getTracks().forEach((track) => track.stop());
      await context.close();
    }
  }

  hangUp() {
    this.gone = true;
    this.stream?.hangUp();
  }

  /** The page goes away. */
  leave() {
    this.hangUp();
    if (this.path) navigator.sendBeacon(`${this.path}/hung-up`);
  }

  async streams(sid, token, port) {
    this.looking = setInterval(() => this.look().catch(() => {}), LOOK_MS);
    for (let then = "again"; then === "again" && !this.gone; ) {
      this.stream = new Stream(sid, token, port, this.talk);
      this.show.state("talking");
      await this.stream.ended;
      if (this.gone) break;
      ({ then, token } = await asked(`${this.path}/after`, { method: "POST" }));
      this.show.state(then);
    }
    if (this.gone) {
      await asked(`${this.path}/hung-up`, { method: "POST" });
      this.show.state("hung_up");
    }
  }

  async look() {
    const told = await asked(this.path);
    const turns = JSON.stringify(told.turns);
    if (turns !== this.turns) this.show.words(told.turns);
    this.turns = turns;
    return told;
  }
}
