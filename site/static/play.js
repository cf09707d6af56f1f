// The interactive figures. The page has a static version of each (coursepage/figures.py); this adds
// the controls and changes the same elements. Tests compare every number with the package's functions.
"use strict";

const count = (number) => number.toLocaleString("en-US");

function put(root, cell, text) {
  root.querySelector(`[data-cell="${cell}"]`).textContent = text;
}

function slider(controls, label, { min, max, step, value, show = String }, changed) {
  const row = document.createElement("label");
  const name = document.createElement("span");
  const input = document.createElement("input");
  const shown = document.createElement("output");
  name.textContent = label;
  Object.assign(input, { type: "range", min, max, step, value });
  const update = () => {
    shown.textContent = show(Number(input.value));
    input.setAttribute("aria-valuetext", shown.textContent);
  };
  input.addEventListener("input", () => { update(); changed(); });
  update();
  row.append(name, input, shown);
  controls.append(row);
  return () => Number(input.value);
}

function button(controls, label, pressed) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", pressed);
  controls.append(made);
}

function dropout(figure, controls) {
  const cells = [...figure.querySelectorAll("g[data-x]")];
  const x = cells.map((cell) => Number(cell.dataset.x));
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  let total = 0, draws = 0;

  const p = slider(controls, "p, the probability of dropping",
    { min: 0, max: 1, step: 0.05, value: 0.5, show: (value) => value.toFixed(2) }, () => { draw(1, true); });
  const row = document.createElement("label");
  const training = document.createElement("input");
  training.type = "checkbox";
  training.checked = true;
  training.addEventListener("change", () => { draw(1, true); });
  row.append(training, " training (off: inference, nothing is dropped)");
  controls.append(row);
  button(controls, "Draw a new mask", () => draw(1));
  button(controls, "Draw 100 masks", () => draw(100));

  function draw(times, afresh = false) {
    if (afresh) total = draws = 0;
    const rate = training.checked ? p() : 0;
    const factor = rate < 1 ? 1 / (1 - rate) : 0;
    let kept, y;
    for (let time = 0; time < times; time += 1) {
      kept = x.map(() => Math.random() >= rate);
      y = x.map((value, place) => (kept[place] ? value * factor : 0));
      total += mean(y);
      draws += 1;
    }
    cells.forEach((cell, place) => {
      cell.setAttribute("class", kept[place] ? "kept" : "dropped");
      cell.querySelector("text").textContent = Number(y[place].toPrecision(3));
    });
    const survivors = kept.filter(Boolean).length;
    put(figure, "kept", `${survivors} of ${x.length}`);
    put(figure, "factor", rate < 1 ? factor.toFixed(2) : "no survivors");
    put(figure, "out", mean(y).toFixed(2));
    put(figure, "many", (total / draws).toFixed(2));
    put(figure, "draws", count(draws));
    figure.querySelector("svg").setAttribute("aria-label",
      `A grid of ${x.length} values; ${survivors} are kept and multiplied by ${factor.toFixed(2)}, the others are crossed out and zero.`);
  }
}

function cost(figure, controls) {
  const width = (label, value, max, step) =>
    slider(controls, label, { min: step, max, step, value, show: count }, update);
  const batch = slider(controls, "batch size",
    { min: 0, max: 10, step: 1, value: 5, show: (power) => count(2 ** power) }, update);
  const widths = [width("inputs", 784, 1568, 16), width("first hidden width", 256, 1024, 16),
    width("second hidden width", 128, 1024, 16), width("outputs", 10, 100, 1)];

  function update() {
    const samples = 2 ** batch(), sizes = widths.map((read) => read());
    const layers = [0, 1, 2].map((place) => {
      const [a, b] = [sizes[place], sizes[place + 1]];
      return { name: `${a} to ${b}`, params: a * b + b, activations: 4 * samples * (a + b), macs: samples * a * b };
    });
    const sum = (key) => layers.reduce((all, layer) => all + layer[key], 0);
    const network = { name: "network", params: sum("params"), macs: sum("macs"),
      activations: 4 * samples * sizes.reduce((all, size) => all + size, 0) };
    const most = Math.max(...layers.map((layer) => layer.macs));
    [...layers, network].forEach((row, place) => {
      const line = figure.querySelectorAll("tbody tr")[place];
      put(line, "name", row.name);
      put(line, "params", count(row.params));
      put(line, "bytes", count(4 * row.params));
      put(line, "activations", count(row.activations));
      put(line, "macs", count(row.macs));
      put(line, "flops", count(2 * row.macs));
      const bar = line.querySelector(".bar");
      if (bar) bar.style.width = `${(100 * row.macs) / most}%`;
    });
    put(figure, "share", `${((100 * layers[0].macs) / network.macs).toFixed(1)}%`);
    put(figure, "ratio", `${(network.activations / (4 * network.params)).toFixed(2)} bytes`);
  }
}

function softmax(figure, controls) {
  const rows = [...figure.querySelectorAll("tr[data-score]")];
  const temperature = slider(controls, "temperature T",
    { min: 0.1, max: 10, step: 0.1, value: 1, show: (value) => value.toFixed(1) }, () => {
      const scores = rows.map((row) => Number(row.dataset.score) / temperature());
      const highest = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - highest));
      const sum = powers.reduce((all, power) => all + power, 0);
      rows.forEach((row, place) => {
        const share = powers[place] / sum;
        row.querySelector(".bar span").style.width = `${100 * share}%`;
        put(row, "share", share.toFixed(3));
      });
      put(figure, "sum", powers.reduce((all, power) => all + power / sum, 0).toFixed(3));
    });
}

for (const figure of document.querySelectorAll("figure.play")) {
  const controls = figure.querySelector(".controls");
  ({ dropout, cost, softmax })[figure.dataset.play](figure, controls);
  controls.hidden = false;
}

// MyST-NB labels every fold "Toggle hidden content" for screen readers; its visible text says more.
for (const summary of document.querySelectorAll("summary[aria-label]")) summary.removeAttribute("aria-label");

// A printed page cannot be unfolded: open the answers, but not the code.
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details.sd-dropdown, details.happened")) fold.open = true;
});
