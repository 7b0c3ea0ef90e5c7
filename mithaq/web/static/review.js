// The review page by keyboard: J and K walk through the queue, a letter presses the button that shows it, W goes to the
// reason (Escape comes back), U takes the latest decision back, E opens the words. Every key only presses what is on the page, which works without this script.

const queue = document.querySelector("[data-review]");
const place = "mithaq-review-place";
let current = null;

const questions = () => [...(queue?.children ?? [])];

const move = (item) => {
  if (!item) return;
  current?.classList.remove("current");
  current = item;
  current.classList.add("current");
  current.focus({ preventScroll: true });
  current.scrollIntoView({ block: "nearest" });
  sessionStorage.setItem(place, String(questions().indexOf(current)));
};

const press = (key) => {
  const button = current?.querySelector(`[data-key="${key}"]`);
  if (!button) return false;
  button.click();
  if (key === "c") current.querySelector(".correcting[open] select")?.focus();
  return true;
};

const writing = (element) => element.closest("input, select, textarea, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Escape" && writing(event.target)) {
    event.target.closest("details")?.removeAttribute("open");
    move(current);
    return;
  }
  if (writing(event.target)) return;
  // Where letters are not Latin ones, as on an Arabic keyboard, the place of the key counts.
  const typed = event.key.toLowerCase();
  const key = /^[a-z]$/.test(typed) ? typed : event.code.replace(/^Key/, "").toLowerCase();
  const listed = questions();
  const at = listed.indexOf(current);
  if (key === "j") move(listed[Math.min(at + 1, listed.length - 1)]);
  else if (key === "k") move(listed[Math.max(at - 1, 0)]);
  else if (key === "u") document.querySelector("[data-undo]")?.click();
  else if (key === "w") current?.querySelector("[data-why]")?.focus();
  else if (key === "e") current?.querySelector("[data-open] a")?.click();
  else if (!press(key)) return;
  event.preventDefault();
});

queue?.addEventListener("focusin", (event) => {
  const item = event.target.closest("[data-review] > li");
  if (item && item !== current) {
    current?.classList.remove("current");
    current = item;
    current.classList.add("current");
  }
});

// After a decision the page comes anew; the queue goes on where it was.
const remembered = Number(sessionStorage.getItem(place) ?? 0);
const first = questions()[Math.min(remembered, Math.max(questions().length - 1, 0))];
if (first && !location.hash) move(first);
