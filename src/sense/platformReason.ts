import { isRecord } from '../convert.ts';
import type { PlatformReason } from './observation.ts';

/** Metadata that says who made an edit. All else is left out: it may hold people's text. */
const KEPT_KEYS: readonly string[] = [
  'type',
  'kind',
  'detailedSource',
  'name',
  '$nes',
  '$kind',
  '$extensionId',
  '$extensionVersion',
  '$providerId',
  '$modelId',
  '$harness',
  '$origin',
  '$$mode',
  '$$languageId',
  '$$sessionId',
  '$$requestId',
  '$$requestUuid',
  '$$correlationId',
  '$$codeBlockSuggestionId',
  '$$$oldName',
  '$$$newName',
];
const MAX_VALUE_LENGTH = 200;

/**
 * The one feature test for tier A. `unsupported`: this editor never gives a reason to this
 * extension (or `isHidden` asks to behave so); `undefined`: it does, but not for this event.
 */
export function platformReasonOf(
  event: object,
  isHidden: boolean,
): PlatformReason | undefined | 'unsupported' {
  if (isHidden || !('detailedReason' in event)) return 'unsupported';
  const reason = event.detailedReason;
  if (!isRecord(reason) || typeof reason['source'] !== 'string') return undefined;
  return { source: reason['source'], metadata: keptMetadata(reason['metadata']) };
}

function keptMetadata(metadata: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(metadata)) return {};
  return Object.fromEntries(
    KEPT_KEYS.filter((key) => isSmall(metadata[key])).map((key) => [key, metadata[key]]),
  );
}

function isSmall(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= MAX_VALUE_LENGTH;
  return typeof value === 'boolean' || typeof value === 'number';
}
