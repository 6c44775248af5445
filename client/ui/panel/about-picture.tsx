import { countryName } from '../../graph/describe-node.ts';
import type { KnownData } from '../../state/app-state.ts';
import { shoresOf } from '../../state/derive-scene.ts';
import { CommandButton } from '../parts/command-button.tsx';

function ShoreSentence({ data }: { readonly data: KnownData }) {
  const shores = shoresOf(data);
  if (!shores) {
    return <p>This data has no two shores, so there is no bridge: everything is drawn at once.</p>;
  }
  return (
    <p>
      Institutions of <strong className="shore-left">{countryName(shores[0])}</strong> stand on the left, of{' '}
      <strong className="shore-right">{countryName(shores[1])}</strong> on the right. Every line between them
      is a set of partners; the marks on it are what they agreed or built, from left to right by date. Bands
      are fields of work.
    </p>
  );
}

/** Every sign of the picture. */
function Legend() {
  return (
    <ul className="legend">
      <li>
        <i className="mark square" /> agreement
      </li>
      <li>
        <i className="mark square hollow" /> agreement whose stated end has passed, or that was only discussed
      </li>
      <li>
        <i className="mark disc hollow" /> programme, facility or mission
      </li>
      <li>
        <i className="mark diamond" /> joint body
      </li>
      <li>
        <i className="mark disc shore-left" /> <i className="mark disc shore-right" /> institution, where most
        of its links are
      </li>
      <li>
        <i className="mark disc hollow shore-left" /> <i className="mark disc hollow shore-right" /> the same
        institution in another band
      </li>
      <li>
        <i className="line solid" /> in force on stated terms, or no end stated
      </li>
      <li>
        <i className="line dashed" /> stated end passed
      </li>
      <li>
        <i className="line dotted" /> only planned or discussed
      </li>
      <li>
        <i className="line double" /> sources disagree
      </li>
      <li>
        <i className="line missed" /> nearest miss: no path, unless more is allowed
      </li>
      <li>
        <span className="legend-plus">+3</span> three more are folded into it: expand it to see them
      </li>
    </ul>
  );
}

/** What the first picture shows, its signs, and how to go on. */
export function AboutPicture({ data }: { readonly data: KnownData }) {
  const { counts, dataSets } = data.meta;
  return (
    <section className="about">
      <h1>{dataSets.map((dataSet) => dataSet.title).join(' · ') || 'Setu'}</h1>
      <p className="quiet">
        {counts.entities} things, {counts.relationships} relationships, {counts.statements} statements from{' '}
        {counts.documents} {counts.documents === 1 ? 'document' : 'documents'}. Behind every one is the
        passage that says so.
      </p>
      <ShoreSentence data={data} />
      <h2>Signs</h2>
      <Legend />
      <p className="quiet">A heavier line rests on more passages.</p>
      <h2>Go on</h2>
      <div className="about-tools">
        <CommandButton id="list" hasText />
        <CommandButton id="everything" hasText />
        <CommandButton id="palette" hasText />
      </div>
    </section>
  );
}
