import { chromium } from 'playwright-core';

/** Milliseconds after which what is waited for no longer comes; a machine may have other things to do. */
export const PATIENCE = 90_000;

/** Headless Chromium that asks nobody on the internet for anything. */
export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    env: { ...process.env, LANGUAGE: 'en_GB' },
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A page of a British reader that reaches this machine alone. */
export async function openPage(browser, options = {}) {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...options,
  });
  page.setDefaultTimeout(PATIENCE);
  await page.route((url) => !['localhost', '127.0.0.1'].includes(url.hostname), (route) => route.abort());
  return page;
}
