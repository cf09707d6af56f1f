// The marking scheme beside a written answer: a click fills in nbgrader's score and comment, which
// nbgrader then saves.
"use strict";

function fields(scheme) {
  return [scheme.dataset.cell, `${scheme.dataset.cell}-comment`].map((id) => document.getElementById(id));
}

function isMet(button) {
  return button.getAttribute("aria-pressed") === "true";
}

// The criteria that score and comment say are met; none if they do not tell.
function read(scheme) {
  const [score, comment] = fields(scheme);
  const lines = comment.value.split("\n");
  const buttons = [...scheme.querySelectorAll(".criterion")];
  const met = buttons.filter((each) => !lines.includes(each.dataset.missing));
  const points = met.reduce((sum, each) => sum + Number(each.dataset.points), 0);
  const told = score.value !== "" && Number(score.value) === points;
  buttons.forEach((each) => each.setAttribute("aria-pressed", String(told && met.includes(each))));
}

function write(scheme) {
  const [score, comment] = fields(scheme);
  const buttons = [...scheme.querySelectorAll(".criterion")];
  const own = new Set(buttons.map((each) => each.dataset.missing));
  const rest = comment.value.split("\n").filter((line) => line.trim() && !own.has(line));
  const missing = buttons.filter((each) => !isMet(each)).map((each) => each.dataset.missing);
  const points = buttons.reduce((sum, each) => sum + (isMet(each) ? Number(each.dataset.points) : 0), 0);
  jQuery(comment).val([...missing, ...rest].join("\n")).trigger("change");
  jQuery(score).val(points).trigger("change");
}

function say(scheme, text) {
  const comment = fields(scheme)[1];
  const lines = comment.value.split("\n").filter((line) => line.trim());
  const others = lines.filter((line) => line !== text);
  jQuery(comment).val((others.length < lines.length ? others : [...lines, text]).join("\n")).trigger("change");
}

document.querySelectorAll(".marking-scheme").forEach((scheme) => {
  scheme.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.matches(".say")) say(scheme, button.dataset.text);
    else {
      read(scheme);
      button.setAttribute("aria-pressed", String(!isMet(button)));
      write(scheme);
    }
  });
});
// nbgrader fills in what is saved after the page is there.
jQuery(document).ajaxStop(() => document.querySelectorAll(".marking-scheme").forEach(read));
