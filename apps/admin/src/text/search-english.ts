/** Searching across the records. */
export const searchEnglish = {
  search: {
    title: 'Search',
    subtitle: 'Finds the items, measures, documents and trainings that you may see',
    label: 'Search everything',
    placeholder: 'Code, number or words',
    open: 'Open the search',
    kinds: 'Kind',
    allKinds: 'All',
    found_one: '{{formatted}} record found',
    found_other: '{{formatted}} records found',
    foundMany: 'More than {{formatted}} records found',
    beginTitle: 'Type what you look for',
    beginBody:
      'Several words, set apart by spaces, all have to be there; quotation marks keep a phrase together. Press / to search from any page.',
    noMatchTitle: 'Nothing found',
    noMatchBody: 'Try another word, or fewer. Only the records that you may see are searched.',
    incomplete: 'Some records are still being indexed: search again in a while for all of them.',
    next: 'Next page',
    previous: 'Previous page',
    pages: 'Pages of results',
  },
};
