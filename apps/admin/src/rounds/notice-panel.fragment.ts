import { graphql } from '@taizhang/client';

/** The notice's text and every record that cites a span of it. */
export const noticeFragment = graphql(`
  fragment RoundNotice on InspectionRound {
    id
    notice {
      fileName
      text
      stated
      contacts
      importedAt
    }
    areas {
      id
      ordinal
      title
      itemCount
      provenance
      source {
        start
        end
      }
      items {
        id
        code
        title
        status
        source {
          start
          end
        }
        measures {
          ordinal
          source {
            start
            end
          }
        }
      }
    }
  }
`);
