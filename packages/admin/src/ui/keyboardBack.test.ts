import { afterEach, describe, expect, it } from 'vitest';
import { keyboardBack } from './keyboardBack.ts';

afterEach(() => (document.body.innerHTML = ''));

function page(inside: string): (id: string) => HTMLElement {
  document.body.innerHTML = `<main id="page" tabindex="-1">${inside}</main>`;
  return (id) => {
    const found = document.getElementById(id);
    if (!found) throw new Error(`no ${id}`);
    return found;
  };
}

describe('the way back of the keyboard', () => {
  const LIST =
    '<section><ul><li id="one"><button id="a">A</button></li><li><button id="b">B</button></li></ul><button id="c">C</button></section>';

  it('leads to where it was', () => {
    const at = page(LIST);
    at('b').focus();
    const back = keyboardBack();
    at('b').blur();
    back();
    expect(document.activeElement).toBe(at('b'));
  });

  it('leads to what is left beside it', () => {
    const at = page(LIST);
    at('a').focus();
    const back = keyboardBack();
    at('one').remove();
    back();
    expect(document.activeElement).toBe(at('b'));
  });

  it('leads to the next thing around it where all of it is gone, and to the page where nothing is left', () => {
    const at = page(LIST);
    at('a').focus();
    const back = keyboardBack();
    document.querySelector('ul')?.remove();
    back();
    expect(document.activeElement).toBe(at('c'));
    at('c').remove();
    back();
    expect(document.activeElement).toBe(at('page'));
  });

  it('leads nowhere where the keyboard has a place', () => {
    const at = page(LIST);
    at('a').focus();
    const back = keyboardBack();
    at('c').focus();
    back();
    expect(document.activeElement).toBe(at('c'));
  });
});
