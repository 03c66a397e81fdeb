import { afterEach, expect, it } from 'vitest';
import { createApp, h, nextTick } from 'vue';
import { bringTexts, language, setLanguage, storedLanguage, t } from './i18n.ts';
import { late } from './late.ts';
import SlottedText from './SlottedText.vue';

afterEach(() => setLanguage('vi'));

it('speaks Vietnamese first, and English once it is chosen', async () => {
  expect([language.value, t('frame.signOut')]).toEqual(['vi', 'Đăng xuất']);
  await setLanguage('en');
  expect([language.value, t('frame.signOut')]).toEqual(['en', 'Sign out']);
});

it('tells the browser and the next visit which language was chosen', async () => {
  await setLanguage('en');
  expect([document.documentElement.lang, storedLanguage()]).toEqual(['en', 'en']);
});

it.each([
  ['vi', 1, '1 hồ sơ'],
  ['vi', 1234567, '1.234.567 hồ sơ'],
  ['en', 1, '1 dossier'],
  ['en', 0, '0 dossiers'],
  ['en', 1234567, '1,234,567 dossiers'],
] as const)('in %s, %d dossiers are written %s', async (chosen, count, expected) => {
  await setLanguage(chosen);
  expect(t('rates.dossierCount', { count })).toBe(expected);
});

it('keeps a sentence whole around a parameter that is more than text', async () => {
  const host = document.createElement('p');
  createApp(() =>
    h(
      SlottedText,
      { name: 'rates.dossierCount', params: { count: 1234 } },
      { count: ({ value }: { value: string }) => h('b', value) },
    ),
  ).mount(host);
  await nextTick();
  expect(host.innerHTML.replaceAll('<!---->', '')).toContain('<b>1.234</b> hồ sơ');
});

it('shows the texts of a place once it has brought them, and goes on in English without', async () => {
  bringTexts(late);
  expect(t('people.new')).toBe('Tài khoản mới');
  await setLanguage('en');
  expect(t('people.new')).toBe('New account');
});
