// What is said into the line, frame by frame: the microphone, or one recording an answer, each when the question has been
// heard out, as voicebot/telephony/caller_talk.py does it.
import { hiss } from "./recording.js";

const QUIET = 15; // frames of 20 ms after a question
const TALKED_OVER = 150; // after the bot has talked into what was said: it may not have heard the whole

export class Talk {
  /** `steps`: recordings, more may be added; `microphone`: whether its frames are sent between them; `told(name)`: of each. */
  constructor(steps, microphone, told) {
    Object.assign(this, { steps, microphone, told });
    this.current = null;
    this.at = 0;
    this.quiet = 0;
    this.answered = this.cutIn = this.unmarked = this.marked = false;
  }

  media() {
    this.unmarked = true;
    this.answered = true;
    if (this.current && this.at < this.current.speechEnd) this.cutIn = true;
  }

  mark() {
    this.marked = true;
    this.unmarked = false;
  }

  cleared() {
    this.unmarked = false;
    if (this.current || this.cutIn) this.answered = false;
    if (this.current) this.cutIn = false;
  }

  /** The frame to send instead of the microphone's; `empty`: whether the bot's voice has been played. */
  frame(spoken, empty) {
    this.quiet = empty && !(this.marked && this.unmarked) ? this.quiet + 1 : 0;
    if (!this.current && this.steps.length && this.answered && this.quiet >= (this.cutIn ? TALKED_OVER : QUIET)) {
      this.current = this.steps.shift();
      this.at = 0;
      this.answered = this.cutIn = false;
      this.told(this.current.name);
    }
    if (!this.current) return this.microphone ? spoken : hiss();
    const frame = this.current.frames[this.at++];
    if (this.at === this.current.frames.length) {
      this.current = null;
      this.quiet = 0;
      this.told("");
    }
    return frame;
  }
}
