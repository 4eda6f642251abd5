// The page of the phone: buttons, recordings, words and the booking card.
import { Call } from "./call.js";
import { recording } from "./recording.js";

const at = (id) => document.getElementById(id);
const phone = at("phone");
const texts = JSON.parse(phone.dataset.texts);
const keys = [...at("keypad").children];
const steps = []; // the recordings that are not yet said, also while a call runs
let reading = Promise.resolve();
let call = null;
let pressed = "";

function text(key, values = {}) {
  return texts[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function state(key, values) {
  at("state").textContent = text(key, values);
}

function complain(message) {
  at("complaint").textContent = message;
  at("complaint").hidden = !message;
}

function line(side, words) {
  const item = document.createElement("li");
  item.className = side;
  const who = document.createElement("strong");
  who.textContent = text(side);
  item.append(who, words);
  return item;
}

function words(turns) {
  const list = at("words");
  const lines = turns.flatMap(({ agent, heard }) => [agent && line("agent", agent), heard && line("caller", heard)]);
  list.replaceChildren(...lines.filter(Boolean));
  at("scroll").scrollTop = at("scroll").scrollHeight;
  at("words-none").hidden = list.children.length > 0;
}

function showQueue() {
  const names = steps.map(({ name }) => name);
  at("queued").textContent = names.length ? text("queued", { names: names.join(" → ") }) : "";
  at("clear").hidden = Boolean(call) || !names.length;
}

function add(files) {
  const sorted = [...files].sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
  reading = reading.then(() => read(sorted));
  return reading;
}

async function read(sorted) {
  complain("");
  for (const file of sorted) {
    try {
      steps.push(await recording(file));
    } catch (error) {
      complain(text(error.message in texts ? error.message : "bad_file", { name: file.name }));
    }
  }
  showQueue();
}

function card(told) {
  if (!told?.card || !["booked", "changed", "cancelled"].includes(told.outcome)) return;
  const { number, day, time, office, procedures, bring } = told.card;
  const shown = { number, day, time, office, procedures: procedures.join("、"), bring: bring.join("、") || "–" };
  for (const [name, value] of Object.entries(shown)) at(`card-${name}`).textContent = value;
  at("card-told").textContent = text(told.outcome);
  at("card").hidden = false;
  at("card").focus();
}

function press(digit) {
  call?.stream?.key(digit);
  pressed += digit;
  at("pressed").textContent = text("pressed", { digits: [...pressed].join(" ") });
}

function busy(on) {
  at("call").disabled = on;
  at("hang-up").disabled = !on;
  for (const key of keys) key.disabled = !on;
  showQueue();
}

async function dial(event) {
  event.preventDefault();
  if (call) return;
  const form = new FormData(at("dial"));
  form.delete("files");
  if (form.get("from") === "other") form.set("from", at("other").value.trim() || "-");
  complain("");
  words([]);
  at("card").hidden = true;
  at("pressed").textContent = pressed = "";
  call = new Call(phone.dataset.line, { state: (key, values) => { state(key, values); showQueue(); }, words });
  busy(true);
  at("hang-up").focus();
  try {
    await reading;
    card(await call.run(new URLSearchParams(form), steps));
    steps.length = 0;
  } catch (error) {
    complain(text(error.message in texts ? error.message : "refused"));
    state("over");
    if (!(error.message in texts)) console.error(error);
  } finally {
    call = null;
    busy(false);
    if (at("card").hidden) at("call").focus();
  }
}

at("dial").addEventListener("submit", dial);
at("hang-up").addEventListener("click", () => call?.hangUp());
at("print").addEventListener("click", () => print());
at("clear").addEventListener("click", () => { steps.length = 0; at("files").value = ""; showQueue(); at("files").focus(); });
at("files").addEventListener("change", async ({ target }) => {
  await add(target.files);
  target.value = "";
});
at("from")?.addEventListener("change", ({ target }) => { at("other-field").hidden = target.value !== "other"; });
for (const key of keys) key.addEventListener("click", () => press(key.value));
document.addEventListener("keydown", ({ key, target, ctrlKey, metaKey, altKey }) => {
  if (call && /^[0-9*#]$/.test(key) && !ctrlKey && !metaKey && !altKey && !target.matches("input, select, textarea")) press(key);
});
for (const name of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(name, (event) => {
    event.preventDefault();
    at("drop").classList.toggle("over", name === "dragover");
    if (name === "drop" && event.dataTransfer.files.length) add(event.dataTransfer.files);
  });
}
addEventListener("pagehide", () => call?.leave());
