import { DownloadOutlined } from '@ant-design/icons';
import { graphql } from '@taizhang/client';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';

const downloadQuery = graphql(`
  query AdminEvidenceDownload($id: ID!) {
    node(id: $id) {
      __typename
      ... on Evidence {
        id
        downloadUrl
      }
    }
  }
`);

export interface DownloadButtonProps {
  id: string;
  fileName: string;
}

/** Downloads a piece of evidence. Its link is asked for at the click: one that came with the page may have expired. */
export function DownloadButton({ id, fileName }: DownloadButtonProps) {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const client = useClient();
  const [asking, setAsking] = useState(false);
  const download = async () => {
    setAsking(true);
    const { data } = await client
      .query(downloadQuery, { id }, { requestPolicy: 'network-only' })
      .toPromise();
    setAsking(false);
    if (data?.node?.__typename === 'Evidence') window.location.assign(data.node.downloadUrl);
    else void message.error(t('evidence.downloadFailed'));
  };
  return (
    <Button
      size="small"
      type="link"
      icon={<DownloadOutlined />}
      loading={asking}
      onClick={() => void download()}
      aria-label={`${t('evidence.download')} ${fileName}`}
    >
      {t('evidence.download')}
    </Button>
  );
}
