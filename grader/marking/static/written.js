// Marking on the page of one question. Every click is saved at once; nothing has to be submitted.
"use strict";

const most = Number(document.querySelector("main").dataset.most);
const address = location.pathname.replace(/\/?$/, "/marks");

function xsrf() {
  const found = document.cookie.match("\\b_xsrf=([^;]*)\\b");
  return found ? found[1] : "";
}

function criteria(group) {
  return [...group.querySelectorAll(".criterion")];
}

function pressed(button, is) {
  button.setAttribute("aria-pressed", String(is));
}

function isPressed(button) {
  return button.getAttribute("aria-pressed") === "true";
}

function tell(group, text, kind) {
  const state = group.querySelector(".state");
  state.textContent = text;
  state.className = `state ${kind}`;
}

function countLeft() {
  const left = [...document.querySelectorAll(".group")]
    .filter((group) => group.dataset.waiting === "1")
    .reduce((sum, group) => sum + JSON.parse(group.dataset.students).length, 0);
  document.getElementById("left").textContent = left ? `${left} to mark.` : "All marked.";
}

// Saves of one group follow each other, so that the last click is what stays.
const queues = new WeakMap();

function save(group, byCriteria) {
  const points = group.querySelector(".points");
  const value = Number(points.value);
  if (points.value === "" || !(value >= 0 && value <= most)) {
    tell(group, `Points from 0 to ${most}, please: not saved`, "wrong");
    return;
  }
  const mark = {
    students: JSON.parse(group.dataset.students),
    points: value,
    met: byCriteria ? criteria(group).flatMap((each, n) => (isPressed(each) ? [n] : [])) : null,
    text: group.querySelector(".comment").value,
  };
  tell(group, "Saving", "");
  const before = queues.get(group) || Promise.resolve();
  queues.set(group, before.then(() => send(group, mark)));
}

async function send(group, mark) {
  try {
    const answer = await fetch(address, {
      method: "PUT",
      headers: { "Content-Type": "application/json", "X-XSRFToken": xsrf() },
      body: JSON.stringify(mark),
    });
    const found = answer.ok ? {} : await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(found.message || `the server says ${answer.status}`);
    group.dataset.waiting = "0";
    tell(group, `Saved: ${mark.points} of ${most}`, "saved");
    mark.text.split("\n").forEach(offer);
    countLeft();
  } catch (error) {
    tell(group, `Not saved: ${error.message}. Click again.`, "wrong");
  }
}

function byCriteria(group) {
  const buttons = criteria(group);
  return buttons.length > 0 && buttons.reduce(
    (sum, each) => sum + (isPressed(each) ? Number(each.dataset.points) : 0), 0,
  ) === Number(group.querySelector(".points").value);
}

function give(group, choose) {
  const buttons = criteria(group);
  buttons.forEach((each) => pressed(each, choose(each)));
  const sum = buttons.reduce(
    (all, each) => all + (isPressed(each) ? Number(each.dataset.points) : 0), 0,
  );
  group.querySelector(".points").value = sum;
  save(group, true);
}

function clicked(event) {
  const button = event.target.closest("button");
  const group = button && button.closest(".group");
  if (!group) return;
  if (button.matches(".criterion")) {
    give(group, (each) => (each === button ? !isPressed(each) : isPressed(each)));
  } else if (button.matches(".all, .none")) {
    const all = button.matches(".all");
    if (criteria(group).length) give(group, () => all);
    else {
      group.querySelector(".points").value = all ? most : 0;
      save(group, false);
    }
  } else if (button.matches(".say")) {
    say(group, button.textContent);
  } else if (button.matches(".apart")) {
    apart(group, button);
  }
}

// What was written once is offered at every answer.
function offer(line) {
  const text = line.trim();
  document.querySelectorAll(".ready").forEach((ready) => {
    if (!text || [...ready.children].some((each) => each.textContent === text)) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "say";
    button.textContent = text;
    ready.append(button);
  });
}

// A second click on a comment takes it back.
function say(group, line) {
  const comment = group.querySelector(".comment");
  const lines = comment.value.split("\n").filter((each) => each.trim());
  const others = lines.filter((each) => each !== line);
  comment.value = (others.length < lines.length ? others : [...lines, line]).join("\n");
  changed(group);
}

// A comment before the first points is saved with them.
function changed(group) {
  if (group.querySelector(".points").value !== "") save(group, byCriteria(group));
}

// One answer leaves its group: it becomes a group of its own, below.
function apart(group, button) {
  const student = button.dataset.student;
  const copy = group.cloneNode(true);
  const other = button.closest(".other");
  const text = document.createElement("p");
  text.append(...[...other.childNodes].filter((node) => node !== button && !node.matches?.(".student")).map((node) => node.cloneNode(true)));
  copy.dataset.students = JSON.stringify([student]);
  copy.querySelector("details").remove();
  copy.querySelector(".text").replaceChildren(text);
  copy.querySelector("h2").replaceChildren("1 answer ", other.querySelector(".student").cloneNode(true));
  group.after(copy);
  const rest = JSON.parse(group.dataset.students).filter((each) => each !== student);
  group.dataset.students = JSON.stringify(rest);
  group.querySelector("h2").firstChild.textContent = `${rest.length} answer${rest.length === 1 ? "" : "s"} `;
  group.querySelectorAll("h2 .student").forEach((each) => each.title === student && each.remove());
  other.remove();
  countLeft();
}

document.addEventListener("click", clicked);
document.addEventListener("change", (event) => {
  const group = event.target.closest(".group");
  if (group && event.target.matches(".points")) {
    criteria(group).forEach((each) => pressed(each, Number(event.target.value) === most));
    save(group, byCriteria(group));
  } else if (group && event.target.matches(".comment")) changed(group);
});
document.getElementById("hide").addEventListener("click", (event) => {
  const hidden = document.body.classList.toggle("nameless");
  pressed(event.target, hidden);
});
countLeft();
