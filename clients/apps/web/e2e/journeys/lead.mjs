// What an administrator does on the screens: invite somebody, form a team, let somebody lead it.

/** Invites through the form; answers with the link shown there. */
export async function invite(page, { email, role, team }) {
  await page.goto('/people');
  await page.getByRole('button', { name: 'Invite' }).click();
  const dialog = page.locator('dialog[open]');
  await dialog.locator('input[name=email]').fill(email);
  await dialog.locator('select[name=role]').selectOption(role);
  if (team) await dialog.getByRole('checkbox', { name: team }).check();
  await dialog.getByRole('button', { name: 'Make the invitation' }).click();
  const link = await dialog.locator('code').innerText();
  await dialog.getByRole('button', { name: 'Close' }).click();
  return link;
}

/** Makes a team and puts its lead into it. */
export async function formTeam(page, { team, lead }) {
  await page.goto('/teams');
  await page.locator('input[name=name]').last().fill(team);
  await page.getByRole('button', { name: 'Make the team' }).click();
  await page.getByRole('heading', { name: team }).waitFor();
  await page.getByText('Members and name').click();
  await page.getByLabel(`Person to add to ${team}`).selectOption({ label: lead });
  const leads = page.getByRole('checkbox', { name: `${lead} leads this team` });
  await leads.waitFor();
  // A controlled box: it stands checked only when the server has said so.
  await leads.click();
  await page.getByText(`led by ${lead}`).waitFor();
}
