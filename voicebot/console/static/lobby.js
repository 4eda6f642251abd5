// The wall screen: each call that appears is sounded once, one after another. Known by number and calls.
const board = document.getElementById("board");
const sounded = new Set([...board.querySelectorAll("[data-call]")].map((one) => one.dataset.call));
const waiting = [];
let sounding = false;

function sound(address) {
  return new Promise((over) => {
    const audio = new Audio(address);
    audio.onended = audio.onerror = over;
    audio.play().then(
      () => (document.getElementById("mute").hidden = true),
      (why) => {
        if (why.name === "NotAllowedError") document.getElementById("mute").hidden = false;
        over();
      },
    );
  });
}

async function next() {
  if (sounding) return;
  sounding = true;
  while (waiting.length) await sound(waiting.shift());
  sounding = false;
}

new MutationObserver(() => {
  for (const one of [...board.querySelectorAll("[data-call]")].reverse()) {
    if (sounded.has(one.dataset.call)) continue;
    sounded.add(one.dataset.call);
    waiting.push(`${one.dataset.sound}?call=${one.dataset.call}`);
  }
  next();
}).observe(board, { childList: true });
