import { graphql } from '@taizhang/client';

export const notificationsQuery = graphql(`
  query AdminNotifications {
    notifications(first: 20) {
      edges {
        node {
          id
          text
          subjectId
          createdAt
          readAt
        }
      }
    }
    unread: notifications(first: 0, filter: { isRead: false }) {
      totalCount
    }
  }
`);

export const markReadMutation = graphql(`
  mutation AdminMarkNotificationRead($input: MarkNotificationReadInput!) {
    markNotificationRead(input: $input) {
      __typename
      ... on Notification {
        id
        readAt
      }
    }
  }
`);

export const markAllReadMutation = graphql(`
  mutation AdminMarkAllNotificationsRead {
    markAllNotificationsRead {
      __typename
    }
  }
`);
