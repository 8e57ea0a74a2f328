// What journeys with a voice do, by clicking, as a person does it.

/** What this device remembers: the check is passed unless a journey wants to see it. */
export async function rememberVoice(page, memory = { checked: true }) {
  await page.evaluate((kept) => localStorage.setItem('sellmeapen.voice', JSON.stringify(kept)), memory);
}

/** From the briefing into the voice room; answers with the session's id. */
export async function enterVoiceRoom(page, { scenario = 'classic-pen', memory } = {}) {
  await page.goto(`/library/${scenario}`);
  await rememberVoice(page, memory);
  const start = page.locator('aside form button[type=button]:not([disabled])');
  await start.filter({ hasText: /^(Speak with|Hear) / }).click();
  await page.waitForURL(/\/room\/.*way=voice/);
  await page.locator('footer button[aria-pressed]').first().waitFor();
  return new URL(page.url()).pathname.split('/').at(-1);
}

/** Sets the script of the pretended voice and forgets what was heard before. */
export function pretend(page, script) {
  return page.evaluate(
    (body) =>
      fetch('/api/v1/pretend/voice', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    script,
  );
}

export function voiceLog(page) {
  return page.evaluate(async () => (await fetch('/api/v1/pretend/voice')).json());
}

export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
