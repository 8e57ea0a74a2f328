const KEY = 'sellmeapen.language';

/** `?language=en-XA` or an earlier choice; the invented languages are for looking at the layout. */
export function chosenLanguage(): string {
  const asked = new URLSearchParams(location.search).get('language');
  try {
    if (asked) localStorage.setItem(KEY, asked);
    return asked ?? localStorage.getItem(KEY) ?? 'en';
  } catch {
    return asked ?? 'en';
  }
}

export function chooseLanguage(language: string): void {
  localStorage.setItem(KEY, language);
}
