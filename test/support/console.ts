import type { Locator, Page } from 'playwright-core';

/** The staff's console as a person uses it: by the words on its buttons and fields. */
export class ConsolePage {
  constructor(
    readonly page: Page,
    private readonly base: string,
  ) {}

  async signIn(account: string, password: string): Promise<void> {
    await this.page.goto(`${this.base}/console/`);
    await this.page.getByLabel('账号').fill(account);
    await this.page.getByLabel('密码').fill(password);
    await this.page.getByRole('button', { name: '登录' }).click();
    await this.page.getByRole('button', { name: '登录' }).waitFor({ state: 'hidden' });
  }

  /** One appeal, from its address. */
  async open(number: string): Promise<void> {
    await this.page.goto(`${this.base}/console/queue/${number}`);
    await this.page.locator('section.appeal .appeal-top').waitFor();
  }

  /** Presses the act of this name: the next step's button, or one behind 更多操作. */
  async press(name: string): Promise<void> {
    const acts = this.page.locator('.acts').last();
    await acts.waitFor();
    const primary = acts.getByRole('button', { name, exact: true });
    if (await primary.count()) return primary.click();
    const item = this.page.getByRole('menuitem', { name: new RegExp(`^${name}(?: |$)`) });
    await acts.getByRole('button', { name: '更多操作' }).click();
    await item.click();
    // The menu closes on what it took; a press that it missed while it was opening is made again.
    for (let tries = 0; tries < 3 && !(await gone(item)); tries++) await item.click({ timeout: 2000 }).catch(() => undefined);
  }

  /** The form that an act has opened. */
  private get form(): Locator {
    return this.page.locator('.ant-drawer-open form, .ant-modal form').last();
  }

  private field(label: string): Locator {
    return this.form.locator('.ant-form-item').filter({ has: this.page.locator('label', { hasText: label }) });
  }

  async write(label: string, text: string): Promise<void> {
    await this.field(label).locator('textarea, input[type=text], input:not([type])').first().fill(text);
  }

  /** A choice of a closed list, by its words; made again where the list closed without it. */
  async choose(label: string, option: string): Promise<void> {
    const chosen = this.field(label).locator('.ant-select').getByText(option, { exact: true });
    for (let tries = 0; tries < 3; tries++) {
      await this.field(label).locator('.ant-select').click();
      await this.page
        .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
        .getByTitle(option, { exact: true })
        .click();
      if (await stands(chosen)) return;
    }
    throw new Error(`“${option}” was not taken for ${label}`);
  }

  async pick(label: string, option: string): Promise<void> {
    await this.field(label).getByText(option, { exact: true }).click();
  }

  /** Free words, each ended by Enter. */
  async tags(label: string, words: readonly string[]): Promise<void> {
    const input = this.field(label).locator('input').first();
    for (const word of words) {
      await input.fill(word);
      await input.press('Enter');
    }
    await this.form.locator('label').first().click();
  }

  /** Sends the form, which closes once the server has taken it. */
  async send(): Promise<void> {
    const { form } = this;
    await form.waitFor();
    const button = this.page.locator('.act-buttons .ant-btn-primary:not(.ant-btn-loading)').last();
    await button.click();
    const refusal = form.locator('.ant-alert-error, .ant-form-item-explain-error').first();
    let pressed = Date.now();
    for (const until = pressed + 20_000; await form.isVisible(); await this.page.waitForTimeout(50)) {
      // What the server, or the form itself, refused stands in the form: say it rather than wait in vain.
      if (await refusal.isVisible()) throw new Error(`refused: ${await refusal.innerText()}`);
      if (Date.now() > until) throw new Error('the form did not close');
      // A press while the dialog is still growing may miss its button; a person presses again.
      if (Date.now() - pressed > 2000 && (await button.isVisible())) {
        await button.click({ timeout: 1000 }).catch(() => undefined);
        pressed = Date.now();
      }
    }
  }

  /** A day, typed as the calendar takes it. */
  async day(label: string, day: string): Promise<void> {
    const input = this.field(label).locator('input');
    await input.fill(day);
    await input.press('Enter');
  }

  /** A mark on a scale of buttons, for each of the fields that have one. */
  async score(labels: readonly string[], mark: string): Promise<void> {
    for (const label of labels) await this.field(label).getByText(mark, { exact: true }).click();
  }

  /** A section of the facts beside the appeal, by its heading. */
  facts(heading: string): Locator {
    return this.page.locator('.facts section').filter({ has: this.page.locator('h3', { hasText: heading }) });
  }

  /** What stands at the head of the appeal. */
  state(): Promise<string> {
    return this.page.locator('.appeal-top').innerText();
  }

  /** Waits until the head of the appeal says so. */
  async says(words: string): Promise<void> {
    await this.page.locator('.appeal-top').getByText(words).first().waitFor();
  }
}

const gone = (element: Locator): Promise<boolean> =>
  element.waitFor({ state: 'hidden', timeout: 2000 }).then(
    () => true,
    () => false,
  );
const stands = (element: Locator): Promise<boolean> =>
  element.waitFor({ timeout: 2000 }).then(
    () => true,
    () => false,
  );
