// chrono's Japanese rules, read like nlu_peer.py: only what chrono calls known, a weekday as the next such day.
import { createInterface } from "node:readline";
import { createRequire } from "node:module";

const require = createRequire(process.cwd() + "/");
const { ja } = require("chrono-node");

const two = (n) => String(n).padStart(2, "0");

function part(found, now) {
  const out = {};
  const known = (name) => found.isCertain(name);
  if (known("day")) {
    out.date = `${found.get("year")}-${two(found.get("month"))}-${two(found.get("day"))}`;
  } else if (known("weekday")) {
    const ahead = ((found.get("weekday") - now.getDay() + 6) % 7) + 1;
    const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + ahead);
    out.date = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
  }
  if (known("hour")) {
    const seconds = known("second") && found.get("second") ? `:${two(found.get("second"))}` : "";
    out.time = `${two(found.get("hour"))}:${two(found.get("minute") ?? 0)}${seconds}`;
  }
  return out;
}

for await (const line of createInterface({ input: process.stdin })) {
  const { text, now } = JSON.parse(line);
  let results = [];
  try {
    const at = new Date(now);
    const [found] = ja.parse(text, at, { forwardDate: true });
    if (found) {
      const start = part(found.start, at);
      results = [found.end ? { start, end: { ...("date" in start ? { date: start.date } : {}), ...part(found.end, at) } } : start];
    }
  } catch {
    results = [];
  }
  console.log(JSON.stringify(results));
}
