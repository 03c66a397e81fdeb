import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client/core';
import { DefaultApolloClient } from '@vue/apollo-composable';
import { afterEach, expect, it, vi } from 'vitest';
import { createApp, defineComponent, reactive } from 'vue';
import { noteChange } from '../../app/changes.ts';
import { KEPT_MS, useWaitingCount } from './useWaitingCount.ts';

afterEach(() => vi.restoreAllMocks());

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

it('what waits is asked once for the pages of a minute, and anew after a change and where it is listed', async () => {
  let [asked, fails] = [0, false];
  const link = new ApolloLink(
    () =>
      new Observable((observer) => {
        asked += 1;
        if (fails) observer.error(new TypeError('Failed to fetch'));
        else {
          const matter = { __typename: 'WaitingMatter', kind: 'QUARANTINE', count: asked, overdue: 0 };
          const news = { __typename: 'NewsItem', id: 'difficulty 5', path: '/kho-khan/5' };
          observer.next({ data: { myWork: [matter], myNews: [news] } });
          observer.complete();
        }
      }),
  );
  const page = reactive({ path: '/', lists: false });
  let counted: ReturnType<typeof useWaitingCount> | undefined;
  const Page = defineComponent({
    setup() {
      counted = useWaitingCount(
        () => page,
        () => true,
      );
      return () => null;
    },
  });
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  createApp(Page).provide(DefaultApolloClient, client).mount(document.createElement('div'));
  await settled();
  const go = async (path: string, lists = false): Promise<number> => {
    Object.assign(page, { path, lists });
    await settled();
    return asked;
  };
  expect([await go('/a'), await go('/b'), await go('/c')]).toEqual([1, 1, 1]);
  noteChange();
  expect([await go('/d'), await go('/e')]).toEqual([2, 2]);
  expect([counted?.matters.value[0]?.count, counted?.news.value]).toEqual([2, 1]);
  expect([await go('/viec-cua-toi', true), await go('/f')]).toEqual([3, 3]);
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + KEPT_MS + 1);
  fails = true;
  expect(await go('/g')).toBe(4);
  fails = false;
  expect([await go('/h'), await go('/i')]).toEqual([5, 5]);
});
