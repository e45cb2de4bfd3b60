import { useState } from 'react';
import { useClaimlight } from './useClaimlight.js';

const STORIES = [
  {
    title: 'Aldwick bridge may close in June',
    paragraphs: [
      'The bridge may close in June, Mayor Ada Quill said on Monday after a meeting of the town council.',
      '“We cannot wait for another crack,” said Ana Ruiz, who leads the union of bridge workers in the town.',
      'The contractor allegedly ignored two warnings. Repairs cost 4.1 million pounds last year.',
    ],
  },
  {
    title: 'Ferry will run again in spring',
    paragraphs: [
      'The ferry will run again in spring, the harbour master said on Tuesday at the opening of the new pier.',
      'It could carry 300 people a day, according to the county, which pays for the first two years of it.',
      'Critics say that the timetable is reportedly older than the ship itself, and nobody has seen a new one.',
    ],
  },
];

/** A story, and a button to the next: React swaps the text, and the marks follow. */
export function App() {
  const [number, setNumber] = useState(0);
  const { title, paragraphs } = STORIES[number];
  const n_unsourced = useClaimlight(title);
  return (
    <>
      <article>
        <h1>{title}</h1>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </article>
      <p id="count">Claims without a source: {n_unsourced ?? '…'}</p>
      <button onClick={() => setNumber((number + 1) % STORIES.length)}>Next story</button>
    </>
  );
}
