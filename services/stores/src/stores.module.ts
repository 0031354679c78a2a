import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { service, SETTINGS, serviceSecretOf, type Settings } from '#libs/service';
import { AccountsQuery } from './account/accounts.query.js';
import { FirstAdminProcess } from './account/first-admin.process.js';
import { OidcQuery } from './account/oidc.query.js';
import { PasswordsQuery } from './account/passwords.query.js';
import { loginIndexKey, sealingKey } from './account/derived-keys.query.js';
import { SigningKeysQuery } from './account/signing-keys.query.js';
import { LoginsAreClaimed1700000000210 } from './migrations/1700000000210-logins-are-claimed.js';
import { DocumentInForceController } from './document/document-in-force/document-in-force.controller.js';
import { DocumentInForceQuery } from './document/document-in-force/document-in-force.query.js';
import { DocumentListController } from './document/document-list/document-list.controller.js';
import { DocumentListQuery } from './document/document-list/document-list.query.js';
import { documentVersion } from './document/document-list/document-version.projection.js';
import { PublishDocumentController } from './document/publish-document/publish-document.controller.js';
import { PublishDocumentHandler } from './document/publish-document/publish-document.handler.js';
import { HandOverShiftController } from './hand-over/hand-over-shift/hand-over-shift.controller.js';
import { HandOverShiftHandler } from './hand-over/hand-over-shift/hand-over-shift.handler.js';
import { AcceptHandOverController } from './hand-over/accept-hand-over/accept-hand-over.controller.js';
import { AcceptHandOverHandler } from './hand-over/accept-hand-over/accept-hand-over.handler.js';
import { HandOverListController } from './hand-over/hand-over-list/hand-over-list.controller.js';
import { HandOverListQuery } from './hand-over/hand-over-list/hand-over-list.query.js';
import { handOverList } from './hand-over/hand-over-list/hand-over-list.projection.js';
import { MonthlyPlanListController } from './monthly-plan/monthly-plan-list/monthly-plan-list.controller.js';
import { MonthlyPlanListQuery } from './monthly-plan/monthly-plan-list/monthly-plan-list.query.js';
import { monthlyPlanView } from './monthly-plan/monthly-plan-list/monthly-plan.projection.js';
import { WriteMonthlyPlanController } from './monthly-plan/write-monthly-plan/write-monthly-plan.controller.js';
import { WriteMonthlyPlanHandler } from './monthly-plan/write-monthly-plan/write-monthly-plan.handler.js';
import { RunCheckListController } from './check-run/run-check-list/run-check-list.controller.js';
import { RunCheckListHandler } from './check-run/run-check-list/run-check-list.handler.js';
import { CheckRunListController } from './check-run/check-run-list/check-run-list.controller.js';
import { CheckRunListQuery } from './check-run/check-run-list/check-run-list.query.js';
import { checkRunList } from './check-run/check-run-list/check-run-list.projection.js';
import { SignStandardController } from './signature/sign-standard/sign-standard.controller.js';
import { SignStandardHandler } from './signature/sign-standard/sign-standard.handler.js';
import { SignatureListController } from './signature/signature-list/signature-list.controller.js';
import { SignatureListQuery } from './signature/signature-list/signature-list.query.js';
import { signatureView } from './signature/signature-list/signature.projection.js';
import { Accounts1700000000200 } from './migrations/1700000000200-accounts.js';
import { MenuController } from './item/menu/menu.controller.js';
import { menu } from './item/menu/menu.projection.js';
import { MenuQuery } from './item/menu/menu.query.js';
import { OfferItemController } from './item/offer-item/offer-item.controller.js';
import { OfferItemHandler } from './item/offer-item/offer-item.handler.js';
import { PriceItemController } from './item/price-item/price-item.controller.js';
import { PriceItemHandler } from './item/price-item/price-item.handler.js';
import { RetireItemController } from './item/retire-item/retire-item.controller.js';
import { RetireItemHandler } from './item/retire-item/retire-item.handler.js';
import { PolicyInForceController } from './policy/policy-in-force/policy-in-force.controller.js';
import { PolicyInForceQuery } from './policy/policy-in-force/policy-in-force.query.js';
import { PublishPolicyController } from './policy/publish-policy/publish-policy.controller.js';
import { PublishPolicyHandler } from './policy/publish-policy/publish-policy.handler.js';
import { WithdrawOverrideController } from './policy/withdraw-override/withdraw-override.controller.js';
import { WithdrawOverrideHandler } from './policy/withdraw-override/withdraw-override.handler.js';
import { storePublisher } from './publishing/store.publisher.js';
import { DefineRegionController } from './region/define-region/define-region.controller.js';
import { DefineRegionHandler } from './region/define-region/define-region.handler.js';
import { RegionListController } from './region/region-list/region-list.controller.js';
import { AccessListController } from './session/access-list/access-list.controller.js';
import { accessOf } from './session/access-list/access-list.query.js';
import { endedAccess } from './session/access-list/ended-access.projection.js';
import { EndSessionController } from './session/end-session/end-session.controller.js';
import { EndSessionHandler } from './session/end-session/end-session.handler.js';
import { MySessionController } from './session/my-session/my-session.controller.js';
import { RefreshSessionController } from './session/refresh-session/refresh-session.controller.js';
import { RefreshSessionHandler } from './session/refresh-session/refresh-session.handler.js';
import { SignInQuery } from './session/sign-in.query.js';
import { StartSessionController } from './session/start-session/start-session.controller.js';
import { StartSessionHandler } from './session/start-session/start-session.handler.js';
import { TokensOfSessionQuery } from './session/tokens-of-session.query.js';
import { AtWorkController } from './staff/at-work/at-work.controller.js';
import { atWork } from './staff/at-work/at-work.projection.js';
import { AtWorkQuery } from './staff/at-work/at-work.query.js';
import { AttemptSignInHandler } from './staff/attempt-sign-in/attempt-sign-in.handler.js';
import { CancelAbsenceController } from './staff/cancel-absence/cancel-absence.controller.js';
import { CancelAbsenceHandler } from './staff/cancel-absence/cancel-absence.handler.js';
import { ChangeAccessController } from './staff/change-access/change-access.controller.js';
import { ChangeAccessHandler } from './staff/change-access/change-access.handler.js';
import { CompleteTrainingController } from './staff/complete-training/complete-training.controller.js';
import { CompleteTrainingHandler } from './staff/complete-training/complete-training.handler.js';
import { EndEmploymentController } from './staff/end-employment/end-employment.controller.js';
import { EndEmploymentHandler } from './staff/end-employment/end-employment.handler.js';
import { HireStaffController } from './staff/hire-staff/hire-staff.controller.js';
import { HireStaffHandler } from './staff/hire-staff/hire-staff.handler.js';
import { NoteAbsenceController } from './staff/note-absence/note-absence.controller.js';
import { NoteAbsenceHandler } from './staff/note-absence/note-absence.handler.js';
import { SetPasswordController } from './staff/set-password/set-password.controller.js';
import { SetPasswordHandler } from './staff/set-password/set-password.handler.js';
import { SignOutEverywhereController } from './staff/sign-out-everywhere/sign-out-everywhere.controller.js';
import { SignOutEverywhereHandler } from './staff/sign-out-everywhere/sign-out-everywhere.handler.js';
import { StaffListController } from './staff/staff-list/staff-list.controller.js';
import { staffList } from './staff/staff-list/staff-list.projection.js';
import { StaffListQuery } from './staff/staff-list/staff-list.query.js';
import { TakePostController } from './staff/take-post/take-post.controller.js';
import { TakePostHandler } from './staff/take-post/take-post.handler.js';
import { ChangeStoreController } from './store/change-store/change-store.controller.js';
import { ChangeStoreHandler } from './store/change-store/change-store.handler.js';
import { OpenStoreController } from './store/open-store/open-store.controller.js';
import { OpenStoreHandler } from './store/open-store/open-store.handler.js';
import { StoreListController } from './store/store-list/store-list.controller.js';
import { storeList } from './store/store-list/store-list.projection.js';
import { StoreListQuery } from './store/store-list/store-list.query.js';
import { OIDC, oidcSettings } from './stores.config.js';

@Module({
  imports: [
    service({
      name: 'stores',
      publisher: storePublisher,
      views: [
        storeList,
        menu,
        staffList,
        atWork,
        endedAccess,
        documentVersion,
        handOverList,
        monthlyPlanView,
        checkRunList,
        signatureView,
      ],
      migrations: [Accounts1700000000200, LoginsAreClaimed1700000000210],
      accessSource: accessOf,
    }),
  ],
  controllers: [
    RunCheckListController,
    CheckRunListController,
    SignStandardController,
    SignatureListController,
    HandOverShiftController,
    AcceptHandOverController,
    HandOverListController,
    MonthlyPlanListController,
    WriteMonthlyPlanController,
    PublishDocumentController,
    DocumentListController,
    DocumentInForceController,
    OpenStoreController,
    ChangeStoreController,
    StoreListController,
    DefineRegionController,
    RegionListController,
    PublishPolicyController,
    WithdrawOverrideController,
    PolicyInForceController,
    OfferItemController,
    PriceItemController,
    RetireItemController,
    MenuController,
    HireStaffController,
    SetPasswordController,
    ChangeAccessController,
    EndEmploymentController,
    SignOutEverywhereController,
    NoteAbsenceController,
    CancelAbsenceController,
    CompleteTrainingController,
    TakePostController,
    AtWorkController,
    StaffListController,
    StartSessionController,
    RefreshSessionController,
    EndSessionController,
    MySessionController,
    AccessListController,
  ],
  providers: [
    RunCheckListHandler,
    CheckRunListQuery,
    SignStandardHandler,
    SignatureListQuery,
    HandOverShiftHandler,
    AcceptHandOverHandler,
    HandOverListQuery,
    MonthlyPlanListQuery,
    WriteMonthlyPlanHandler,
    PublishDocumentHandler,
    DocumentListQuery,
    DocumentInForceQuery,
    OpenStoreHandler,
    ChangeStoreHandler,
    StoreListQuery,
    DefineRegionHandler,
    PublishPolicyHandler,
    WithdrawOverrideHandler,
    PolicyInForceQuery,
    OfferItemHandler,
    PriceItemHandler,
    RetireItemHandler,
    MenuQuery,
    {
      provide: AccountsQuery,
      inject: [DataSource, SETTINGS],
      useFactory: (dataSource: DataSource, settings: Settings) =>
        new AccountsQuery(dataSource, loginIndexKey(serviceSecretOf(settings))),
    },
    PasswordsQuery,
    OidcQuery,
    { provide: OIDC, useFactory: oidcSettings },
    {
      provide: SigningKeysQuery,
      inject: [DataSource, SETTINGS],
      useFactory: (dataSource: DataSource, settings: Settings) =>
        new SigningKeysQuery(dataSource, sealingKey(serviceSecretOf(settings))),
    },
    FirstAdminProcess,
    HireStaffHandler,
    SetPasswordHandler,
    ChangeAccessHandler,
    EndEmploymentHandler,
    AttemptSignInHandler,
    SignOutEverywhereHandler,
    NoteAbsenceHandler,
    CancelAbsenceHandler,
    CompleteTrainingHandler,
    TakePostHandler,
    AtWorkQuery,
    StaffListQuery,
    SignInQuery,
    TokensOfSessionQuery,
    StartSessionHandler,
    RefreshSessionHandler,
    EndSessionHandler,
  ],
})
export class StoresModule {}
