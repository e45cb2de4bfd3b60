import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

export function load() {
  const nlp = winkNLP(model);
  return (/** @type {string} */ text) => nlp.readDoc(text).entities().out(nlp.its.detail);
}
