const PATHS: Readonly<Record<string, string>> = {
  undo: 'M4 8h7a4 4 0 1 1 0 8H7M4 8l4-4M4 8l4 4',
  redo: 'M16 8H9a4 4 0 1 0 0 8h4M16 8l-4-4M16 8l-4 4',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  fit: 'M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4',
  bridge: 'M3 6c4 0 4 4 7 4s3-4 7-4M3 14c4 0 4-4 7-4s3 4 7 4',
  web: 'M10 10 4 5M10 10l6-5M10 10v6M10 10m-1.5 0a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0',
  list: 'M7 5h10M7 10h10M7 15h10M3 5h1M3 10h1M3 15h1',
  fold: 'M10 3v5M7 6l3 3 3-3M10 17v-5M7 14l3-3 3 3',
  target: 'M10 10m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0M10 2v4M10 14v4M2 10h4M14 10h4',
  close: 'M5 5l10 10M15 5 5 15',
  panel: 'M3 4h14v12H3zM12 4v12',
  expand: 'M10 10h0M10 6V3M10 17v-3M6 10H3M17 10h-3M8 10h4M10 8v4',
  hide: 'M3 10s3-5 7-5 7 5 7 5-3 5-7 5-7-5-7-5M4 16 16 4',
  show: 'M3 10s3-5 7-5 7 5 7 5-3 5-7 5-7-5-7-5M10 10m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0',
  swap: 'M4 7h11M12 4l3 3-3 3M16 13H5M8 10l-3 3 3 3',
  path: 'M4 15a2 2 0 1 0 0-.1M16 5a2 2 0 1 0 0-.1M6 14c4 0 1-8 8-9',
  layers:
    'M3 10a1.500 1.500 0 1 0 3 0a1.500 1.500 0 1 0-3 0M14 10a1.500 1.500 0 1 0 3 0a1.500 1.500 0 1 0-3 0M6 10c2 0 2-5 4-5s2 5 4 5M6 10c2 0 2 5 4 5s2-5 4-5',
  avoid: 'M10 10m-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0M5 5l10 10',
  share: 'M8 10m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0M12 10m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0',
  quote: 'M4 12V8a3 3 0 0 1 3-3M4 9h4v4H4zM12 12V8a3 3 0 0 1 3-3M12 9h4v4h-4z',
  command:
    'M7 7h6v6H7zM7 7H5.500a1.500 1.500 0 1 1 1.500-1.500zM13 7V5.500a1.500 1.500 0 1 1 1.500 1.500zM13 13h1.500a1.500 1.500 0 1 1-1.500 1.500zM7 13v1.500a1.500 1.500 0 1 1-1.500-1.500z',
  keyboard: 'M2 6h16v8H2zM5 9h0M8 9h0M11 9h0M14 9h0M6 12h8',
  document: 'M5 3h7l3 3v11H5zM12 3v3h3M8 10h4M8 13h4',
  search: 'M9 9m-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0M13 13l4 4',
  link: 'M8 12l4-4M7 9l-2 2a3 3 0 0 0 4 4l2-2M13 11l2-2a3 3 0 0 0-4-4L9 7',
  theme: 'M10 3a7 7 0 1 0 0 14zM10 3v14a7 7 0 0 0 0-14',
  cypher: 'M7 5l-5 5 5 5M13 5l5 5-5 5',
  run: 'M6 4l10 6-10 6z',
  stop: 'M5 5h10v10H5z',
  plan: 'M10 3v4M10 7H5v4M10 7h5v4M5 13m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0M15 13m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0',
  gauge: 'M3 15a7 7 0 1 1 14 0M10 15l4-5',
  pen: 'M4 16l1-4 8-8 3 3-8 8zM11 6l3 3',
  tidy: 'M3 5h14M6 9h11M6 13h8M3 17h6',
  star: 'M10 3l2.200 4.600 5 .700-3.600 3.500.900 5-4.500-2.400-4.500 2.400.900-5L2.800 8.300l5-.700z',
  bin: 'M4 6h12M8 6V4h4v2M6 6l1 11h6l1-11',
  save: 'M4 3h10l3 3v11H4zM7 3v5h6V3M7 17v-5h7v5',
  open: 'M3 16V5h5l2 2h7v9z',
  chevron: 'M6 8l4 4 4-4',
};

/** A small line drawing; it says nothing to screen readers, the button's name does. */
export function Icon({ name }: { readonly name: string }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
      <path d={PATHS[name] ?? ''} />
    </svg>
  );
}
