/** Everything that is tested in a browser, in stock Chromium alone. */
process.env.BROWSER = 'chromium';
await import('./every-page.js');
