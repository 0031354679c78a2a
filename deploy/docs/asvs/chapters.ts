import { encoding } from './01-encoding.js';
import { businessLogic } from './02-business-logic.js';
import { browsers } from './03-browsers.js';
import { api } from './04-api.js';
import { files } from './05-files.js';
import { authentication } from './06-authentication.js';
import { sessions } from './07-sessions.js';
import { authorization } from './08-authorization.js';
import { selfContainedTokens } from './09-tokens.js';
import { oauth } from './10-oauth.js';
import { cryptography } from './11-cryptography.js';
import { communication } from './12-communication.js';
import { configuration } from './13-configuration.js';
import { data } from './14-data.js';
import { architecture } from './15-architecture.js';
import { logging } from './16-logging.js';
import { webRtc } from './17-webrtc.js';
import type { Chapter } from './requirement.js';

/** As the standard numbers them, from V1. */
export const CHAPTERS: readonly Chapter[] = [
  encoding,
  businessLogic,
  browsers,
  api,
  files,
  authentication,
  sessions,
  authorization,
  selfContainedTokens,
  oauth,
  cryptography,
  communication,
  configuration,
  data,
  architecture,
  logging,
  webRtc,
];
