import { start } from 'claimlight';

const light = await start({ panel: 'small' });
console.log(`${light.report?.attributions.length} attributions`);
