// Selecting words in an article fills in where they begin and end, in characters as the record counts them.
const article = document.querySelector("[data-select]");
const shown = document.querySelector("[data-selected]");
const form = shown.closest("form");

// The record counts code points; the DOM counts UTF-16 units.
const length = (text) => [...text].length;

// What a selection holds of one paragraph, as [start, end] in the article; null where it holds none of its words.
// A triple click selects to the beginning of what follows the paragraph, so both ends are cut to paragraphs.
function held(selected, paragraph) {
  const whole = document.createRange();
  whole.selectNodeContents(paragraph);
  const part = whole.cloneRange();
  if (selected.compareBoundaryPoints(Range.START_TO_START, whole) > 0) {
    part.setStart(selected.startContainer, selected.startOffset);
  }
  if (selected.compareBoundaryPoints(Range.END_TO_END, whole) < 0) {
    part.setEnd(selected.endContainer, selected.endOffset);
  }
  if (!part.toString().trim()) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(part.startContainer, part.startOffset);
  const start = Number(paragraph.dataset.start) + length(before.toString());
  return [start, start + length(part.toString())];
}

document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return;
  const selected = selection.getRangeAt(0);
  const paragraphs = [...article.querySelectorAll("[data-start]")].filter((each) => selected.intersectsNode(each));
  const parts = paragraphs.map((each) => held(selected, each)).filter(Boolean);
  if (!parts.length) return;
  form.elements.start.value = parts[0][0];
  form.elements.end.value = parts.at(-1)[1];
  shown.textContent = selection.toString();
});
