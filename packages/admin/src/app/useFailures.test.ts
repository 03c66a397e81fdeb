import { expect, it } from 'vitest';
import { createApp, defineComponent, h } from 'vue';
import { createMemoryHistory, createRouter, RouterView } from 'vue-router';
import { useFailures } from './useFailures.ts';

/** A console whose page `/late` has scripts that do not come while the line is away. */
async function opened(first: string) {
  let away = true;
  let failures: ReturnType<typeof useFailures> | undefined;
  const Page = defineComponent({ setup: () => () => h('main') });
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: Page },
      {
        path: '/late',
        component: () => (away ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(Page)),
      },
    ],
  });
  const App = defineComponent({
    setup() {
      failures = useFailures();
      return () => h(RouterView);
    },
  });
  await router.push(first).catch(() => undefined);
  createApp(App).use(router).mount(document.createElement('div'));
  if (!failures) throw new Error('not set up');
  return { router, failures, lineIsBack: () => (away = false) };
}

it('keeps the page one is on when the next one does not come, and goes there once it does', async () => {
  const { router, failures, lineIsBack } = await opened('/');
  await router.push('/late').catch(() => undefined);
  expect([router.currentRoute.value.path, failures.noPage.value]).toEqual(['/', null]);
  expect(failures.strip.value?.text).toBe('Chưa mở được trang');
  lineIsBack();
  failures.strip.value?.retry?.();
  await expect.poll(() => router.currentRoute.value.path).toBe('/late');
  expect(failures.strip.value).toBeNull();
});

it('says that there is no page where the first one does not come', async () => {
  const { router, failures } = await opened('/nowhere');
  await router.push('/late').catch(() => undefined);
  expect([failures.noPage.value?.code, failures.strip.value]).toEqual(['NETWORK', null]);
});

it('says of a part that did not come that it can be tried again', async () => {
  const { failures } = await opened('/');
  failures.partFailed(new TypeError('Failed to fetch dynamically imported module: /assets/x.js'));
  expect([failures.strip.value?.text, failures.noPage.value]).toEqual(['Chưa mở được phần này', null]);
});
