import { DefaultApolloClient } from '@vue/apollo-composable';
import { createApp, watch } from 'vue';
import { language, setLanguage, storedLanguage } from '../i18n/i18n.ts';
import '../styles/main.css';
import App from './App.vue';
import { createApollo } from './apollo.ts';
import { createPages } from './router.ts';
import { account, forgetSession, refreshFrame, useSessionClient } from './session.ts';
import { followTheme } from './theme.ts';
import { wayBack } from './wayBack.ts';

/** Starts the console: language, theme, the way to the API, the pages. */
async function start(): Promise<void> {
  followTheme();
  await setLanguage(storedLanguage());
  const router = createPages();
  const apollo = createApollo(() => {
    // Several answers may say so at once, and so does the first one to somebody who never signed in.
    if (!account.value) return;
    forgetSession();
    const at = router.currentRoute.value;
    if (at.meta.bare || at.matched.length === 0) return;
    void router.push({ name: 'sign-in', query: wayBack(at.fullPath) });
  });
  useSessionClient(apollo);
  // The server speaks the language of the screen: what it said in the other one is asked for again.
  watch(language, () => void Promise.all([apollo.reFetchObservableQueries(), refreshFrame()]));
  createApp(App).provide(DefaultApolloClient, apollo).use(router).mount('#app');
}

void start();
