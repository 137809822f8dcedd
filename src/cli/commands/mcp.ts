import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { createDesk, createLinks } from '../../api/index.js';
import { mcpServers } from '../../mcp/index.js';
import type { Run } from '../commands.js';
import { optionText } from '../context.js';
import type { Exit } from '../exit-codes.js';
import { issuesOf } from '../issues.js';
import { problem } from '../messages.js';
import { stopped } from '../stopped.js';
import { ownVersion } from '../version.js';
import { withRecord } from '../with-record.js';

/** Where `onrecord serve` shows the pages when nobody says otherwise. */
const PAGES = 'http://127.0.0.1:4180';

/** Answers one assistant on standard input and output until either is closed. Only the protocol is written there. */
export const mcp: Run = (context, _given, options) =>
  withRecord(context, options, 'read', async (record): Promise<Exit> => {
    const version = ownVersion();
    const links = createLinks(originOf(optionText(options, 'pages') ?? PAGES));
    const desk = createDesk({ record, issues: issuesOf(context, options), version });
    const onFailure = (failure: unknown, place: string): void =>
      void context.messages.line(`onrecord: ${place}: ${failure instanceof Error ? failure.stack : failure}`);
    const connection = serveStdio(
      mcpServers({ desk, version, onFailure }, () => links),
      { onerror: (error) => onFailure(error, 'mcp') },
    );
    await Promise.race([stopped(context.stop), inputEnded()]);
    await connection.close();
    return 'ok';
  });

function originOf(given: string): string {
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) throw problem('address-wrong', '--pages', given);
  return new URL(given).origin;
}

const inputEnded = (): Promise<void> => new Promise((resolve) => void process.stdin.once('end', resolve).once('close', resolve));
