/** Line drawings of the pages; the names beside them are what is read out. */
const paths = {
  overview: 'M4 20V11M10 20V4M16 20v-6M21 20H3',
  items: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  documents: 'M6 3h8l5 5v13H6zM14 3v5h5M9 13h7M9 17h5',
  trainings: 'M3 9l9-4 9 4-9 4zM7 11v5c3 2.4 7 2.4 10 0v-5M21 9v6',
  leave: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  admin: 'M14 5h5v5M19 5l-8 8M17 13v6H5V7h6',
};

export function FrameIcon({ name }: { name: keyof typeof paths }) {
  return (
    <svg
      width="1em"
      height="1em"
      aria-hidden="true"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
