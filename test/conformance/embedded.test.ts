import { EMBEDDED_CAPABILITIES } from '../../server/engine/embedded/embedded-capabilities.ts';
import { openTestEngine } from '../helpers/engines.ts';
import { describeEngine } from './engine-suite.ts';

describeEngine({
  name: 'embedded',
  open: (over) => openTestEngine('embedded', null, over),
  capabilities: EMBEDDED_CAPABILITIES,
  skip: [
    {
      reason: 'The engine hands out dates, times and durations as text without their type.',
      tests: ['keeps the kind of a date'],
    },
  ],
});
