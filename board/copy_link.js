// Two links to copy. Without navigator.clipboard (plain http) the old command copies; where that too is refused, the link
// stays selected and the sentence below says so.
export default function ({ parentElement, data }) {
  const root = parentElement.querySelector(".links");
  const said = Object.assign(document.createElement("p"), { className: "done" });
  said.setAttribute("role", "status");
  const parts = data.links.map(({ label, note, query }) => {
    const part = document.createElement("div");
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: label });
    const line = Object.assign(document.createElement("p"), { textContent: note });
    const field = Object.assign(document.createElement("input"), { readOnly: true, ariaLabel: label });
    field.value = location.origin + location.pathname + query;
    field.onfocus = () => field.select();
    button.onclick = async () => {
      said.textContent = (await copied(field)) ? data.copied : data.by_hand;
    };
    part.append(button, line, field);
    return part;
  });
  root.replaceChildren(...parts, said);
}

async function copied(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return document.execCommand("copy");
  }
}
