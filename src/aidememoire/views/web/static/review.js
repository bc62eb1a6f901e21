// Selecting words in an article fills in where they begin and end, in characters as the record counts them.
const article = document.querySelector("[data-select]");
const form = document.querySelector('form[action="/review/add"]');

// The record counts code points; the DOM counts UTF-16 units.
function place(node, offset) {
  const paragraph = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.("[data-start]");
  if (!paragraph || !article.contains(paragraph)) return null;
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, offset);
  return Number(paragraph.dataset.start) + [...range.toString()].length;
}

document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const start = place(range.startContainer, range.startOffset);
  const end = place(range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start) return;
  form.elements.start.value = start;
  form.elements.end.value = end;
  form.querySelector("[data-selected]").textContent = selection.toString();
});
