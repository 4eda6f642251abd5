// The touch screen at the entrance. It asks the service itself, so that a lost network is told at once and what was pressed is
// sent again as it was: with the same step, which gives the same number. After a while it goes back to the first page.
const PATIENCE_MS = 8_000, AGAIN_MS = 2_000, ALIVE_MS = 10_000, GIVE_UP_MS = 120_000, SOON_S = 15;

let lost = false;
let busy = false;
let touched = Date.now();
const kiosk = () => document.getElementById("kiosk");
const pause = (ms) => new Promise((resume) => setTimeout(resume, ms));

function tell(isLost) {
  lost = isLost;
  const told = kiosk()?.querySelector("[data-lost]");
  if (told) told.hidden = !isLost;
}

// The answer, or nothing: it did not come, or not from the service.
async function ask(address, options = {}) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(address, { ...options, signal: stop.signal, cache: "no-store" });
    const text = await answer.text();
    if (answer.status >= 502) throw new Error(answer.statusText);
    tell(false);
    return { answer, text };
  } catch {
    tell(true);
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

async function go(address, options) {
  if (busy) return;
  busy = true;
  document.body.setAttribute("aria-busy", "true");
  const until = Date.now() + GIVE_UP_MS;
  let got = await ask(address, options);
  while (!got && Date.now() < until) {
    await pause(AGAIN_MS);
    got = await ask(address, options);
  }
  if (!got) {
    while (!(await ask("/kiosk/alive"))) await pause(AGAIN_MS);
    location.replace("/kiosk");
  } else if (!options || got.answer.redirected) {
    location.assign(got.answer.url);
  } else {
    const made = new DOMParser().parseFromString(got.text, "text/html");
    document.querySelector("main").replaceWith(made.querySelector("main"));
    document.querySelector("[autofocus]")?.focus();
    document.body.removeAttribute("aria-busy");
    busy = false;
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  const fields = new URLSearchParams(new FormData(form, event.submitter));
  event.preventDefault();
  if (form.method === "post") go(form.getAttribute("action"), { method: "POST", body: fields });
  else go(`${form.getAttribute("action")}?${fields}`);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  if (link && link.origin === location.origin && !link.getAttribute("href").startsWith("#")) {
    event.preventDefault();
    go(link.href);
  }
  if (event.target.closest("[data-printer]")) window.print();
  const key = event.target.closest(".keys button");
  if (key) {
    event.preventDefault();
    const typed = document.getElementById("typed");
    if (key.value === "clear") typed.value = "";
    else if (key.value === "back") typed.value = typed.value.slice(0, -1);
    else typed.value = (typed.value + key.value).slice(0, 4);
  }
});

for (const kind of ["pointerdown", "keydown", "scroll"]) {
  document.addEventListener(kind, () => (touched = Date.now()), { passive: true, capture: true });
}
addEventListener("offline", () => tell(true));
addEventListener("pageshow", () => {
  busy = false;
  document.body.removeAttribute("aria-busy");
});
setInterval(() => busy || ask("/kiosk/alive"), ALIVE_MS);
setInterval(() => {
  const place = kiosk();
  if (!place || busy) return;
  const left = Number(place.dataset.after) - (Date.now() - touched) / 1000;
  place.querySelector("[data-soon]").hidden = left > SOON_S || location.pathname === "/kiosk";
  if (left <= 0 && !lost) go(place.dataset.home);
}, 1000);

const slip = document.querySelector("[data-print]");
if (slip) {
  document.querySelector("[data-printer]").hidden = false;
  if (sessionStorage.getItem("printed") !== location.pathname) {
    sessionStorage.setItem("printed", location.pathname);
    window.print();
  }
}
