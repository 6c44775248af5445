import { Button } from 'react-aria-components';

import type { Service } from '../state/app-state.ts';
import { useExplorer } from './explorer-context.ts';

/** The page before there is a picture: loading, no data, or the database is away. It goes on by itself. */
export function PageState({ service }: { readonly service: Service }) {
  const { session } = useExplorer();
  if (service.status === 'loading' || service.status === 'ready') {
    return (
      <main className="page-state" role="status">
        <p>Reading the graph…</p>
      </main>
    );
  }
  if (service.status === 'locked') {
    return (
      <main className="page-state" role="alert">
        <h1>Sign in first</h1>
        <p>This service asks for its token before it shows anything.</p>
        <a href="/sign-in">Go to the sign-in page</a>
      </main>
    );
  }
  if (service.status === 'empty') {
    return (
      <main className="page-state" role="alert">
        <h1>No data is loaded</h1>
        <p>
          Load the shipped data set with <code>npm run ingest</code>, or your own with{' '}
          <code>npm run ingest -- path/to/your/data</code>. This page shows it as soon as it is there.
        </p>
      </main>
    );
  }
  return (
    <main className="page-state" role="alert">
      <h1>The database is away</h1>
      <p>{service.message}</p>
      <p className="quiet">This page looks again by itself and goes on where you were.</p>
      <Button className="button with-text" onPress={() => session.retry()}>
        Look again now
      </Button>
    </main>
  );
}

/** Over a picture that is already there: the service went away, what is on the page stays readable. */
export function AwayBanner({ service }: { readonly service: Service }) {
  const { session } = useExplorer();
  if (service.status !== 'away') return null;
  return (
    <div className="away-banner" role="alert">
      <strong>The database is away.</strong> What is drawn stays; details come back when it does.
      <Button className="button with-text" onPress={() => session.retry()}>
        Look again now
      </Button>
    </div>
  );
}
