// On a narrow screen the list of pages is scrolled sideways: the page one is on comes into its middle.

const rail = document.querySelector(".rail");
const here = rail?.querySelector("[aria-current]");
if (here) {
  const [frame, item] = [rail.getBoundingClientRect(), here.getBoundingClientRect()];
  rail.scrollLeft += item.left + item.width / 2 - frame.left - frame.width / 2;
}
