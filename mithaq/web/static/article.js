// The article page: the words that were asked for come into view; words that are chosen show what was read from them;
// layers that were switched off stay off on the next article. Without this script everything is there, in the lists.

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

// Side by side: pointing at a shared passage shows its twin.
for (const piece of document.querySelectorAll("mark.shared")) {
  piece.addEventListener("click", () => {
    const twins = document.querySelectorAll(`mark.shared[data-of="${piece.dataset.of}"]`);
    for (const old of document.querySelectorAll("mark.chosen")) old.classList.remove("chosen");
    for (const twin of twins) {
      twin.classList.add("chosen");
      if (!piece.closest(".text").contains(twin)) twin.scrollIntoView({ block: "center" });
    }
  });
}
