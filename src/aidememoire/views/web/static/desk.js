// What pages do beyond HTML: charts, copying a permalink, printing, stepping through lines with the keyboard.
const VEGA = ["/static/vendor/vega-6.4.0.min.js", "/static/vendor/vega-lite-6.4.3.min.js"];
let vegaReady;

function script(src) {
  return new Promise((resolve, reject) => {
    const made = document.createElement("script");
    made.src = src;
    made.onload = resolve;
    made.onerror = reject;
    document.head.append(made);
  });
}

// Charts come late and alone: a page without one never loads Vega. The interpreter spares `unsafe-eval`.
function vega() {
  vegaReady ??= (async () => {
    for (const src of VEGA) await script(src);
    return (await import("/static/vendor/vega-interpreter-2.3.2.js")).expressionInterpreter;
  })();
  return vegaReady;
}

function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(name).trim();
  return {
    background: null,
    font: of("--sans"),
    axis: { labelColor: of("--ink"), titleColor: of("--ink"), gridColor: of("--rule"), domainColor: of("--quiet"), tickColor: of("--quiet") },
    legend: { labelColor: of("--ink"), titleColor: of("--ink") },
    title: { color: of("--ink") },
    text: { color: of("--ink") },
    view: { stroke: of("--rule") },
    range: { category: ["--c1", "--c2", "--c3", "--c4", "--c5", "--c6", "--c7", "--c8"].map(of) },
  };
}

async function draw(figure) {
  const spec = JSON.parse(figure.querySelector("script").textContent);
  const interpreter = await vega();
  figure.hidden = false;
  const wide = figure.clientWidth;
  const compiled = globalThis.vegaLite.compile({ width: "container", autosize: { type: "fit-x", contains: "padding" }, ...spec }, { config: colours() }).spec;
  figure.vegaView?.finalize();
  const box = figure.querySelector(".canvas") ?? figure.appendChild(Object.assign(document.createElement("div"), { className: "canvas" }));
  const view = new globalThis.vega.View(globalThis.vega.parse(compiled, null, { ast: true }), {
    expr: interpreter, renderer: "svg", container: box, hover: true,
  });
  figure.vegaView = view;
  view.width(wide);
  // A mark may lead to a page of the desk: nowhere else.
  view.addEventListener("click", (_, item) => {
    const href = item?.datum?.href;
    if (typeof href === "string" && href.startsWith("/") && !href.startsWith("//")) location.assign(href);
  });
  await view.runAsync();
  figure.dataset.drawn = "yes";
}

function drawAll(root) {
  for (const figure of root.querySelectorAll("figure[data-chart]")) draw(figure).catch(() => { figure.hidden = true; });
}

function ready(root) {
  drawAll(root);
  for (const button of root.querySelectorAll("[data-print]")) button.hidden = false;
  for (const text of root.querySelectorAll(".beside")) {
    // Two texts side by side open where their shared prose begins.
    const first = text.querySelector("mark");
    if (first && !location.hash && text.scrollHeight > text.clientHeight) text.scrollTop = first.offsetTop - text.clientHeight / 8;
  }
}

addEventListener("click", (event) => {
  const at = event.target.closest?.("[data-print], [data-permalink]");
  if (!at) return;
  if (at.matches("[data-print]")) print();
  else if (navigator.clipboard) {
    event.preventDefault();
    navigator.clipboard.writeText(at.href).then(() => { at.textContent = "Permalink copied"; });
  }
});

// j and k step through whatever a page marks as a stop; Enter follows it. "/" goes to the search.
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches?.("input, select, textarea, [contenteditable]")) return;
  const stops = [...document.querySelectorAll("[data-stop]")];
  const here = stops.indexOf(document.activeElement?.closest?.("[data-stop]"));
  if (event.key === "j" && stops.length) stops[Math.min(here + 1, stops.length - 1)].focus();
  else if (event.key === "k" && stops.length) stops[Math.max(here - 1, 0)].focus();
  else if (event.key === "/") location.assign("/search");
  else return;
  event.preventDefault();
});

// A record, a shared passage or an edit lights up wherever it stands; the list beside a text scrolls along with it.
function light(pin) {
  for (const each of document.querySelectorAll("[data-pin].lit")) each.classList.remove("lit");
  if (!pin) return;
  for (const each of document.querySelectorAll(`[data-pin="${CSS.escape(pin)}"]`)) each.classList.add("lit");
}

function alongside(from, smooth) {
  const pin = from?.dataset.pin;
  light(pin);
  const list = document.querySelector(".records");
  if (!pin || !list || getComputedStyle(list).position !== "sticky") return;
  const line = list.querySelector(`li[data-pin="${CSS.escape(pin)}"]`);
  if (line && !list.contains(from)) list.scrollTo({ top: line.offsetTop - list.offsetTop - list.clientHeight / 3 });
  else if (line && smooth) document.querySelector(`.text mark[data-pin="${CSS.escape(pin)}"]`)?.scrollIntoView({ block: "nearest" });
}
addEventListener("focusin", (event) => alongside(event.target.closest?.("[data-pin]"), true));
addEventListener("pointerover", (event) => { const at = event.target.closest?.("[data-pin]"); if (at) alongside(at, false); });

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawAll(document));
let resized;
addEventListener("resize", () => { clearTimeout(resized); resized = setTimeout(() => drawAll(document), 200); });
addEventListener("htmx:load", (event) => { if (event.target !== document.body) ready(event.target); });
ready(document);
