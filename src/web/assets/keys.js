// Only enhances: every page reads and works without this file.
// "/" to the search box, "j" and "k" through the statements, "Enter" opens one, "?" tells the keys.

const list = () => [...document.querySelectorAll('.statements > li, .findings > li, article.shift')];
const typing = (target) => target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;

function move(step) {
  const items = list();
  if (items.length === 0) return;
  const at = items.findIndex((item) => item.classList.contains('is-current'));
  const next = items[Math.min(items.length - 1, Math.max(0, at === -1 ? (step > 0 ? 0 : items.length - 1) : at + step))];
  for (const item of items) item.classList.toggle('is-current', item === next);
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'nearest' });
}

const actions = {
  '/': () => document.getElementById('search')?.focus(),
  j: () => move(1),
  k: () => move(-1),
  '?': () => document.getElementById('keys')?.showModal(),
  Enter: () => document.querySelector('.is-current a[data-open]')?.click(),
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.key === 'Enter' && !(event.target instanceof Element && event.target.classList.contains('is-current'))) return;
  const action = actions[event.key];
  if (action === undefined) return;
  event.preventDefault();
  action();
});

// The words of a mark on a lane, shown on hover and on focus.
const note = document.createElement('div');
note.className = 'note';
note.hidden = true;
document.body.append(note);

function show(event) {
  const mark = event.target instanceof Element ? event.target.closest('.lane a[aria-label]') : null;
  if (mark === null) return;
  note.textContent = mark.getAttribute('aria-label');
  note.hidden = false;
  const place = mark.getBoundingClientRect();
  const left = Math.max(8, Math.min(place.left + scrollX, scrollX + innerWidth - note.offsetWidth - 8));
  note.style.left = `${left}px`;
  note.style.top = `${place.bottom + scrollY + 6}px`;
}

function hide() {
  note.hidden = true;
}

for (const name of ['mouseover', 'focusin']) document.addEventListener(name, show);
for (const name of ['mouseout', 'focusout']) document.addEventListener(name, hide);
document.addEventListener('keydown', (event) => event.key === 'Escape' && hide());

// Copying: the text that stands beside the button.
document.addEventListener('click', async (event) => {
  const button = event.target instanceof Element ? event.target.closest('button[data-copy]') : null;
  if (button === null) return;
  const from = document.getElementById(button.getAttribute('data-copy') ?? '');
  if (from === null) return;
  try {
    await navigator.clipboard.writeText(from.textContent ?? '');
    button.textContent = 'Copied';
  } catch {
    getSelection()?.selectAllChildren(from);
  }
});

for (const button of document.querySelectorAll('button[data-copy]')) button.hidden = false;
