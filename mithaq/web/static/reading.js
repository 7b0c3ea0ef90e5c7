// The reading page: files can be dropped, and the progress shows itself. Without this script both go by the buttons.

const drop = document.querySelector("[data-drop]");
if (drop) {
  const input = drop.querySelector("input");
  const stop = (event) => event.preventDefault();
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      stop(event);
      drop.classList.add("over");
    });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    stop(event);
    drop.classList.remove("over");
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    drop.closest("form").requestSubmit();
  });
}

const under = document.querySelector("[data-progress]:not([data-finished])");
if (under) {
  const bar = under.querySelector("progress");
  const look = async () => {
    const answer = await fetch(`/api/reading/${encodeURIComponent(under.dataset.progress)}`);
    if (!answer.ok) return;
    const view = await answer.json();
    bar.value = view.done;
    if (view.finished) location.reload();
    else setTimeout(look, 500);
  };
  setTimeout(look, 300);
}
