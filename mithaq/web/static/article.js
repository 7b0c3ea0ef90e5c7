// The article page: the words that were asked for come into view; words that are chosen show what was read from them;
// layers that were switched off stay off on the next article; the keys walk from mark to mark. Without this script everything is there, in the lists.

const reader = document.querySelector(".reader");
const target = document.getElementById("at");
if (target) {
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
}

if (reader) {
  const box = document.getElementById("chosen-words");
  const items = new Map([...reader.querySelectorAll("[data-item]")].map((item) => [item.dataset.item, item]));

  const choose = (names) => {
    for (const old of reader.querySelectorAll(".chosen")) old.classList.remove("chosen");
    for (const old of box.querySelectorAll("ul")) old.remove();
    const list = document.createElement("ul");
    list.className = "lines small";
    for (const name of names) {
      const item = items.get(name);
      if (!item) continue;
      const copy = document.createElement("li");
      for (const child of item.children) copy.append(child.cloneNode(true));
      list.append(copy);
      item.classList.add("chosen");
      for (const piece of reader.querySelectorAll("[data-of]")) {
        if (piece.dataset.of.split(" ").includes(name)) piece.classList.add("chosen");
      }
    }
    box.hidden = list.children.length === 0;
    box.append(list);
  };

  reader.addEventListener("walk", (event) => choose(event.target.dataset.of.split(" ")));
  reader.addEventListener("click", (event) => {
    const piece = event.target.closest("[data-of]");
    if (piece) choose(piece.dataset.of.split(" "));
    else if (event.target.closest(".text")) choose([]);
  });

  const kept = "mithaq-layers-off";
  const off = new Set((localStorage.getItem(kept) ?? "").split(" ").filter(Boolean));
  for (const input of reader.querySelectorAll(".layers input")) {
    input.checked = !off.has(input.id);
    input.addEventListener("change", () => {
      if (input.checked) off.delete(input.id);
      else off.add(input.id);
      localStorage.setItem(kept, [...off].join(" "));
    });
  }
}

// Side by side: choosing a shared passage shows its twin in the other text.
const showTwin = (piece) => {
  const twins = document.querySelectorAll(`mark.shared[data-of="${piece.dataset.of}"]`);
  for (const old of document.querySelectorAll("mark.chosen")) old.classList.remove("chosen");
  for (const twin of twins) {
    twin.classList.add("chosen");
    if (!piece.closest(".text").contains(twin)) twin.scrollIntoView({ block: "center" });
  }
};
for (const piece of document.querySelectorAll("mark.shared")) {
  piece.addEventListener("click", () => showTwin(piece));
  piece.addEventListener("walk", () => showTwin(piece));
}

// The marks of a text are one stop of the tab key; arrows, Home and End lead from one to the next.
const steps = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 };
for (const text of document.querySelectorAll("[data-walk]")) {
  const pieces = [...text.querySelectorAll("[data-of]")];
  if (pieces.length) pieces[0].tabIndex = 0;
  text.addEventListener("keydown", (event) => {
    const at = pieces.indexOf(document.activeElement);
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const turned = text.dir === "rtl" && ["ArrowRight", "ArrowLeft"].includes(event.key) ? -1 : 1;
    const next = { Home: 0, End: pieces.length - 1, Enter: at }[event.key] ?? at + steps[event.key] * turned;
    if (!pieces[next]) return;
    pieces[at].tabIndex = -1;
    pieces[next].tabIndex = 0;
    pieces[next].focus();
    pieces[next].dispatchEvent(new Event("walk", { bubbles: true }));
    event.preventDefault();
  });
}
