// Runs before the first paint, so that nobody who chose the dark theme sees a white flash. The console itself goes on
// from here (src/app/theme.ts); both read the same keys.
(function () {
  var chosen = null;
  var language = null;
  try {
    chosen = localStorage.getItem('theme');
    language = localStorage.getItem('language');
  } catch {
    // Storage may be forbidden; the system's theme and Vietnamese then hold.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-theme', dark ? 'dark' : 'light');
  if (language === 'en') document.documentElement.lang = 'en';
})();
