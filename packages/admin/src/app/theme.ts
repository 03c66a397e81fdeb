import { usePreferredDark, useStorage } from '@vueuse/core';
import { computed, watchEffect } from 'vue';

/** What was chosen: the system's theme, or one of the two whatever the system says. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const systemIsDark = usePreferredDark();

/** The choice, kept for the next visit under the key that public/theme.js reads before the first paint. */
export const themeChoice = useStorage<ThemeChoice>('theme', 'system');

/** The theme that is shown. */
export const theme = computed<'light' | 'dark'>(() => {
  if (themeChoice.value === 'system') return systemIsDark.value ? 'dark' : 'light';
  return themeChoice.value === 'dark' ? 'dark' : 'light';
});

/** Keeps the document in the chosen theme from now on. */
export function followTheme(): void {
  watchEffect(() => document.documentElement.setAttribute('data-theme', theme.value));
}
