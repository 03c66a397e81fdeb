import { expect, it } from 'vitest';
import { createApp, defineComponent } from 'vue';
import { createMemoryHistory, createRouter, type Router } from 'vue-router';
import { unreadParts, urlChoice, urlCode, urlFlag, urlText, urlWhole, useUrlState } from './useUrlState.ts';

const fields = () => ({
  search: urlText(),
  kind: urlChoice(['ALL', 'COMMUNE', 'DISTRICT'], 'ALL'),
  unit: urlCode(() => '19'),
  page: urlWhole(1),
  open: urlFlag(),
});
type State = ReturnType<typeof useUrlState<ReturnType<typeof fields>>>;

/** A page at an address, and its state. */
async function pageAt(address: string): Promise<{ state: State; router: Router }> {
  let state: State | undefined;
  const Page = defineComponent({
    setup() {
      state = useUrlState(fields());
      return () => null;
    },
  });
  const router = createRouter({
    history: createMemoryHistory(),
    routes: ['/', '/other'].map((path) => ({ path, component: Page })),
  });
  await router.push(address);
  createApp(Page).use(router).mount(document.createElement('div'));
  if (!state) throw new Error('not set up');
  return { state, router };
}

/** Until the address has followed the state. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve));
};
const read = (state: State): unknown[] => [
  state.search.value,
  state.kind.value,
  state.unit.value,
  state.page.value,
  state.open.value,
];

it.each([
  ['/', ['', 'ALL', '19', 1, false]],
  ['/?search=ho%C3%A0&kind=COMMUNE&unit=05503&page=3&open=1', ['hoà', 'COMMUNE', '05503', 3, true]],
  ['/?kind=PLANET&unit=a%20b&page=-1&open=yes', ['', 'ALL', '19', 1, false]],
  ['/?kind=COMMUNE&kind=DISTRICT', ['', 'COMMUNE', '19', 1, false]],
])('reads %s', async (address, expected) => {
  const { state } = await pageAt(address);
  expect(read(state)).toEqual(expected);
});

it('says what of the address cannot be meant, as long as its page is there', async () => {
  const { router } = await pageAt('/?kind=PLANET&unit=164&page=-2&else=x');
  expect(unreadParts.value).toEqual(expect.arrayContaining(['kind=PLANET', 'page=-2']));
  for (const part of ['unit=164', 'else=x']) expect(unreadParts.value).not.toContain(part);
  await router.push('/?unit=164');
  expect(unreadParts.value).not.toContain('page=-2');
});

it('leaves what is as usual out of the address', async () => {
  const { state, router } = await pageAt('/?kind=COMMUNE&page=2');
  state.kind.value = 'ALL';
  state.page.value = 4;
  await settled();
  expect(router.currentRoute.value.fullPath).toBe('/?page=4');
});

it('can be read back at once, before the address has followed', async () => {
  const { state } = await pageAt('/');
  state.search.value = 'thị';
  expect(state.search.value).toBe('thị');
});

it('makes several changes of one turn one step, which back undoes', async () => {
  const { state, router } = await pageAt('/?page=2');
  state.kind.value = 'DISTRICT';
  state.unit.value = '164';
  state.page.value = 1;
  await settled();
  expect(router.currentRoute.value.fullPath).toBe('/?kind=DISTRICT&unit=164');
  router.back();
  await settled();
  expect(read(state)).toEqual(['', 'ALL', '19', 2, false]);
});

it('does not make a step of every letter typed', async () => {
  const { state, router } = await pageAt('/?kind=COMMUNE');
  await router.push('/?kind=DISTRICT');
  for (const text of ['d', 'da', 'dai']) {
    state.search.value = text;
    await settled();
  }
  expect(router.currentRoute.value.fullPath).toBe('/?kind=DISTRICT&search=dai');
  router.back();
  await settled();
  expect(router.currentRoute.value.fullPath).toBe('/?kind=COMMUNE');
});

it('keeps what others keep in the address', async () => {
  const { state, router } = await pageAt('/?from=2022-01-01');
  state.open.value = true;
  await settled();
  expect(router.currentRoute.value.fullPath).toBe('/?from=2022-01-01&open=1');
});

it('takes nothing along to a page that was left for meanwhile', async () => {
  const { state, router } = await pageAt('/');
  const left = router.push('/other');
  state.search.value = 'late';
  await left;
  await settled();
  expect(router.currentRoute.value.fullPath).toBe('/other');
});
