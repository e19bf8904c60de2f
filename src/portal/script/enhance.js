// What a browser with scripts adds: copying a link or a line of code, printing. Everything else works without.
(() => {
  for (const element of document.querySelectorAll('[data-needs-script]')) element.hidden = false;

  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (!button) return;
    if (button.dataset.action === 'print') window.print();
    if (button.dataset.action === 'copy') void copy(button);
  });

  async function copy(button) {
    await navigator.clipboard.writeText(button.dataset.text ?? new URL(button.dataset.link, location.href).href);
    button.textContent = button.dataset.done;
  }

  // Long tables print whole: what a reader folded stays folded on the screen only.
  let opened = [];
  window.addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll('details[data-print-open]:not([open])')];
    for (const each of opened) each.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const each of opened) each.open = false;
  });
})();
