import { CopyOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons';
import { readFragment, type FragmentOf, type ResultOf } from '@taizhang/client';
import { DemoTag, EmptyState, Panel, StatusTag, useFormat } from '@taizhang/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionList } from '../actions/action-list.tsx';
import { itemMeasuresFragment } from '../items/measures-panel.fragment.ts';
import { DownloadButton } from './download-button.tsx';
import { EvidenceDialog } from './evidence-dialog.tsx';
import { itemEvidenceFragment } from './evidence-panel.fragment.ts';
import { ReuseDialog } from './reuse-dialog.tsx';
import './evidence.css';

export interface EvidencePanelProps {
  /** The measures too: a file may prove one of them. */
  item: FragmentOf<typeof itemEvidenceFragment> & FragmentOf<typeof itemMeasuresFragment>;
  mayAttach: boolean;
  onReload(): void;
}

type Evidence = ResultOf<typeof itemEvidenceFragment>['evidence']['nodes'][number];

export function EvidencePanel(props: EvidencePanelProps) {
  const { t } = useTranslation('admin');
  const { id, evidence } = readFragment(itemEvidenceFragment, props.item);
  const { measures } = readFragment(itemMeasuresFragment, props.item);
  const [adding, setAdding] = useState<'upload' | 'reuse' | null>(null);
  const choices = measures.map((measure) => ({
    value: measure.id,
    label: `${measure.ordinal}. ${measure.text}`,
  }));
  const close = () => setAdding(null);
  return (
    <Panel
      flush
      title={t('item.evidence')}
      extra={
        props.mayAttach ? (
          <div className="evidence-add">
            <Button size="small" icon={<CopyOutlined />} onClick={() => setAdding('reuse')}>
              {t('evidence.reuse')}
            </Button>
            <Button size="small" icon={<UploadOutlined />} onClick={() => setAdding('upload')}>
              {t('evidence.upload')}
            </Button>
          </div>
        ) : null
      }
    >
      {evidence.nodes.length === 0 ? (
        <EmptyState compact title={t('item.evidenceEmpty')}>
          {props.mayAttach ? t('item.evidenceEmptyBody') : null}
        </EmptyState>
      ) : (
        <ul className="evidence">
          {evidence.nodes.map((piece) => (
            <EvidenceRow key={piece.id} evidence={piece} onReload={props.onReload} />
          ))}
        </ul>
      )}
      {evidence.totalCount > evidence.nodes.length ? (
        <p className="faint">{t('common.total', { count: evidence.totalCount })}</p>
      ) : null}
      {adding === 'upload' ? (
        <EvidenceDialog itemId={id} measures={choices} onClose={close} />
      ) : null}
      {adding === 'reuse' ? <ReuseDialog itemId={id} measures={choices} onClose={close} /> : null}
    </Panel>
  );
}

function EvidenceRow({ evidence, onReload }: { evidence: Evidence; onReload: () => void }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  return (
    <li>
      <PaperClipOutlined aria-hidden className="evidence-icon" />
      <div className="evidence-body">
        <div className="evidence-name">
          <span>{evidence.fileName}</span>
          <span className="faint tz-number">{format.fileSize(evidence.byteSize)}</span>
          <StatusTag kind="EvidenceStatus" value={evidence.status} />
          <DemoTag provenance={evidence.provenance} />
          <DownloadButton id={evidence.id} fileName={evidence.fileName} />
          <ActionList
            compact
            actions={evidence.allowedActions}
            target={{ id: evidence.id, version: evidence.version, label: evidence.fileName }}
            onReload={onReload}
          />
        </div>
        {evidence.description ? <p>{evidence.description}</p> : null}
        {evidence.decisionReason ? (
          <p className="measure-returned">
            {t('item.reason', { reason: evidence.decisionReason })}
          </p>
        ) : null}
        <p className="faint">
          {evidence.measure
            ? `${t('common.ordinal', { ordinal: evidence.measure.ordinal })} · `
            : null}
          {t('evidence.uploadedBy', {
            name: evidence.uploadedBy.displayName,
            at: format.dateTime(evidence.uploadedAt),
          })}
          {evidence.decidedBy && evidence.decidedAt
            ? ` · ${t('evidence.decidedBy', {
                name: evidence.decidedBy.displayName,
                at: format.dateTime(evidence.decidedAt),
              })}`
            : null}
        </p>
        <p className="faint evidence-hash" title={t('evidence.hash')}>
          SHA-256 {evidence.sha256.slice(0, 16)}…
        </p>
      </div>
    </li>
  );
}
