// Shows HTML and tells which of its marked parts was picked: the value of its data-pick, as "field=value". A marked link
// stays a link: with Ctrl, or the middle button, it opens in a new window. A part marked data-show comes into sight. The
// focus stays where it was: on the part of the same data-key, or else of the same data-pick.
export default function ({ data, parentElement, setTriggerValue }) {
  const held = parentElement.querySelector(".picks");
  if (held.shown !== data) {
    const { key, pick } = held.contains(document.activeElement) ? document.activeElement.dataset : {};
    held.innerHTML = held.shown = data;
    const same = ({ dataset }) => (key ? dataset.key === key : pick && dataset.pick === pick);
    const again = [...held.querySelectorAll("[data-pick]")].find((part) => same(part) && part.checkVisibility());
    again?.focus({ preventScroll: true });
    const wanted = held.querySelector("[data-show]");
    if (wanted && wanted.dataset.show !== held.wanted) wanted.scrollIntoView({ block: "nearest" });
    held.wanted = wanted?.dataset.show;
  }
  held.onclick = (event) => {
    const part = event.target.closest("[data-pick]");
    if (!part || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setTriggerValue("picked", part.dataset.pick);
  };
}
