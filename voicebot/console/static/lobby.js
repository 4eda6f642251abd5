// The wall screen: each call that appears is sounded once, one after another, unless it is over by then. A call is
// known by number and calls.
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
  while (waiting.length) {
    const { call, address } = waiting.shift();
    if (board.querySelector(`[data-call="${CSS.escape(call)}"]`)) await sound(`${address}?call=${call}`);
  }
  sounding = false;
}

new MutationObserver(() => {
  for (const one of [...board.querySelectorAll("[data-call]")].reverse()) {
    if (sounded.has(one.dataset.call)) continue;
    sounded.add(one.dataset.call);
    waiting.push({ call: one.dataset.call, address: one.dataset.sound });
  }
  next();
}).observe(board, { childList: true });
