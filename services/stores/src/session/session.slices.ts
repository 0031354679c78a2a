import { AccessListController } from './access-list/access-list.controller.js';
import { endedAccess } from './access-list/ended-access.projection.js';
import { EndSessionController } from './end-session/end-session.controller.js';
import { EndSessionHandler } from './end-session/end-session.handler.js';
import { FormerSessionQuery } from './former-session.query.js';
import { FreshSessionQuery } from './fresh-session.query.js';
import { MySessionController } from './my-session/my-session.controller.js';
import { MySessionsController } from './my-sessions/my-sessions.controller.js';
import { MySessionsQuery } from './my-sessions/my-sessions.query.js';
import { openSession } from './my-sessions/open-session.projection.js';
import { OfferNonceController } from './offer-nonce/offer-nonce.controller.js';
import { RefreshSessionController } from './refresh-session/refresh-session.controller.js';
import { RefreshSessionHandler } from './refresh-session/refresh-session.handler.js';
import { SignInQuery } from './sign-in.query.js';
import { StartSessionController } from './start-session/start-session.controller.js';
import { StartSessionHandler } from './start-session/start-session.handler.js';
import { TokensOfSessionQuery } from './tokens-of-session.query.js';

export const sessionSlices = {
  controllers: [
    StartSessionController,
    OfferNonceController,
    RefreshSessionController,
    EndSessionController,
    MySessionController,
    MySessionsController,
    AccessListController,
  ],
  providers: [
    SignInQuery,
    MySessionsQuery,
    FormerSessionQuery,
    FreshSessionQuery,
    TokensOfSessionQuery,
    StartSessionHandler,
    RefreshSessionHandler,
    EndSessionHandler,
  ],
  views: [endedAccess, openSession],
};
