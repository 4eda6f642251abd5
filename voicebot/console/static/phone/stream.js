// One media stream, as Twilio speaks it: https://www.twilio.com/docs/voice/media-streams/websocket-messages
const HANG_UP_MS = 2000;

export class Stream {
  /** `port`: the line's; `talk`: what is said. `ended` resolves when the socket closes. */
  constructor(sid, token, port, talk) {
    Object.assign(this, { sid, port, talk });
    this.stream = "MZ" + sid.slice(2);
    this.sequence = this.chunk = 0;
    this.socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/twilio/media`);
    this.ended = new Promise((resolve) => { this.socket.onclose = resolve; });
    this.socket.onopen = () => {
      this.socket.send(JSON.stringify({ event: "connected", protocol: "Call", version: "1.0.0" }));
      this.send("start", {
        streamSid: this.stream,
        callSid: sid,
        tracks: ["inbound"],
        customParameters: { token },
        mediaFormat: { encoding: "audio/x-mulaw", sampleRate: 8000, channels: 1 },
      });
      port.onmessage = ({ data }) => this.line(data);
    };
    this.socket.onmessage = ({ data }) => this.take(JSON.parse(data));
  }

  key(digit) {
    this.send("dtmf", { track: "inbound_track", digit });
  }

  hangUp() {
    this.send("stop", { callSid: this.sid });
    setTimeout(() => this.socket.close(), HANG_UP_MS);
  }

  take({ event, media, mark }) {
    if (event === "media") {
      this.talk.media();
      this.port.postMessage({ append: Uint8Array.from(atob(media.payload), (c) => c.charCodeAt(0)) });
    } else if (event === "mark") {
      this.talk.mark();
      this.port.postMessage({ mark: mark.name });
    } else if (event === "clear") {
      this.talk.cleared();
      this.port.postMessage({ clear: true });
    }
  }

  line({ frame, due, empty, cleared }) {
    for (const name of cleared ?? due) this.send("mark", { name });
    if (!frame) return;
    const payload = btoa(String.fromCharCode(...this.talk.frame(frame, empty)));
    this.chunk += 1;
    this.send("media", { track: "inbound", chunk: `${this.chunk}`, timestamp: `${(this.chunk - 1) * 20}`, payload });
  }

  send(event, body) {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    this.sequence += 1;
    this.socket.send(JSON.stringify({ event, sequenceNumber: `${this.sequence}`, streamSid: this.stream, [event]: body }));
  }
}
