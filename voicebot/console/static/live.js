// Puts each message of a server-sent stream into the element whose data-live is its address. Where the connection is
// lost for good (signed out, service ended), data-lost is shown above it. The focus stays where it was, by id.
for (const place of document.querySelectorAll("[data-live]")) {
  const source = new EventSource(place.dataset.live);
  source.onmessage = (message) => {
    const focused = place.contains(document.activeElement) ? document.activeElement.id : "";
    place.innerHTML = message.data;
    if (focused) document.getElementById(focused)?.focus();
  };
  const lost = () => {
    source.close();
    const told = document.createElement("p");
    told.className = "notice warn";
    told.setAttribute("role", "alert");
    told.textContent = place.dataset.lost;
    place.before(told);
  };
  source.addEventListener("ended", lost);
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) lost();
  };
}
