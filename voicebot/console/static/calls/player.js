// A call's sound: from any sentence or place on, faster and slower, by mouse and by keyboard. Without this script the
// browser's own player is there, and every time is a link to the sound from there on.
const player = document.getElementById("player");
const audio = document.getElementById("audio");
const position = document.getElementById("position");
const play = document.getElementById("play");
const wave = document.getElementById("wave");
const head = document.getElementById("head");
const clock = document.getElementById("clock");
const words = document.getElementById("now");
const broken = document.getElementById("broken");
const whole = Number(player.dataset.ms) / 1000;
const pieces = [...wave.querySelectorAll(".piece")].map((rect) => ({
  rect,
  at: Number(rect.dataset.at),
  until: Number(rect.dataset.at) + (Number(rect.getAttribute("width")) / 1000) * whole,
}));
const turns = [...document.querySelectorAll(".turn")]
  .map((turn) => ({ turn, at: Number(turn.querySelector("a.at")?.dataset.at ?? NaN) }))
  .filter(({ at }) => !Number.isNaN(at));

function minutes(seconds) {
  const full = Math.floor(seconds);
  return `${Math.floor(full / 60)}:${String(full % 60).padStart(2, "0")}`;
}

function show() {
  const now = audio.currentTime;
  const x = whole ? (now / whole) * 1000 : 0;
  head.setAttribute("x1", x);
  head.setAttribute("x2", x);
  position.value = now;
  clock.textContent = `${minutes(now)} / ${minutes(whole)}`;
  position.setAttribute("aria-valuetext", player.dataset.at.replace("{at}", minutes(now)).replace("{whole}", minutes(whole)));
  const sounding = pieces.filter(({ at, until }) => at <= now && now < until).map(({ rect }) => rect.dataset.text);
  words.textContent = sounding.join(" ") || "\u00a0";
  const last = turns.filter(({ at }) => at <= now + 0.05).at(-1)?.turn;
  for (const { turn } of turns) turn.classList.toggle("sounding", turn === last && now > 0);
}

function from(seconds) {
  audio.currentTime = Math.min(Math.max(0, seconds), whole);
  show();
}

function hear() {
  audio.play().catch(() => undefined); // an error of the file is told by the event below
}

function toggle() {
  if (audio.paused) hear();
  else audio.pause();
}

document.getElementById("controls").hidden = false;
audio.controls = false;
audio.classList.remove("plain");
play.addEventListener("click", toggle);
position.addEventListener("input", () => from(Number(position.value)));
for (const button of player.querySelectorAll("[data-jump]"))
  button.addEventListener("click", () => from(audio.currentTime + Number(button.dataset.jump)));
for (const button of player.querySelectorAll("[data-rate]"))
  button.addEventListener("click", () => {
    audio.defaultPlaybackRate = audio.playbackRate = Number(button.dataset.rate);
    for (const other of player.querySelectorAll("[data-rate]"))
      other.setAttribute("aria-pressed", String(other === button));
  });
position.addEventListener("keydown", (event) => {
  const jump = { ArrowLeft: -1, ArrowRight: 1, ArrowDown: -1, ArrowUp: 1, PageDown: -5, PageUp: 5 }[event.key];
  if (event.key === " ") toggle();
  else if (jump) from(audio.currentTime + jump);
  else return;
  event.preventDefault();
});
wave.addEventListener("click", (event) => {
  const piece = event.target.closest(".piece");
  const box = wave.getBoundingClientRect();
  from(piece ? Number(piece.dataset.at) : ((event.clientX - box.left) / box.width) * whole);
  hear();
});
for (const link of document.querySelectorAll("a.at"))
  link.addEventListener("click", (event) => {
    event.preventDefault();
    from(Number(link.dataset.at));
    hear();
  });
for (const name of ["timeupdate", "seeked", "loadedmetadata"]) audio.addEventListener(name, show);
for (const name of ["play", "pause", "ended"])
  audio.addEventListener(name, () => {
    play.textContent = audio.paused ? player.dataset.play : player.dataset.pause;
  });
audio.addEventListener("error", () => {
  broken.textContent = player.dataset.broken;
  broken.hidden = false;
});
show();
