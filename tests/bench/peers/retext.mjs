import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import retextIntensify from 'retext-intensify';
import retextPassive from 'retext-passive';
import retextStringify from 'retext-stringify';
import { unified } from 'unified';

export function load() {
  const checks = unified().use(retextEnglish).use(retextIntensify).use(retextEquality).use(retextPassive);
  const processor = checks.use(retextStringify).freeze();
  return (/** @type {string} */ text) => processor.processSync(text).messages;
}
