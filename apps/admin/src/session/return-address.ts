/** Where whoever was sent here to sign in came from; null unless it is a page of this same hub. */
export function returnAddress(search: string): string | null {
  const back = new URLSearchParams(search).get('return');
  // Two slashes, or a backslash that browsers read as one, would name another host.
  return back && /^\/(?![/\\])[^\\]*$/.test(back) ? back : null;
}
