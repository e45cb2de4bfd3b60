/** Everything that is tested in a browser, in stock Firefox alone. */
process.env.BROWSER = 'firefox';
await import('./every-page.js');
