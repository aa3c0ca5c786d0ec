import { isTag, isText, type AnyNode, type Document, type Element } from 'domhandler';

const NAMES =
  /(?:^|[\s"'_-])(?:nav\w*|menu\w*|crumbs?|bread\w*|foot\w*|sidebar|share\w*|relat\w*|copyright|toolbar|login|search\w*|friend\w*|links?|hotnews|recommend\w*|bottom)(?=$|[\s"'_-])/i;
const CONTAINERS = new Set(['div', 'ul', 'ol', 'dl', 'table', 'section', 'p']);
/** A list of so many links with hardly a word beside them leads elsewhere. */
const FEWEST_LINKS = 3;

interface Weight {
  signs: number;
  linked: number;
  links: number;
  sentences: number;
}

/**
 * The blocks of a page that are no part of its article: by their names (nav, footer) and by holding links
 * and no sentences. What holds whole sentences is kept whatever it is called.
 */
export function findFurniture(root: Document): ReadonlySet<AnyNode> {
  const order: Element[] = [];
  const pending: AnyNode[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isTag(node)) order.push(node);
    if ('children' in node) for (const child of node.children) pending.push(child);
  }
  const weights = new Map<AnyNode, Weight>();
  const furniture = new Set<AnyNode>();
  // Children come after their parent in `order`, so backwards every child is weighed before it.
  for (const element of order.reverse()) {
    const weight = weigh(element, weights);
    weights.set(element, weight);
    if (!CONTAINERS.has(element.name)) continue;
    const isNamed = NAMES.test(namesOf(element)) && weight.sentences <= 1;
    const isLinkList =
      weight.links >= FEWEST_LINKS && weight.sentences === 0 && weight.linked > weight.signs * 0.7;
    if (isNamed || isLinkList) furniture.add(element);
  }
  return furniture;
}

function weigh(element: Element, weights: ReadonlyMap<AnyNode, Weight>): Weight {
  const sum: Weight = { signs: 0, linked: 0, links: 0, sentences: 0 };
  for (const child of element.children) {
    const known = weights.get(child);
    if (known) {
      sum.signs += known.signs;
      sum.linked += known.linked;
      sum.links += known.links;
      sum.sentences += known.sentences;
    } else if (isText(child)) {
      sum.signs += child.data.replace(/\s/g, '').length;
      sum.sentences += child.data.split('。').length - 1;
    }
  }
  const tag = element.name;
  if (tag === 'script' || tag === 'style') return { signs: 0, linked: 0, links: 0, sentences: 0 };
  if (tag === 'a') return { ...sum, linked: sum.signs, links: 1 };
  return sum;
}

function namesOf({ attribs }: Element): string {
  return `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`.slice(0, 400);
}
