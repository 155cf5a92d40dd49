// Saves a chart as a picture, drawn by Plotly in the browser; Plotly is fetched from this server when it is first needed.
let fetched;
function plotly() {
  fetched ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL("plotly.min.js", document.baseURI);
    script.onload = () => done(window.Plotly);
    script.onerror = failed;
    document.head.append(script);
  });
  return fetched;
}

export default function ({ data, parentElement }) {
  const held = parentElement.querySelector(".save");
  held.replaceChildren();
  const figure = JSON.parse(data.figure);
  const { width, height } = figure.layout;
  for (const format of ["png", "svg"]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = data[format];
    button.onclick = async () => {
      const way = { format, width, height, filename: data.name, scale: format === "png" ? 2 : 1 };
      await (await plotly()).downloadImage(figure, way);
    };
    held.append(button);
  }
  if (data.alt) {
    const picture = Object.assign(document.createElement("img"), { alt: data.alt, width, height });
    plotly().then(async (drawer) => (picture.src = await drawer.toImage(figure, { format: "svg", width, height })));
    held.append(picture);
  }
}
