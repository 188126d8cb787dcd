// Runs in the page, beside axe: what a reader with weak eyes or a big thumb would stumble over.
/* global axe, document, getComputedStyle */

const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What hangs on colours and letter size; the rest is the same in every look. */
const OF_THE_LOOK = ['color-contrast', 'target-size'];
const TARGETS = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
const UNSEEN = '[tabindex="-1"][aria-hidden]';
/** WCAG 2.2, 1.4.12. */
const SPACING =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}';

const named = (element) => element.outerHTML.slice(0, 160);

async function axeFaults(look) {
  const rules = look.includes('large') ? { 'color-contrast-enhanced': { enabled: true } } : {};
  const runOnly = look === 'light' ? ALL : [...OF_THE_LOOK, ...Object.keys(rules)];
  const { violations } = await axe.run(document, { runOnly, rules, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`));
}

function tooWide() {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const widest = [...document.querySelectorAll('body *')].find(
    (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
  );
  return [`${scrollWidth - clientWidth} px too wide: ${widest && named(widest)}`];
}

/** A link within a sentence is as high as its line; a choice is as big as its label. */
function inSentence(element) {
  if (getComputedStyle(element).display !== 'inline') return false;
  return [...element.parentElement.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
}

function smallTargets() {
  return [...document.querySelectorAll(TARGETS)].flatMap((element) => {
    const label = /^(?:radio|checkbox)$/.test(element.type) ? element.labels[0] : null;
    const { width, height, right } = (label ?? element).getBoundingClientRect();
    const seen = !element.matches(UNSEEN) && width > 1 && right > 0 && getComputedStyle(element).visibility === 'visible';
    // Half a pixel is the browser's rounding.
    const small = width < 43.5 || height < 43.5;
    return seen && small && !inSentence(element) ? [`${width.toFixed(1)} x ${height.toFixed(1)} ${named(element)}`] : [];
  });
}

function cutOff() {
  const cut = [...document.querySelectorAll('main *')].filter(
    (element) =>
      !element.closest('.vh') && getComputedStyle(element).overflow === 'hidden' && element.scrollWidth > element.clientWidth,
  );
  return cut.map((element) => `cut off ${named(element)}`);
}

/** With the reader's own spacing everything still fits. */
function spacingFaults() {
  const sheet = document.head.appendChild(document.createElement('style'));
  sheet.textContent = SPACING;
  const faults = [...tooWide(), ...cutOff()].map((fault) => `with wide spacing ${fault}`);
  sheet.remove();
  return faults;
}

globalThis.faultsOfPage = async (look) => {
  document.documentElement.className = look;
  return [...(await axeFaults(look)), ...tooWide(), ...smallTargets(), ...spacingFaults()];
};
