import { DefaultApolloClient } from '@vue/apollo-composable';
import { createApp, watch } from 'vue';
import { language, setLanguage, storedLanguage } from '../i18n/i18n.ts';
import '../styles/main.css';
import { showFailedPartsBy } from '../ui/lazyPart.ts';
import App from './App.vue';
import { createApollo } from './apollo.ts';
import FailedPart from './layout/FailedPart.vue';
import { createPages } from './router.ts';
import {
  account,
  forgetSession,
  refreshFrame,
  sessionEnded,
  shownAccount,
  signedInTimes,
  takenOver,
  untilSignedInAgain,
  useSessionClient,
} from './session.ts';
import { followTheme } from './theme.ts';
import { watchWho } from './watchWho.ts';
import { wayBack } from './wayBack.ts';

/** Starts the console: language, theme, the way to the API, the pages. */
async function start(): Promise<void> {
  followTheme();
  await setLanguage(storedLanguage());
  showFailedPartsBy(FailedPart);
  const router = createPages();
  function signedOut(): Promise<boolean> | undefined {
    // Several answers may say so at once, and so does the first one to somebody who never signed in.
    if (!account.value) return undefined;
    const at = router.currentRoute.value;
    // A page that is open stays, with what was typed into it: one signs in again over it.
    if (at.meta.bare || at.matched.length === 0) {
      forgetSession();
      if (at.meta.ownAccount) void router.replace({ name: 'sign-in', query: wayBack(at.fullPath) });
      return undefined;
    }
    sessionEnded.value = true;
    return untilSignedInAgain();
  }
  const apollo = createApollo({ signedOut, shownAccount, takenOver: () => (takenOver.value = true) });
  useSessionClient(apollo);
  watchWho(() => void signedOut());
  // What an open page could not get while nobody was signed in is asked for again.
  watch(signedInTimes, () => void apollo.reFetchObservableQueries());
  // The server speaks the language of the screen: what it said in the other one is asked for again.
  watch(language, () => void Promise.all([apollo.reFetchObservableQueries(), refreshFrame()]));
  createApp(App).provide(DefaultApolloClient, apollo).use(router).mount('#app');
}

void start();
